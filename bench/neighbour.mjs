// The app beside what it measures: the same cell in its window, live view and all, against the CLI.
import { countedTrials, runAppAndCli } from './lib/app-and-cli.mjs';
import { coreShareRow, pairedRow } from './lib/rows.mjs';
import { median } from './lib/stats.mjs';

const rows = {
  time: { name: 'neighbour', title: 'the same cell in the app, every core busy', unit: 'ms' },
  cpu: {
    name: 'neighbour-app-cpu',
    title: "the app's own processes in a run",
    unit: '% of a core',
  },
};

/** @param {import('./lib/app-and-cli.mjs').Report} report */
function warmMs(report) {
  return median(countedTrials(report).map(({ warmNs = NaN }) => warmNs / 1e6));
}

/** @param {import('./lib/app-and-cli.mjs').Report} report */
function ownPercent({ run: { ownCpuNs = NaN, windowCpuNs = NaN, durationNs } }) {
  return ((ownCpuNs + windowCpuNs) / durationNs) * 100;
}

/** @type {import('./benches.mjs').Bench} */
export const neighbour = {
  name: 'neighbour',
  window: true,
  rows: Object.values(rows),
  run: async ({ short, electron = '', tell }) => {
    const { app, cli } = await runAppAndCli(electron, short);
    tell(
      pairedRow({
        ...{ ...rows.time, values: app.map(warmMs) },
        against: { name: 'the CLI, same runtime', values: cli.map(warmMs) },
      }),
    );
    tell(coreShareRow({ ...rows.cpu, values: app.map(ownPercent), note: 'as its report says' }));
  },
};
