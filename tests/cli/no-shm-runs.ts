// Runs of the command line without a usable /dev/shm: for the tests of that.
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Report } from '@shared/report/report';
import { parseReport } from '@shared/report/report-file';
import { problemText } from '@present/words/engine/problems';
import { builtCli } from '../helpers/entries';
import { whyOf } from '../helpers/failures';
import { notesOf } from '../helpers/notes';

const startMethod = ['fork', 'spawn', 'forkserver'];
const experiment = {
  version: 1,
  name: 'No shared memory',
  workload: { kind: 'wait', params: { ms: 5 } },
  tasks: 4,
  strategies: [
    { kind: 'serial' },
    { kind: 'threads', workers: 2 },
    { kind: 'processes', workers: 2 },
    { kind: 'python-threads', workers: 2 },
    { kind: 'python-processes', workers: 2, startMethod },
    { kind: 'python-pool', workers: 2, startMethod },
  ],
  repeats: 1,
  warmup: 0,
  emptyRepeats: 0,
  timeoutSeconds: 20,
};

/** Mounts of its own need a right that only root has everywhere. */
export const canMount =
  process.platform === 'linux' &&
  spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/dev/shm']).status === 0;

/** A `/dev` with the devices that programs need, and nothing else. */
const bareDev =
  'D=$(mktemp -d) && for one in null zero random urandom; do touch $D/$one && mount --bind /dev/$one $D/$one; done && mount --rbind $D /dev';

/** What is done to /dev/shm, by what it is then. */
export const places = {
  'is read-only': 'mount -t tmpfs -o ro none /dev/shm',
  'is full': 'mount -t tmpfs -o size=4k none /dev/shm && head -c 4096 /dev/zero >/dev/shm/full',
  'is not there': bareDev,
} as const;

async function runThere(folder: string, mount: string): Promise<Report> {
  const out = await mkdtemp(join(folder, 'out-'));
  await new Promise<void>((resolve) => {
    const run = ['run', '-', '--no-pilot', '--format', 'json', '--out', out];
    const shell = ['-m', 'sh', '-c', `${mount} && exec "$0" "$@"`];
    const args = [...shell, process.execPath, builtCli, ...run];
    const env = { ...process.env, TMPDIR: folder };
    const child = execFile('unshare', args, { env, timeout: 100_000 }, () => resolve());
    child.stdin?.end(JSON.stringify(experiment));
  });
  const report = parseReport(await readFile(join(out, 'report.json'), 'utf8'));
  if (!report.ok) throw new Error(problemText(report.problem));
  return report.value;
}

/** Expects that only what needs shared memory fails, and says so. */
export async function expectMeasured(folder: string, mount: string): Promise<void> {
  const report = await runThere(folder, mount);
  expect(report.run.status).toBe('done');
  expect(notesOf(report.run).join(' ')).not.toContain('sampler');
  expect(report.samples.workers.atNs.length).toBeGreaterThan(0);
  for (const { strategy, trials } of report.cells) {
    for (const { status, evidence } of trials) {
      if (strategy !== 'python-process-pool') expect(status).toBe('ok');
      else expect(whyOf(evidence)).toMatch(/\/dev\/shm.*use python-threads/);
    }
  }
}
