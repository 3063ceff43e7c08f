// Runs benches one after another; one that fails leaves the others to go on.
import { setTimeout as wait } from 'node:timers/promises';
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { ensureDependencies } from '../../scripts/lib/dependencies.mjs';
import { findElectron } from '../../scripts/lib/electron-binary.mjs';
import { ensureElectron } from '../../scripts/lib/electron.mjs';
import { onEnd, stopping } from '../../scripts/lib/lifecycle.mjs';
import { withLock } from '../../scripts/lib/lock.mjs';
import { cacheDir, ROOT } from '../../scripts/lib/paths.mjs';
import { complain, say } from '../../scripts/lib/say.mjs';
import { ensureSystem, hasScreen } from '../../scripts/lib/system.mjs';
import { readFacts } from './facts.mjs';
import { openResults } from './results.mjs';
import { missingRow } from './rows.mjs';
import { summary } from './table.mjs';

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

/** How long a bench that is stopped has for the rows of the rounds it has taken. */
const LAST_ROWS_MS = 3_000;

/**
 * Runs one bench; what it does not tell because it failed is told as missing.
 * @param {Bench} bench
 * @param {import('../benches.mjs').Around} around
 * @returns {Promise<boolean>} whether it failed
 */
async function runOne(bench, around) {
  /** @type {Set<string>} */
  const told = new Set();
  const tell = (/** @type {Row} */ row) => {
    told.add(row.name);
    if (!around.wants(row.name)) return;
    const { note } = row;
    const early = [...(note === undefined ? [] : [note]), 'stopped before its last round'];
    around.tell(stopping.asked ? { ...row, note: early.join('; ') } : row);
  };
  const tellMissing = (/** @type {string} */ why) => {
    for (const row of bench.rows) if (!told.has(row.name)) tell(missingRow(row, why));
  };
  if (bench.window && around.electron === undefined) {
    tellMissing('there is no Electron here.');
    return false;
  }
  try {
    await bench.run({ ...around, tell });
    return false;
  } catch (error) {
    if (stopping.asked) return true;
    complain(error);
    tellMissing('the bench failed.');
    return true;
  }
}

/**
 * @param {readonly Bench[]} benches
 * @param {import('./args.mjs').Request} request
 * @returns {Promise<number>} exit code: 1 where a bench failed or, with `check`, a target does not hold
 */
export async function runBenches(benches, { rows: asked, json, short, check, built }) {
  const chosen = benches.filter(({ rows }) => rows.some(({ name }) => asked.includes(name)));
  const window = chosen.some((bench) => bench.window);
  const electron = built ? findElectron(ROOT)?.binary : await setUp(window);
  const machine = await readFacts();
  const print = (/** @type {string} */ text) => void process.stdout.write(text);
  const results = openResults({ machine, short, names: asked, print, ...(json && { file: json }) });
  const wants = (/** @type {string} */ name) => asked.includes(name);
  const work = async () => {
    let failed = false;
    for (const bench of chosen) {
      if (stopping.asked) break;
      results.begin(bench.name);
      failed = (await runOne(bench, { short, electron, wants, tell: results.tell })) || failed;
    }
    return failed;
  };
  const done = work();
  // Registered before anything that a bench starts, so it is waited for after all that is ended.
  onEnd(() => Promise.race([done, wait(LAST_ROWS_MS)]));
  const failed = await done;
  if (stopping.asked) return 1;
  results.close();
  print(`\n${summary(results.rows, short)}\n`);
  if (json !== undefined) say('wrote', json);
  return failed || (check && results.rows.some(({ holds }) => holds === false)) ? 1 : 0;
}
