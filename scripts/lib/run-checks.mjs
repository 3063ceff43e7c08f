// Runs single checks and says how each went. A failure never keeps the next check from running.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './child.mjs';
import { counts, lastLine, ownCounts, suiteCounts } from './counts.mjs';
import { startDisplay } from './display.mjs';
import { onEnd } from './lifecycle.mjs';
import { npm } from './npm.mjs';
import { say } from './say.mjs';

const SCRIPT_LIMIT_MS = 20 * 60_000;
const SUITE_LIMIT_MS = 30 * 60_000;

/**
 * Runs one npm script: passed or failed, or what it counts itself in its last line.
 * @param {string} root
 * @param {string} title
 * @param {string} script
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runScript(root, title, script) {
  const started = performance.now();
  const result = await npm(['run', '--silent', script], { cwd: root, timeoutMs: SCRIPT_LIMIT_MS });
  const passed = result.code === 0;
  const own = ownCounts(result.output);
  if (!passed || own?.skipped) process.stdout.write(`\n${result.output.trimEnd()}\n\n`);
  say(passed ? 'passed' : 'FAILED', `${title} (${seconds(started)})`);
  if (own && passed === (own.failed === 0)) return own;
  return passed ? counts(1, 0) : counts(0, 1);
}

/**
 * Runs the tests of a vitest project, or of several by a pattern, and counts them.
 * @param {string} root
 * @param {string} title
 * @param {string} project
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runSuite(root, title, project, env) {
  const folder = mkdtempSync(join(tmpdir(), 'corelane-test-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const forget = onEnd(remove);
  try {
    const file = join(folder, 'report.json');
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const result = await run(
      process.execPath,
      [vitest, 'run', '--project', project, ...reporters],
      {
        cwd: root,
        // Vite would say, three times, that a config of a CommonJS package will need another name some day.
        env: { ...env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
        show: true,
        timeoutMs: SUITE_LIMIT_MS,
      },
    );
    const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
    const sum = suiteCounts(report, result.code);
    // Files without a single test in them are a mistake, not a success.
    const all = sum.passed + sum.failed + sum.skipped > 0 ? sum : counts(0, 1);
    say(all.failed === 0 ? 'passed' : 'FAILED', `${title}: ${lastLine(all)}`);
    return all;
  } finally {
    forget();
    remove();
  }
}

/**
 * Does the work on a virtual display on Linux: windows opened by tests stay off the user's screen.
 * @template T
 * @param {boolean} wanted
 * @param {Record<string, string | undefined>} env
 * @param {(env: Record<string, string | undefined>) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function onDisplay(wanted, env, work) {
  if (!wanted || process.platform !== 'linux') return work(env);
  const display = await startDisplay();
  try {
    return await work({ ...env, DISPLAY: display.name, WAYLAND_DISPLAY: undefined });
  } finally {
    await display.stop();
  }
}

/**
 * @param {number} since
 * @returns {string}
 */
function seconds(since) {
  return `${((performance.now() - since) / 1_000).toFixed(1)} s`;
}
