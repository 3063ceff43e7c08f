// Runs benches one after another; one that fails leaves the others to go on.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { ensureDependencies } from '../../scripts/lib/dependencies.mjs';
import { findElectron } from '../../scripts/lib/electron-binary.mjs';
import { ensureElectron } from '../../scripts/lib/electron.mjs';
import { stopping } from '../../scripts/lib/lifecycle.mjs';
import { withLock } from '../../scripts/lib/lock.mjs';
import { cacheDir, ROOT } from '../../scripts/lib/paths.mjs';
import { complain, say } from '../../scripts/lib/say.mjs';
import { ensureSystem, hasScreen } from '../../scripts/lib/system.mjs';
import { factsLine, readFacts } from './facts.mjs';
import { missingRow } from './rows.mjs';
import { renderTable, summary } from './table.mjs';

/**
 * @typedef {import('../benches.mjs').Bench} Bench
 * @typedef {import('./rows.mjs').Row} Row
 */

/**
 * Dependencies, the build and, where it is needed, Electron. Without Electron the others still run.
 * @param {boolean} window whether it is needed
 * @returns {Promise<string | undefined>} Electron's executable
 */
function setUp(window) {
  return withLock(ROOT, cacheDir(), async () => {
    await ensureDependencies(ROOT);
    await ensureBuilt(ROOT);
    if (!window) return undefined;
    try {
      const { binary } = await ensureElectron(ROOT);
      await ensureSystem(binary, !hasScreen());
      return binary;
    } catch (error) {
      complain(error);
      return undefined;
    }
  });
}

/**
 * @param {Bench} bench
 * @param {import('../benches.mjs').Around} around
 * @returns {Promise<{ rows: Row[], failed: boolean }>}
 */
async function runOne(bench, around) {
  const missing = (/** @type {string} */ why) => bench.rows.map((row) => missingRow(row, why));
  if (bench.window && around.electron === undefined) {
    return { rows: missing('there is no Electron here.'), failed: false };
  }
  say('measuring', bench.name);
  try {
    return { rows: await bench.run(around), failed: false };
  } catch (error) {
    if (!stopping.asked) complain(error);
    return { rows: missing('the bench failed.'), failed: true };
  }
}

/**
 * @param {readonly Bench[]} benches
 * @param {import('./args.mjs').Request} request
 * @returns {Promise<number>} exit code: 1 where a bench failed or, with `check`, a target does not hold
 */
export async function runBenches(benches, { json, short, check, built }) {
  const window = benches.some((bench) => bench.window);
  const electron = built ? findElectron(ROOT)?.binary : await setUp(window);
  const machine = await readFacts();
  /** @type {Row[]} */
  const rows = [];
  let failed = false;
  for (const bench of benches) {
    const outcome = await runOne(bench, { short, electron });
    rows.push(...outcome.rows);
    failed ||= outcome.failed;
  }
  const told = [factsLine(machine), renderTable(rows).trimEnd(), summary(rows, short)];
  process.stdout.write(`\n${told.join('\n\n')}\n`);
  if (json !== undefined) {
    mkdirSync(dirname(json), { recursive: true });
    writeFileSync(json, `${JSON.stringify({ machine, short, rows }, undefined, 2)}\n`);
    say('wrote', json);
  }
  return failed || (check && rows.some(({ holds }) => holds === false)) ? 1 : 0;
}
