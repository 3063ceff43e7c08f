import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launcherCases } from '../contract/launcher-cases';

const root = resolve(import.meta.dirname, '../..');
const layers = ['shared', 'analysis', 'present', 'report', 'engine', 'workers'];

interface Outcome {
  readonly name: string;
  readonly error?: string;
}

async function buildMain(outDir: string): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: Object.fromEntries(layers.map((layer) => [`@${layer}`, join(root, 'src', layer)])),
    },
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      target: 'node18.15',
      ssr: join(root, 'tests/contract/electron-main.ts'),
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { format: 'cjs', entryFileNames: 'main.js' } },
    },
  });
  return join(outDir, 'main.js');
}

/** Runs the built main file in Electron; every JSON line it printed. */
async function runInElectron(file: string): Promise<Outcome[]> {
  const electron = createRequire(import.meta.url)('electron') as unknown as string;
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electron, [...sandbox, file], {
    cwd: root,
    env: { ...process.env, CORELANE_TEST_OUT: join(root, 'out/main') },
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 150_000,
    killSignal: 'SIGKILL',
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  await new Promise((done) => child.on('close', done));
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Outcome);
}

describe('the launcher of utility processes, in Electron', () => {
  let folder: string;
  let outcomes: Outcome[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corelane-contract-'));
    outcomes = await runInElectron(await buildMain(folder));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  for (const { name } of launcherCases) {
    it(name, () => {
      const outcome = outcomes.find((one) => one.name === name);
      expect(outcome, 'the case was reached').toBeDefined();
      expect(outcome?.error).toBeUndefined();
    });
  }
});
