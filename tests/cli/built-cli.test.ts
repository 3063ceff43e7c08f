// The built command line as users run it: a real process each time.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { machineSchema } from '@shared/report/machine';
import { parseExperimentText } from '@shared/experiment/parse-experiment';
import { parseReport } from '@shared/report/report-file';
import { builtCli } from '../helpers/entries';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Options {
  readonly input?: string;
  /** Sent one after the other, each when the standard error says this. */
  readonly interrupts?: readonly { readonly at: string; readonly signal: NodeJS.Signals }[];
  readonly env?: Readonly<Record<string, string>>;
  readonly onStart?: (pid: number) => Promise<void>;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelane-test-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

function corelane(
  args: readonly string[],
  { input = '', interrupts = [], env = {}, onStart }: Options = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [builtCli, ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    timeout: 25_000,
    killSignal: 'SIGKILL',
  });
  let [out, err] = ['', ''];
  const left = [...interrupts];
  child.stdout.setEncoding('utf8').on('data', (part: string) => (out += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    err += part;
    while (left[0] !== undefined && err.includes(left[0].at)) child.kill(left.shift()?.signal);
  });
  child.stdin.end(input);
  const told = child.pid === undefined ? undefined : onStart?.(child.pid);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    told?.catch(reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

const tiny = JSON.stringify({
  version: 1,
  name: 'Tiny',
  workload: { kind: 'powers', params: { iterations: 1 } },
  tasks: 2,
  strategies: [{ kind: 'serial' }],
  repeats: 1,
  warmup: 0,
  emptyRepeats: 0,
});

describe('corelane', () => {
  it('can be run by its name', async () => {
    expect((await readFile(builtCli, 'utf8')).split('\n', 1)).toEqual(['#!/usr/bin/env node']);
  });

  it.each([[['--help']], [[]], [['run', '--help']]])('helps: %j', async (args) => {
    const { code, out, err } = await corelane(args);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Usage: corelane');
  });

  it('says its version', async () => {
    const manifest = await readFile(join(builtCli, '../../../package.json'), 'utf8');
    const { version } = JSON.parse(manifest) as { readonly version: string };
    expect(await corelane(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('prints an experiment that it takes back', async () => {
    const { code, out } = await corelane(['init', 'two-threads']);
    expect(code).toBe(0);
    expect(parseExperimentText(out).ok).toBe(true);
    const plan = await corelane(['run', '-', '--dry-run', '--no-pilot'], { input: out });
    expect(plan).toMatchObject({ code: 0, err: '' });
    expect(plan.out).toContain('threads-2');
    expect(plan.out).not.toContain('cost');
    expect(await readdir(folder)).toEqual([]);
  });

  it('shows the machine', async () => {
    const { code, out } = await corelane(['machine', '--json']);
    expect(code).toBe(0);
    expect(machineSchema.safeParse(JSON.parse(out)).success).toBe(true);
    expect((await corelane(['machine'])).out).toContain('usable cores');
  });

  it.each([
    [['--help'], { CORELANE_LANGUAGE: '', LC_ALL: 'zh_CN.UTF-8' }, '用法：corelane'],
    [['--help'], { CORELANE_LANGUAGE: '', LC_ALL: 'C' }, 'Usage: corelane'],
    [['--help'], { CORELANE_LANGUAGE: 'zh', LC_ALL: 'C' }, '用法：corelane'],
    [['run', '--help', '--language', 'en'], { CORELANE_LANGUAGE: 'zh' }, 'Usage: corelane run'],
    [['--language=zh', 'run', '--help'], {}, '用法：corelane run'],
  ])('speaks the language that is asked for: %j %j', async (args, env, text) => {
    const { code, out, err } = await corelane(args, { env });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(text);
  });

  it.each([
    ['de', 'C', 'CORELANE_LANGUAGE is de and was ignored: it takes en or zh.', 'Usage: corelane'],
    [
      'zh_CN',
      'zh_CN.UTF-8',
      'CORELANE_LANGUAGE 的值是 zh_CN，未被采用：可取 en 或 zh。',
      '用法：corelane',
    ],
    ['\u001B[31m', 'C', 'CORELANE_LANGUAGE is', 'Usage: corelane'],
  ])('says so where the variable names no language: %j', async (name, locale, said, text) => {
    const env = { CORELANE_LANGUAGE: name, LC_ALL: locale };
    const { code, out, err } = await corelane(['--help'], { env });
    expect([code, out.includes(text), err.includes(said)]).toEqual([0, true, true]);
    expect(err.trimEnd()).not.toMatch(/\p{Cc}/u);
    const named = await corelane(['--help', '--language', 'en'], { env });
    expect([named.code, named.err]).toEqual([0, '']);
  });

  it('loads neither engine nor schemas, nor Chinese, for what does not need them', async () => {
    // What interpreters say of themselves is parsed by a schema.
    const schemas = /ZodType|class Recorder|require\("(node:)?worker_threads/;
    const engine = /class Recorder|require\("(node:)?worker_threads/;
    const cases = [
      [['--help'], schemas],
      [['init'], schemas],
      [['machine'], engine],
    ] as const;
    for (const [args, unwanted] of cases) {
      const trace = await new Promise<string>((resolve, reject) => {
        const child = spawn(process.execPath, [builtCli, ...args], {
          env: { ...process.env, NODE_DEBUG: 'module' },
        });
        let text = '';
        child.stdout.resume();
        child.stderr.setEncoding('utf8').on('data', (part: string) => (text += part));
        child.on('error', reject);
        child.on('close', () => resolve(text));
      });
      const loaded = [
        ...new Set([...trace.matchAll(/load "([^"]+\.js)"/g)].map(([, path]) => path ?? '')),
      ];
      expect(loaded).toContain(builtCli);
      for (const path of loaded) {
        const text = await readFile(path, 'utf8');
        expect(text, `${args.join(' ')} loads ${path}`).not.toMatch(unwanted);
        expect(text, `${args.join(' ')} loads ${path}`).not.toContain('工作者');
      }
    }
  });

  it.each([
    [['fly'], 'no command fly'],
    [['--language', 'fr', 'runs'], '--language takes en or zh'],
    [['init', 'nope'], 'no preset nope'],
    [['run', 'none.json'], 'none.json could not be read: there is no such file'],
    [['run', '.'], 'it is a folder'],
    [['run', 'x', '--format', 'pdf'], '--format pdf'],
  ])('exits with 2 and one sentence for %j', async (args, part) => {
    const { code, out, err } = await corelane(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^corelane: /);
    expect(err).toContain(part);
    expect(err).not.toContain('    at ');
  });

  it.each([
    ['', 'The standard input is empty.'],
    [' \n', 'The standard input is empty.'],
    ['{', 'standard input: '],
    ['[]', 'standard input: '],
    [tiny.replace('"tasks":2', '"tasks":0'), 'tasks '],
    [tiny.replace('"tasks"', '"taskz"'), 'taskz '],
    ['x'.repeat(1_000_001), 'larger than 1 MB'],
  ])('exits with 2 for a bad experiment', async (input, part) => {
    const { code, out, err } = await corelane(['run', '-', '--out', 'never'], { input });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(part);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(await readdir(folder)).toEqual([]);
  });

  it('writes no commands to the terminal that a file holds', async () => {
    const name = JSON.stringify('\u001B[2Jx');
    const named = tiny.replace('"Tiny"', name);
    const runs = await Promise.all([
      corelane(['run', '-', '--out', 'escape'], { input: named }),
      corelane(['run', '-', '--dry-run', '--no-pilot'], { input: named }),
      corelane(['run', '-'], { input: tiny.replace('"tasks"', name) }),
    ]);
    for (const { out, err } of runs) {
      expect(out + err).toContain('[2Jx');
      expect(out + err).not.toContain('\u001B');
    }
    await rm(join(folder, 'escape'), { recursive: true });
  });

  it('refuses a folder that it can not write to before it runs anything', async () => {
    await writeFile(join(folder, 'taken'), '');
    const { code, err } = await corelane(['run', '-', '--out', 'taken'], { input: tiny });
    await rm(join(folder, 'taken'));
    expect(code).toBe(2);
    expect(err).toContain('could not be written');
    expect(err).not.toContain('trial');
  });

  it('runs, shows a table and leaves the files asked for', async () => {
    const { code, out, err } = await corelane(
      ['run', '-', '--out', 'a/b', '--format', 'json,csv'],
      {
        input: tiny,
      },
    );
    expect(code).toBe(0);
    expect(out).toContain('serial');
    expect(err).toMatch(/trial 1 of 1 {2}serial-1 {2}cold .* warm /);
    expect((await readdir(join(folder, 'a/b'))).sort()).toEqual([
      expect.stringMatching(/^Tiny-\d{4}-\d\d-\d\dT\d{6}Z$/),
      ...['latest', 'report.csv', 'report.json'],
    ]);
    const report = parseReport(await readFile(join(folder, 'a/b/report.json'), 'utf8'));
    expect(report.ok && report.value.program.shell).toBe('cli');
  });

  it('says beforehand what the run will cost, unless told not to', async () => {
    const line = /^(about|at least) .*, up to \d+(\.\d+)? of \d+ cores? busy, \d+(\.\d+)? MB$/m;
    const dry = await corelane(['run', '-', '--dry-run'], { input: tiny });
    expect(dry).toMatchObject({ code: 0, err: '' });
    expect(dry.out).toMatch(/^cost: about /m);
    expect(dry.out.replace('cost: ', '')).toMatch(line);
    const [told, untold] = await Promise.all([
      corelane(['run', '-', '--out', 'told'], { input: tiny }),
      corelane(['run', '-', '--out', 'untold', '--no-pilot'], { input: tiny }),
    ]);
    expect(told.err.split('\n')[0]).toMatch(line);
    expect(untold.err).not.toMatch(line);
  });

  it.runIf(process.platform === 'linux')(
    'is stopped before the first trial where that is asked during the pilot',
    async () => {
      const input = tiny.replace('"iterations":1', '"iterations":1000000000');
      const { code, err } = await corelane(['run', '-', '--out', 'early'], {
        input,
        onStart: async (pid) => {
          const children = `/proc/${pid}/task/${pid}/children`;
          await vi.waitFor(
            async () => expect(await readFile(children, 'utf8')).not.toBe(''),
            10_000,
          );
          process.kill(pid, 'SIGINT');
        },
      });
      expect([code, err]).toEqual([1, 'corelane: stopped before the first trial.\n']);
    },
  );

  it('is quiet when told', async () => {
    const { code, err } = await corelane(['run', '-', '-q', '--out', 'quiet'], { input: tiny });
    expect([code, err]).toEqual([0, '']);
  });

  it('exits with 1 where a trial failed', async () => {
    const input = tiny.replace(
      '"powers","params":{"iterations":1}',
      '"fault","params":{"mode":1,"atTask":1}',
    );
    const { code, err } = await corelane(['run', '-', '--out', 'fault'], { input });
    expect(code).toBe(1);
    expect(err).toContain('exit code 3');
    expect(await readdir(join(folder, 'fault'))).toContain('report.json');
  });

  it('stops when asked, and still reports what was measured', async () => {
    const input = tiny
      .replace('"iterations":1', '"iterations":1000000000')
      .replace('"tasks":2', '"tasks":1000');
    const { code, err } = await corelane(['run', '-', '--out', 'stopped'], {
      input,
      interrupts: [{ at: 'trial', signal: 'SIGINT' }],
    });
    expect(code).toBe(1);
    expect(err).toContain('stopping');
    const report = parseReport(await readFile(join(folder, 'stopped/report.json'), 'utf8'));
    expect(report.ok && report.value.run.status).toBe('stopped');
  });

  it('quits at the second signal, and leaves no folder', async () => {
    const temporary = await mkdtemp(join(tmpdir(), 'corelane-test-'));
    const input = tiny
      .replace('"powers","params":{"iterations":1}', '"files","params":{"bytes":100000}')
      .replace('"tasks":2', '"tasks":10')
      .replace('"repeats":1', '"repeats":100');
    const { code } = await corelane(['run', '-', '--out', 'quit'], {
      input,
      env: { TMPDIR: temporary },
      interrupts: [
        { at: 'of 100', signal: 'SIGINT' },
        { at: 'stopping', signal: 'SIGTERM' },
      ],
    });
    const left = await readdir(temporary);
    await rm(temporary, { recursive: true });
    expect([code, left]).toEqual([143, []]);
  });
});
