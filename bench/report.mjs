// What leaving a large report costs: a million spans to a file, piece by piece, against one JSON.stringify.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../scripts/lib/paths.mjs';
import { bundleExporters } from './export/bundle.mjs';
import { interleave } from './lib/interleave.mjs';
import { missingRow, pairedRow, write } from './lib/rows.mjs';
import { runInCli, runScript } from './lib/run-program.mjs';
import { median } from './lib/stats.mjs';
import { withFolder } from './lib/temp.mjs';

/** @typedef {{ known: boolean, seconds: number, peakMb: number, heldMb: number }} Export */

const ONCE = join(ROOT, 'bench', 'export', 'once.mjs');
const TRIALS = 10;
const TASKS = 100_000;
const formats = /** @type {const} */ (['json', 'trace']);

const timeRow = (/** @type {string} */ format) => ({
  ...{ name: `report-${format}`, title: `a million spans as ${format}`, unit: 's' },
});
const memoryRow = (/** @type {string} */ format) => ({
  ...{
    name: `report-${format}-memory`,
    title: `most memory held meanwhile, ${format}`,
    unit: 'MB',
  },
});

/** @type {import('./benches.mjs').Bench} */
export const report = {
  name: 'report',
  rows: formats.flatMap((format) => [timeRow(format), memoryRow(format)]),
  run: ({ short, wants, tell }) =>
    withFolder(async (folder) => {
      const asked = formats.filter(
        (format) => wants(timeRow(format).name) || wants(memoryRow(format).name),
      );
      const bundle = await bundleExporters(folder);
      await runInCli(folder, {
        workload: { kind: 'empty' },
        tasks: short ? TASKS / 100 : TASKS,
        strategies: [{ kind: 'threads', workers: 2 }],
        repeats: short ? 1 : TRIALS,
      });
      const file = join(folder, 'report.json');
      const target = (/** @type {string} */ format) => join(folder, `exported.${format}`);
      /** @type {(format: string) => () => Promise<Export>} */
      const one = (format) => () => runScript(ONCE, bundle, file, format, target(format));
      const taken = await interleave(short ? 1 : 5, {
        whole: one('whole'),
        ...Object.fromEntries(asked.map((format) => [format, one(format)])),
      });
      const pick = (
        /** @type {string} */ side,
        /** @type {'seconds' | 'peakMb' | 'heldMb'} */ figure,
      ) => (taken[side] ?? []).map((each) => each[figure]);
      for (const format of asked) {
        if (taken[format]?.every(({ known }) => known) !== true) {
          const why = `there is no export as ${format}.`;
          tell(missingRow(timeRow(format), why));
          tell(missingRow(memoryRow(format), why));
          continue;
        }
        const against = (/** @type {'seconds' | 'peakMb'} */ figure) => ({
          ...{ name: 'JSON.stringify at once', values: pick('whole', figure) },
        });
        const size = write(statSync(target(format)).size / 1e6);
        const held = write(median(pick(format, 'heldMb')));
        tell(
          pairedRow({
            ...{ ...timeRow(format), values: pick(format, 'seconds'), against: against('seconds') },
            note: `${size} MB, written and synced`,
          }),
        );
        tell(
          pairedRow({
            ...{ ...memoryRow(format), values: pick(format, 'peakMb'), against: against('peakMb') },
            note: `${held} MB of it held before, with the report`,
          }),
        );
      }
    }),
};
