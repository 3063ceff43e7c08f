// Whether the app answers while it measures: the delay of its main process's event loop, every core busy.
import { countedTrials, runAppAndCli } from './lib/app-and-cli.mjs';
import { pairedRow } from './lib/rows.mjs';
import { quantile } from './lib/stats.mjs';

const row = { name: 'live', title: "the main process's event-loop delay, p99", unit: 'ms' };

/**
 * The worst delay of each row about the loop (0.2 s in the app, 1 s in the CLI) while a counted trial ran, in ms.
 * @param {readonly import('./lib/app-and-cli.mjs').Report[]} reports
 * @returns {number[]}
 */
function delays(reports) {
  return reports.flatMap((report) => {
    const { atNs, maxNs } = report.samples.loop;
    const trials = countedTrials(report);
    const within = (/** @type {number} */ ns) =>
      trials.some(({ startNs = Infinity, endNs }) => ns >= startNs && ns <= endNs);
    return maxNs.filter((_, index) => within(atNs[index] ?? NaN)).map((ns) => ns / 1e6);
  });
}

/** @type {import('./benches.mjs').Bench} */
export const live = {
  name: 'live',
  window: true,
  rows: [row],
  run: async ({ short, electron = '', tell }) => {
    const { app, cli } = await runAppAndCli(electron, short);
    const ours = delays(app);
    tell(
      pairedRow({
        ...{ ...row, values: [quantile(ours, 0.99)] },
        against: { name: 'the CLI, same runtime', values: [quantile(delays(cli), 0.99)] },
        note: `over ${ours.length} fifths of a second, the worst of each; the CLI's are whole seconds`,
      }),
    );
  },
};
