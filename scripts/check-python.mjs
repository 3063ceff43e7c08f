// `npm run check:python`: pyright over the Python half, then its tests in the Python that is found.
import { runMain } from './lib/lifecycle.mjs';

const LIMIT_MS = 5 * 60_000;

void runMain(async () => {
  const { join } = await import('node:path');
  const { run } = await import('./lib/child.mjs');
  const { counts, lastLine, sumCounts } = await import('./lib/counts.mjs');
  const { ROOT } = await import('./lib/paths.mjs');
  const { findPython, unittestCounts } = await import('./lib/python-tests.mjs');
  const { say } = await import('./lib/say.mjs');

  const pyright = join(ROOT, 'node_modules', 'pyright', 'index.js');
  const types = await run(process.execPath, [pyright], { cwd: ROOT, timeoutMs: LIMIT_MS });
  const typed = types.code === 0;
  if (!typed) process.stdout.write(types.output);
  say(typed ? 'passed' : 'FAILED', 'types of src/python and tests/python');

  const all = [typed ? counts(1, 0) : counts(0, 1)];
  const python = findPython();
  if (python === undefined) {
    say('skipped', 'tests of src/python: no Python 3.8 or newer is on the PATH');
    all.push(counts(0, 0, 1));
  } else {
    const args = ['-B', '-m', 'unittest', 'discover', '-s', join('tests', 'python')];
    const env = { ...process.env, PYTHONPATH: join(ROOT, 'src', 'python') };
    const tests = await run(python, args, { cwd: ROOT, env, timeoutMs: LIMIT_MS });
    const sum = unittestCounts(tests.output, tests.code);
    if (sum.failed > 0) process.stdout.write(tests.output);
    say(sum.failed === 0 ? 'passed' : 'FAILED', `tests of src/python, in ${python}`);
    all.push(sum);
  }
  const sum = sumCounts(all);
  process.stdout.write(`${lastLine(sum)}\n`);
  return sum.failed > 0 ? 1 : 0;
});
