// `npm run check:code`: the types and the lint. Both take the same programs, so that no file is parsed twice and no
// type is found out twice. `--types` leaves the lint out.
import { runMain } from './lib/lifecycle.mjs';

/** From the one that allows least: a file is checked in the first that has it. */
const CONFIGS = ['pure', 'node', 'preload', 'web', 'tests'];

void runMain(async () => {
  const { join } = await import('node:path');
  const { checkTypes, describeMistakes } = await import('./lib/code/programs.mjs');
  const { lintWith } = await import('./lib/code/lint.mjs');
  const { counts, lastLine, sumCounts } = await import('./lib/counts.mjs');
  const { ROOT } = await import('./lib/paths.mjs');
  const { say, SetupError } = await import('./lib/say.mjs');

  const args = process.argv.slice(2);
  if (args.some((arg) => arg !== '--types') || args.length > 1) {
    throw new SetupError('Usage: npm run check:code [-- --types]');
  }
  const lint = args.length === 0 ? lintWith(ROOT) : undefined;
  let wrong = 0;
  for (const checked of checkTypes(CONFIGS.map((name) => join(ROOT, `tsconfig.${name}.json`)))) {
    wrong += checked.mistakes.length;
    process.stdout.write(describeMistakes(checked.mistakes, ROOT));
    await lint?.files(checked);
  }
  say(wrong === 0 ? 'passed' : 'FAILED', 'types');
  const all = [wrong === 0 ? counts(1, 0) : counts(0, 1)];
  if (lint) {
    const { clean, text } = await lint.rest();
    process.stdout.write(text);
    say(clean ? 'passed' : 'FAILED', 'lint');
    all.push(clean ? counts(1, 0) : counts(0, 1));
  }
  const sum = sumCounts(all);
  process.stdout.write(`${lastLine(sum)}\n`);
  return sum.failed > 0 ? 1 : 0;
});
