// Own Python beside files with names of the standard library: in the oldest Python, and where nobody asks for them.
import { describe, it } from 'vitest';
import { hasPython } from '../../helpers/interpreters';
import { expectOk, expectOkOnPath, imports, newest, oldest, shadows } from './shadow-runs';

describe.runIf(hasPython)('files with names of the standard library', { timeout: 120_000 }, () => {
  it.each([oldest?.id])('are own code’s, where it imports them: %s', (id) =>
    expectOk(shadows('imported', imports), id ?? ''),
  );

  it.each([
    [oldest?.id, imports],
    [oldest?.id, () => ''],
    [newest?.id, () => ''],
  ])('hide nothing on the search path: %s', (id, statement) => expectOkOnPath(statement, id ?? ''));

  it('hide nothing where it does not', () =>
    expectOk(
      shadows('beside', () => ''),
      newest?.id ?? '',
    ));
});
