// Own Python beside files with names of the standard library: own code gets its own files, Corelane and the library keep
// theirs, in every strategy. `shadow.long.test.ts` has the oldest Python, and files that nobody asks for.
import { describe, it } from 'vitest';
import { hasPython } from '../../helpers/interpreters';
import { expectOk, expectOkOnPath, imports, newest, oldest, own, shadows } from './shadow-runs';

describe.runIf(hasPython)('files with names of the standard library', { timeout: 120_000 }, () => {
  it.each([newest?.id])('are own code’s, where it imports them: %s', (id) =>
    expectOk(shadows('imported', imports), id ?? ''),
  );

  it('are own code’s on the search path too', () => expectOkOnPath(imports, newest?.id ?? ''));

  it('do not replace what Python has loaded before it runs any file', async () => {
    own.write('early/os.py', 'raise RuntimeError("not for you")\n');
    own.write('early/sitecustomize.py', 'MINE = 1\n');
    const text =
      'import os, sitecustomize\ndef work(p, index, c):\n    return [os.sep, sitecustomize.MINE, index]\n';
    await expectOk(own.workload('early/work.py', text, { export: 'work' }), oldest?.id ?? '');
  });
});
