// Whether a test has its case in every strategy, or in those that differ in kind: `npm run test:all` has all of them.

/** Whether this is a run of all tests. */
export const everyCase = process.env['CORELANE_TEST_CASES'] === 'all';

/** All of them in a run of all tests, else the first ones. */
export function casesOf<const T, const U>(few: readonly T[], others: readonly U[]): (T | U)[] {
  return everyCase ? [...few, ...others] : [...few];
}
