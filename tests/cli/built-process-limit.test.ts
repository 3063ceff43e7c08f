// The limit on a user's processes and threads: every strategy says so, and the run goes on.
// `built-process-limit.long.test.ts` has tighter ones.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canBecomeOthers, readableCli, runAsOther } from '../helpers/unprivileged';
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

  it('leave none for the bundler, which is not started then', { timeout: 120_000 }, async () => {
    const path = join(folder, 'work.mjs');
    await writeFile(path, 'export default (params, index) => index;');
    const workload = { kind: 'module', path };
    const experiment = {
      version: 1,
      name: 'No thread',
      workload,
      tasks: 2,
      strategies: [{ kind: 'serial' }],
    };
    const { code, said } = await runAsOther(folder, cli, '-u 14', experiment, ['--allow-code']);
    expect(code).toBe(2);
    expect(said).toContain(
      `${path} can't be run: the limit on processes and threads is reached. Raise it (ulimit -u`,
    );
    expect(said).not.toContain('panicked');
  });
});
