// The limit on a user's processes and threads: every strategy says so, and the run goes on.
import { whyOf } from '../helpers/failures';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canBecomeOthers, readableCli, runAsOther } from '../helpers/unprivileged';

const workers = 24;
const experiment = {
  version: 1,
  name: 'Process limit',
  workload: { kind: 'wait', params: { ms: 5 } },
  tasks: 4,
  strategies: [
    { kind: 'serial' },
    { kind: 'async', workers: 2 },
    { kind: 'threads', workers },
    { kind: 'processes', workers },
    { kind: 'python-threads', workers },
    { kind: 'python-processes', workers, startMethod: 'fork' },
    { kind: 'python-pool', workers, executor: 'thread' },
    { kind: 'python-pool', workers, startMethod: 'fork' },
  ],
  repeats: 1,
  warmup: 0,
  emptyRepeats: 0,
  timeoutSeconds: 15,
};

// Skipped where nobody else can be become: the limit does not hold for root, and counts all of a user's processes.
describe.runIf(canBecomeOthers)('too many processes', () => {
  let folder: string;
  let cli: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corelane-test-'));
    cli = await readableCli(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([16, 22, 30])('of %i at most, each trial says so', { timeout: 120_000 }, async (most) => {
    const { report, said } = await runAsOther(folder, cli, `-u ${most}`, experiment);
    expect(said).not.toMatch(/^ +at /m);
    expect(report?.run.status).toBe('done');
    expect(report?.cells.length).toBeGreaterThanOrEqual(4);
    for (const { trials } of report?.cells ?? []) {
      for (const { status, evidence } of trials) {
        if (status !== 'ok') expect(whyOf(evidence)).toMatch(/ulimit -u.*use fewer workers/);
      }
    }
    const many = report?.cells.filter((cell) => cell.workers === workers) ?? [];
    expect(many.every(({ trials: [trial] }) => trial?.status !== 'ok')).toBe(true);
  });
});
