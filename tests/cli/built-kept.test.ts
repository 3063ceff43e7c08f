// What was measured survives: the built command line, killed, hung up, with outputs that are gone.
import { problemText } from '@present/words/engine/problems';
import { sayWarnings } from '@present/words/warnings';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, closeSync } from 'node:fs';
import {
  lstat,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '@shared/report/report';
import { parseReport } from '@shared/report/report-file';
import { builtCli } from '../helpers/entries';

let folder: string;
let out: string;
let number = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelane-test-'));
});
beforeEach(() => {
  number += 1;
  out = join(folder, `out-${number}`);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Trials of about 60 ms, in so many rounds. */
const waits = (repeats: number, name = 'Short waits'): string =>
  JSON.stringify({
    version: 1,
    name,
    workload: { kind: 'wait', params: { ms: 5 } },
    tasks: 2,
    strategies: [{ kind: 'serial' }],
    repeats,
    warmup: 0,
    emptyRepeats: 0,
    sampling: { hz: 0, memoryHz: 0 },
  });

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves when the standard error has said so. */
  readonly until: (text: RegExp) => Promise<void>;
}

type Stdio = 'pipe' | number;

function start(args: readonly string[], input = '', stdio: readonly Stdio[] = []): Started {
  const [stdout = 'pipe', stderr = 'pipe'] = stdio;
  const child = spawn(process.execPath, [builtCli, ...args], {
    cwd: folder,
    stdio: ['pipe', stdout, stderr],
    timeout: 25_000,
    killSignal: 'SIGKILL',
  });
  let [printed, err] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (part: string) => (printed += part));
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (err += part));
  child.stdin?.on('error', () => undefined).end(input);
  const until = (text: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (text.test(err)) resolve();
      };
      child.stderr?.on('data', look).on('end', () => reject(new Error(`it said: ${err}`)));
      look();
    });
  const ended = once(child, 'close').then(([code, signal]) => ({
    ...{ code: code as number | null, signal: signal as NodeJS.Signals | null, out: printed, err },
  }));
  return { child, ended, until };
}

const corelane = (args: readonly string[], input = '', stdio: readonly Stdio[] = []) =>
  start(args, input, stdio).ended;

const runArgs = (): string[] => ['run', '-', '--no-pilot', '--format', 'json', '--out', out];

async function reportAt(path: string): Promise<Report> {
  const report = parseReport(await readFile(path, 'utf8'));
  if (!report.ok) throw new Error(problemText(report.problem));
  return report.value;
}

const trialsOf = (report: Report): number => report.cells[0]?.trials.length ?? 0;

describe('a run that is killed', () => {
  it('leaves every finished trial, of which a report is made', async () => {
    const run = start(runArgs(), waits(100, 'Killed'));
    await run.until(/trial +3 of/);
    run.child.kill('SIGKILL');
    expect((await run.ended).signal).toBe('SIGKILL');
    const listed = await corelane(['runs']);
    expect(listed.out).toMatch(/-Killed-[0-9a-f]{8} +unfinished/);

    const recovered = await corelane(['recover', '--out', out, '--format', 'json']);
    expect(recovered).toMatchObject({ code: 0 });
    expect(recovered.out).toContain('unfinished');
    const report = await reportAt(join(out, 'report.json'));
    expect(report.run.status).toBe('unfinished');
    // Three were told of: they are all on disk.
    expect(trialsOf(report)).toBeGreaterThanOrEqual(3);
    expect((await corelane(['runs'])).out).toContain('kept, unfinished');

    const again = await corelane(['recover', '--out', out]);
    expect(again).toMatchObject({ code: 0, out: '', err: 'Nothing was left unfinished.\n' });
    const unknown = await corelane(['recover', 'nothing-like-it']);
    expect(unknown).toMatchObject({ code: 2 });
  });

  it('is named, with a remedy, where nothing can be read of it', async () => {
    const run = start(runArgs(), waits(100, 'Damaged'));
    await run.until(/trial +1 of/);
    run.child.kill('SIGKILL');
    await run.ended;
    const id = /\S+-Damaged-[0-9a-f]{8}/.exec((await corelane(['runs'])).out)?.[0] ?? '';
    await writeFile(join(process.env['CORELANE_DATA'] ?? '', 'runs', id, 'journal.ndjson'), '?\n');
    const remedy = `"corelane recover --discard ${id}" removes it.\n`;
    for (const which of [[], [id]]) {
      const refused = await corelane(['recover', ...which, '--out', out]);
      expect(refused).toMatchObject({ code: 1, out: '' });
      expect(refused.err).toMatch(/^corelane: [^\n]*journal\.ndjson could not be read: [^\n]*\n$/);
      expect(refused.err.endsWith(remedy)).toBe(true);
    }
    expect(await corelane(['recover', '--discard', id])).toMatchObject({ code: 0 });
  });

  it('is left alone while it is under way', async () => {
    const run = start(runArgs(), waits(100, 'Under way'));
    await run.until(/trial +1 of/);
    const recovered = await corelane(['recover', '--out', join(folder, 'none')]);
    expect(recovered.err).toContain(`is under way (process ${run.child.pid})`);
    run.child.kill('SIGINT');
    expect(await run.ended).toMatchObject({ code: 1 });
    expect((await reportAt(join(out, 'report.json'))).run.status).toBe('stopped');
  });
});

