// Limits of the machine that are reached: the trial says so in one sentence, and the run goes on.
import { problemText } from '@present/words/engine/problems';
import { whyOf } from '../helpers/failures';
import { notesOf } from '../helpers/notes';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '@shared/report/report';
import { parseReport } from '@shared/report/report-file';
import { builtCli } from '../helpers/entries';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelane-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

const experiment = {
  version: 1,
  name: 'Shortage',
  workload: { kind: 'wait', params: { ms: 5 } },
  tasks: 2,
  strategies: [
    { kind: 'serial' },
    { kind: 'threads', workers: 32 },
    { kind: 'processes', workers: 32 },
  ],
  repeats: 1,
  warmup: 0,
  emptyRepeats: 0,
};

interface Ended {
  readonly report: Report;
  readonly said: string;
}

/** Runs the built command line under a limit of the shell's. */
function runUnder(limit: string, out: string, what: object = experiment): Promise<Ended> {
  const args = ['run', '-', '--no-pilot', '--format', 'json', '--out', out];
  return new Promise((resolve, reject) => {
    const shell = ['-c', `ulimit ${limit} && exec "$0" "$@"`, process.execPath, builtCli, ...args];
    const child = execFile('/bin/sh', shell, { timeout: 60_000 }, (_error, _printed, said) => {
      readFile(join(out, 'report.json'), 'utf8').then(
        (text) => {
          const report = parseReport(text);
          if (report.ok) resolve({ report: report.value, said });
          else reject(new Error(problemText(report.problem)));
        },
        () => reject(new Error(`no report: ${said}`)),
      );
    });
    child.stdin?.end(JSON.stringify(what));
  });
}

describe.runIf(process.platform === 'linux')('too many open files', () => {
  it('fails the trials that need them, by name, and no other', { timeout: 60_000 }, async () => {
    const { report, said } = await runUnder('-n 44', join(folder, 'files'));
    expect(said).not.toMatch(/^ +at /m);
    expect(report.run.status).toBe('done');
    const trials = new Map(report.cells.map(({ strategy, trials: [trial] }) => [strategy, trial]));
    expect(trials.get('serial')?.status).toBe('ok');
    const remedy = 'too many files are open. Raise that limit (ulimit -n), or use fewer workers.';
    for (const strategy of ['threads', 'processes'] as const) {
      expect(whyOf(trials.get(strategy)?.evidence)).toContain(remedy);
    }
  });

  it(
    'so many that nothing can be started end as a report all the same',
    { timeout: 60_000 },
    async () => {
      const { report, said } = await runUnder('-n 25', join(folder, 'none'));
      expect(said).not.toMatch(/^ +at /m);
      expect(report.run.status).toBe('done');
      for (const { trials } of report.cells) {
        expect(whyOf(trials[0]?.evidence)).toContain('too many files are open');
      }
    },
  );

  it('so many that no Python can be asked are told as such', { timeout: 60_000 }, async () => {
    const python = { ...experiment, strategies: [{ kind: 'serial' }, { kind: 'python-serial' }] };
    const { report } = await runUnder('-n 22', join(folder, 'search'), python);
    expect(notesOf(report.run)).toContain(
      'python-serial was left out: the search for Python failed: too many files are open. Raise that limit (ulimit -n), or use fewer workers.',
    );
  });
});

describe.runIf(process.platform === 'linux')('an address space that may not be enough', () => {
  it('is told before anything runs', { timeout: 60_000 }, async () => {
    const one = { ...experiment, strategies: [{ kind: 'serial' }] };
    const { said } = await runUnder('-v 3900000', join(folder, 'space'), one);
    expect(said).toMatch(/^corelane: the address space is limited to 3\.99 GB \(ulimit -v\)\./);
  });
});
