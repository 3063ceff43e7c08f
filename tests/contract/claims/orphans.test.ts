// Nothing of a probe outlives the program that measures, even where that is killed without a word.
// `orphans.long.test.ts` has further moments.
import { describe, it } from 'vitest';
import { expectNothingLeft, moments, oneOfEach } from './orphan-moments';

const some = moments.filter(({ name }) => oneOfEach.includes(name));

describe.runIf(process.platform === 'linux')('a program that is killed while it measures', () => {
  it.each(some)('leaves nothing of $name', expectNothingLeft, 120_000);
});
