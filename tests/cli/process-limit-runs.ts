// Runs of the command line under a limit on processes and threads: for the tests of that limit.
import { expect } from 'vitest';
import { whyOf } from '../helpers/failures';
import { runAsOther } from '../helpers/unprivileged';

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

/** Runs every strategy with at most so many processes, and expects that each trial that fails says so. */
export async function expectSaid(folder: string, cli: string, most: number): Promise<void> {
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
}
