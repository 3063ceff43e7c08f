// What a million samples cost from the wire through the recorder into the window, against how it was with lists.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../scripts/lib/paths.mjs';
import { bundleEntry } from './export/bundle.mjs';
import { pairedRow } from './lib/rows.mjs';
import { runScript } from './lib/run-program.mjs';
import { withFolder } from './lib/temp.mjs';

const ENTRY = fileURLToPath(new URL('intake/entry.mjs', import.meta.url));
const ONCE = join(ROOT, 'bench', 'intake', 'once.mjs');
const SAMPLES = 1_000_000;

const row = { name: 'samples-intake', title: 'a million samples taken in', unit: 'ms' };

/** @type {import('./benches.mjs').Bench} */
export const intake = {
  name: 'intake',
  rows: [row],
  run: ({ short, tell }) =>
    withFolder(async (folder) => {
      const bundle = await bundleEntry(ENTRY, folder, 'intake.mjs');
      /** @type {{ now: number[], before: number[] }} */
      const { now, before } = await runScript(
        ONCE,
        ...[bundle, short ? SAMPLES / 50 : SAMPLES, short ? 1 : 7],
      );
      tell(
        pairedRow({
          ...{ ...row, values: now, against: { name: 'lists, as before', values: before } },
          note: '16 workers and 8 cores, in batches of a quarter of a second, both in one process',
        }),
      );
    }),
};
