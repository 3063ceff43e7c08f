// Adds up what the checks counted, and writes the last line.

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * @typedef {object} SuiteReport the part of vitest's json report that is read here
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults one for each file
 */

/**
 * @param {number} passed
 * @param {number} failed
 * @param {number} [skipped]
 * @returns {Counts}
 */
export function counts(passed, failed, skipped = 0) {
  return { passed, failed, skipped };
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function sumCounts(all) {
  return all.reduce(
    (sum, each) =>
      counts(sum.passed + each.passed, sum.failed + each.failed, sum.skipped + each.skipped),
    counts(0, 0),
  );
}

/**
 * Counts one vitest run. A file that could not be loaded, and an error outside of any test, are failures too.
 * @param {SuiteReport | undefined} report nothing when vitest left none
 * @param {number} exitCode vitest's own
 * @returns {Counts}
 */
export function suiteCounts(report, exitCode) {
  if (!report) return counts(0, 1);
  const sum = sumCounts(report.testResults.map((file) => fileCounts(file)));
  const unexplained = exitCode !== 0 && sum.failed === 0;
  return unexplained ? sumCounts([sum, counts(0, 1)]) : sum;
}

/**
 * @param {SuiteReport['testResults'][number]} file
 * @returns {Counts}
 */
function fileCounts(file) {
  const tests = file.assertionResults.map(({ status }) => status);
  const passed = tests.filter((status) => status === 'passed').length;
  const failed = tests.filter((status) => status === 'failed').length;
  const broken = file.status === 'failed' && failed === 0 ? 1 : 0;
  return counts(passed, failed + broken, tests.length - passed - failed);
}

/**
 * @param {Counts} sum
 * @returns {string}
 */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * @param {string} output of a script that may end with a line as `lastLine` writes it
 * @returns {Counts | undefined}
 */
export function ownCounts(output) {
  const found = /(?:^|\n)(\d+) passed, (\d+) failed, (\d+) skipped\s*$/.exec(output);
  return found ? counts(Number(found[1]), Number(found[2]), Number(found[3])) : undefined;
}
