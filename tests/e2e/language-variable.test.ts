// The app says in its terminal that a language it was asked for by the environment is none that it speaks.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const electron = createRequire(import.meta.url)('electron') as unknown as string;

/** What the app says before it ends at a size that it can't have. */
async function said(env: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const child = spawn(electron, ['--no-sandbox', root, '--size', '9'], {
    env: { ...process.env, LC_ALL: 'C', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  const [lines, ended] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect(ended).toEqual([2, null]);
  return lines.split('\n').filter((line) => line.startsWith('corelane'));
}

it('names one that it does not speak, in one line, and goes on in English', async () => {
  const [warning, refusal, ...more] = await said({ CORELANE_LANGUAGE: 'de' });
  expect(warning).toMatch(/CORELANE_LANGUAGE is de .*: it takes en or zh\./);
  expect(refusal).toContain('--size');
  expect(more).toEqual([]);
});

it('says nothing of one that it speaks', async () => {
  expect(await said({ CORELANE_LANGUAGE: 'en' })).toHaveLength(1);
});
