// A set-up lock is held by a living process or by nobody.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ended, ownHolder, parseHolder } from '../../scripts/lib/holder.mjs';
import { withLock } from '../../scripts/lib/lock.mjs';

let cache = '';
let file = '';
const root = '/a/checkout';

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'corelane-lock-'));
  file = join(cache, `set-up-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`);
});
afterEach(() => rmSync(cache, { recursive: true }));

const gone = (): number => spawnSync(process.execPath, ['-e', '']).pid;
const took = (): Promise<string> => withLock(root, cache, () => Promise.resolve('taken'));

it('is free again after the work, also where that fails', async () => {
  expect(await took()).toBe('taken');
  await expect(withLock(root, cache, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(readdirSync(cache)).toEqual([]);
});

it.each<[string, () => string]>([
  ['empty', () => ''],
  ['cut short', () => '{"pid": 12'],
  ['of an older version', () => '1'],
  ['of a process that has ended', () => JSON.stringify({ ...ownHolder(), pid: gone() })],
  ['of a number given to another process', () => JSON.stringify({ ...ownHolder(), start: '1' })],
  ['of the machine’s last start', () => JSON.stringify({ ...ownHolder(), boot: 'another' })],
])('is taken over where it is %s', async (_, text) => {
  writeFileSync(file, text());
  utimesSync(file, 1, 1);
  expect(await took()).toBe('taken');
  expect(readdirSync(cache)).toEqual([]);
});

it('is waited for while its holder lives, and then named', async () => {
  const script = `const { withLock } = await import(${JSON.stringify(resolve('scripts/lib/lock.mjs'))});
await withLock(${JSON.stringify(root)}, ${JSON.stringify(cache)}, async () => {
  console.log('mine'); await new Promise((end) => process.stdin.once('data', end)); });
process.exit(0);`;
  const holder: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text: string | Uint8Array) => said.push(String(text)) > 0;
  try {
    await once(holder.stdout!, 'data');
    let done = false;
    const taking = withLock(root, cache, () => Promise.resolve('taken'), 200).finally(() => {
      done = true;
    });
    await expect.poll(() => said.join('')).toContain(`remove ${file}`);
    expect(said.join('')).toContain(`process ${holder.pid}`);
    expect([done, existsSync(file)]).toEqual([false, true]);
    holder.stdin!.end('over\n');
    expect(await taking).toBe('taken');
  } finally {
    process.stdout.write = write;
    holder.kill('SIGKILL');
  }
});

it('says nothing certain of another machine or container', () => {
  const own = ownHolder();
  expect(ended({ ...own, pid: gone(), place: 'elsewhere' }, own)).toBe(false);
  expect(ended(own, own)).toBe(false);
  expect(parseHolder(JSON.stringify(own))).toEqual(own);
});
