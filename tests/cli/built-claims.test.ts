// `corelane claims` as users run it: a real process each time.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsSchema } from '@shared/claims/findings-file';
import { builtCli } from '../helpers/entries';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelane-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** @param interruptAt what the standard error says when Ctrl-C is pressed */
function experiment(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  interruptAt?: string,
): Promise<Ended> {
  const child = spawn(process.execPath, [builtCli, 'claims', ...args], {
    ...{ cwd: folder, env, timeout: 60_000, killSignal: 'SIGKILL' },
  });
  let [out, err, asked] = ['', '', false];
  child.stdout.setEncoding('utf8').on('data', (part: string) => (out += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    err += part;
    if (asked || interruptAt === undefined || !err.includes(interruptAt)) return;
    asked = true;
    child.kill('SIGINT');
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

describe('corelane claims', () => {
  it('tells a finding and leaves the files asked for', async () => {
    const files = ['--json', 'made/f.json', '--html', 'f.html'];
    const { code, out, err } = await experiment(['heap', ...files]);
    expect(code).toBe(0);
    expect(out).toMatch(/^ 1 . Threads of one process share one heap/);
    expect(err).toContain('f.json');
    const file = findingsSchema.parse(
      JSON.parse(await readFile(join(folder, 'made/f.json'), 'utf8')),
    );
    expect(file.findings.map(({ id }) => id)).toEqual(['heap']);
    expect(await readFile(join(folder, 'f.html'), 'utf8')).toContain('id="heap"');
    // It was kept as soon as it was there.
    expect(await experiment(['heap', '--kept'])).toEqual({ code: 0, out, err: '' });
    expect(await experiment(['kill', '--kept'])).toMatchObject({ code: 1 });
  });

  it('refuses a file that it can not write before it measures anything', async () => {
    await writeFile(join(folder, 'taken'), '');
    const { code, err } = await experiment(['heap', '--json', 'taken/f.json']);
    expect(code).toBe(2);
    expect(err).toContain('could not be written');
    expect(err).not.toContain('heap:');
    const folderNamed = await experiment(['heap', '--html', '.']);
    expect(folderNamed).toMatchObject({ code: 2, out: '' });
    expect(folderNamed.err).toContain('it is a folder');
  });

  it('says why there is no temporary folder, without a stack trace', async () => {
    const TMPDIR = join(folder, 'nowhere');
    const { code, err } = await experiment(['heap'], { ...process.env, TMPDIR });
    expect(code).toBe(1);
    expect(err).toContain(
      `corelane: no temporary folder could be made in ${TMPDIR}: it is not there`,
    );
    expect(err).not.toMatch(/^ +at /m);
  });

  it('stops when asked, without a finding of what it had begun', async () => {
    const { code, out, err } = await experiment(['cores'], process.env, 'cores:');
    expect([code, out]).toEqual([1, 'Nothing was found.\n']);
    expect(err).toContain('stopping');
  });

  it('says what is missing where there is neither a Python nor a screen', async () => {
    const bare = { PATH: '/nonexistent', HOME: folder };
    const { code, out } = await experiment(['heap', 'responsive'], bare);
    expect(code).toBe(0);
    expect(out).toContain('No Python was found here');
    if (process.platform === 'linux') expect(out).toMatch(/There is no (screen|Electron) here/);
  });
});