describe('the folder for the files', () => {
  it('keeps the files of every run, also of two at once', async () => {
    const runs = [start(runArgs(), waits(5)), start(runArgs(), waits(5))];
    const ended = await Promise.all(runs.map((run) => run.ended));
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    const names = await readdir(out);
    const own = names.filter((name) => name.startsWith('Short-waits-2'));
    expect(own).toHaveLength(2);
    const reports = await Promise.all(own.map((name) => reportAt(join(out, name, 'report.json'))));
    expect(new Set(reports.map(({ id }) => id)).size).toBe(2);
    // Whichever came second found the other under way, and says so.
    const seen = reports.flatMap(({ run }) => run.otherRuns ?? []);
    expect(seen.length).toBeGreaterThan(0);
    expect(runs.map(({ child }) => child.pid)).toEqual(expect.arrayContaining(seen));
    const warned = reports.flatMap((one) => sayWarnings(one).map(({ text }) => text)).join();
    expect(warned.toLowerCase()).toContain(`another corelane run (pid ${seen[0]})`);
    expect(names.sort()).toEqual([...own, 'latest', 'report.json'].sort());
    expect(own).toContain(await readlink(join(out, 'latest')));
    expect(await readlink(join(out, 'report.json'))).toBe(join('latest', 'report.json'));
  });

  it('replaces no file of another, unless it is forced to', async () => {
    await corelane(runArgs(), waits(1));
    await rm(join(out, 'report.json'));
    await writeFile(join(out, 'report.json'), 'an hour of measuring');
    const second = await corelane(runArgs(), waits(1));
    expect(second.err).toContain('report.json was left as it is');
    expect(await readFile(join(out, 'report.json'), 'utf8')).toBe('an hour of measuring');
    const quiet = await corelane([...runArgs(), '--quiet'], waits(1));
    expect(quiet.err).toContain('report.json was left as it is');
    const third = await corelane([...runArgs(), '--force'], waits(1));
    expect(third.code).toBe(0);
    expect((await lstat(join(out, 'report.json'))).isSymbolicLink()).toBe(true);
  });
});

describe('an output that is gone', () => {
  it.runIf(process.platform === 'linux')('is told of in one sentence', async () => {
    const full = openSync('/dev/full', 'w');
    try {
      for (const args of [['init'], ['machine'], ['--help']]) {
        const ended = await corelane(args, '', [full]);
        expect(ended).toMatchObject({
          code: 1,
          err: 'corelane: the output could not be written: the disk is full.\n',
        });
      }
      const run = await corelane(runArgs(), waits(2), ['pipe', full]);
      expect(run.code).toBe(0);
      expect(trialsOf(await reportAt(join(out, 'report.json')))).toBe(2);
    } finally {
      closeSync(full);
    }
  });

  it('does not end a run whose progress nobody reads', async () => {
    const run = start(runArgs(), waits(5));
    await run.until(/trial +1 of/);
    run.child.stderr?.destroy();
    run.child.stdout?.destroy();
    expect((await run.ended).code).toBe(0);
    expect(trialsOf(await reportAt(join(out, 'report.json')))).toBe(5);
  });

  it('is stopped by a closed terminal, however often that is said, and written', async () => {
    const run = start(runArgs(), waits(100));
    await run.until(/trial +1 of/);
    run.child.stderr?.destroy();
    for (let times = 0; times < 3; times += 1) run.child.kill('SIGHUP');
    expect(await run.ended).toMatchObject({ code: 1, signal: null });
    expect((await reportAt(join(out, 'report.json'))).run.status).toBe('stopped');
  });

  // A terminal that hangs up: reading and writing it fail from then on, and a signal says so.
  it.runIf(process.platform === 'linux')(
    'is a terminal that was closed: the report is written',
    async () => {
      const program = `
import os, pty, re, select, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], sys.argv[1:])
said = b""
while not re.search(b"trial +2 of", said):
    if select.select([terminal], [], [], 20)[0]: said += os.read(terminal, 100000)
    else: break
os.close(terminal)
_, status = os.waitpid(pid, 0)
print(os.WTERMSIG(status) if os.WIFSIGNALED(status) else -os.WEXITSTATUS(status))`;
      const file = join(folder, 'terminal.corelane.json');
      await writeFile(file, waits(50));
      const cli = [process.execPath, builtCli, 'run', file, '--no-pilot', '--format', 'json'];
      const { stdout } = await promisify(execFile)(
        'python3',
        ['-c', program, ...cli, '--out', out],
        { timeout: 25_000 },
      );
      expect(stdout.trim()).toBe(String(constants.signals.SIGHUP));
      const report = await reportAt(join(out, 'report.json'));
      expect(report.run.status).toBe('stopped');
      expect(trialsOf(report)).toBeGreaterThan(0);
    },
  );

  it('leaves the report in a second place where the folder is gone', async () => {
    const run = start(runArgs(), waits(3));
    await run.until(/trial +1 of/);
    await rename(out, `${out}-away`);
    await writeFile(out, 'a file in its place');
    const ended = await run.ended;
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('a part of the path is not a folder');
    const [, kept = '', id = ''] =
      /The report is kept: (\S+). corelane recover (\S+) writes/.exec(ended.err) ?? [];
    expect((await lstat(kept)).isFile()).toBe(true);
    const second = join(folder, 'second');
    expect(await corelane(['recover', id, '--out', second])).toMatchObject({ code: 0 });
    expect((await reportAt(join(second, 'report.json'))).run.status).toBe('done');
  });
});
