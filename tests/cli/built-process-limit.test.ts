// The limit on a user's processes and threads: every strategy says so, and the run goes on.
// `built-process-limit.long.test.ts` has tighter ones.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { canBecomeOthers, readableCli } from '../helpers/unprivileged';
import { expectSaid } from './process-limit-runs';

// Skipped where nobody else can be become: the limit does not hold for root, and counts all of a user's processes.
describe.runIf(canBecomeOthers)('too many processes', () => {
  let folder: string;
  let cli: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corelane-test-'));
    cli = await readableCli(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([30])('of %i at most, each trial says so', { timeout: 120_000 }, (most) =>
    expectSaid(folder, cli, most),
  );
});
