// Finds a Python that can run the tests of the Python half, and counts what became of them.
import { spawnSync } from 'node:child_process';
import { counts } from './counts.mjs';

/** The oldest version that Corelane works with. */
const OLDEST = [3, 8];

const QUESTION = 'import sys; print(sys.executable); print(*sys.version_info[:2])';

/**
 * @param {readonly string[]} [names] what to look for
 * @returns {string | undefined} the path of the first that is new enough
 */
export function findPython(names = ['python3', 'python']) {
  for (const name of names) {
    // Elsewhere than in the folder of the project, whose files are none of the standard library's.
    const { status, stdout } = spawnSync(name, ['-I', '-c', QUESTION], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    const [path = '', version = ''] = (stdout ?? '').trim().split(/\r?\n/);
    const [major = 0, minor = 0] = version.split(' ').map(Number);
    const [oldMajor = 0, oldMinor = 0] = OLDEST;
    const isNew = major > oldMajor || (major === oldMajor && minor >= oldMinor);
    if (status === 0 && path && isNew) return path;
  }
  return undefined;
}

/**
 * Counts one run of `python -m unittest`.
 * @param {string} output
 * @param {number} code its exit code
 * @returns {import('./counts.mjs').Counts}
 */
export function unittestCounts(output, code) {
  const ran = /^Ran (\d+) tests?/m.exec(output);
  if (!ran) return counts(0, 1);
  const result = /^(?:OK|FAILED|NO TESTS RAN)(?: \((.*)\))?\s*$/m.exec(output)?.[1] ?? '';
  const figure = (/** @type {string} */ name) =>
    Number(new RegExp(`(?:^|, )${name}=(\\d+)`).exec(result)?.[1] ?? 0);
  const failed = figure('failures') + figure('errors') + figure('unexpected successes');
  const skipped = figure('skipped');
  const passed = Math.max(0, Number(ran[1]) - failed - skipped);
  // No test at all, or an end that no test explains, is a failure too.
  const unexplained = failed === 0 && (code !== 0 || passed + skipped === 0) ? 1 : 0;
  return counts(passed, failed + unexplained, skipped);
}
