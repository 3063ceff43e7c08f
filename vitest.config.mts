// Projects: `quick` (with `quick-alone`), tests that start no process and need no build; `processes`, those that do;
// `e2e`, the real app in Electron. `processes-long` and `e2e-long` are the long tier: further cases of what the files
// without `.long` have, which `npm run test:all` runs. Each file is in one project, so `npx vitest run FILE` needs none.
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** The layers that have an alias, as in tsconfig.base.json. */
const LAYERS = ['shared', 'analysis', 'present', 'report', 'engine', 'workers', 'renderer'];

/** The long tier, by name. */
const longTests = 'tests/**/*.long.test.ts';

/** Tests that start processes or need the built app. */
const startsProcesses = [
  'tests/{bench,contract,fuzz,preload}/**/*.test.ts',
  'tests/cli/{built-*,own-code}.test.ts',
  'tests/engine/files/{cleanup-watchdog,partial-file,read-file,temp-folder,write-file}.test.ts',
  'tests/engine/machine/{proc-readers,process-table}.test.ts',
  'tests/engine/own-code/bundle/bundler.test.ts',
  'tests/engine/own-code/exports/list-exports.test.ts',
  'tests/engine/processes/{shortage,signal}.test.ts',
  'tests/engine/python/{interpreter-probe,own-place}.test.ts',
  'tests/engine/store/{damaged-report,holder}.test.ts',
  'tests/scripts/{lock,projects,python-tests}.test.ts',
  'tests/workers/{built-children,quiet-thread,thread-files}.test.ts',
  'tests/workers/workloads/command.test.ts',
];

/** Tests that replace whole modules, so that no other file may share their process. */
const mocksModules = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => join('tests', path))
  .filter((path) => /\bvi\.(?:mock|doMock)\(/.test(readFileSync(path, 'utf8')));

/** A project of tests that start no process; one that does fails. */
const quick = (
  name: string,
  which: { include: string[]; exclude: string[]; isolate: boolean },
): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    ...which,
    exclude: ['tests/e2e/**', longTests, ...startsProcesses, ...which.exclude],
    setupFiles: ['tests/helpers/no-child.ts', 'tests/helpers/own-pixels.ts'],
    // A component's test asks for happy-dom itself: // @vitest-environment happy-dom
    environment: 'node',
    pool: 'forks',
    maxWorkers: availableParallelism(),
    testTimeout: 30_000,
    hookTimeout: 30_000,
    sequence: { groupOrder: 0 },
  },
});

/** A project of tests that start processes. */
const processes = (
  name: string,
  which: { include: string[]; exclude: string[]; env?: Record<string, string> },
): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    ...which,
    environment: 'node',
    pool: 'forks',
    globalSetup: ['tests/helpers/give-interpreters.ts'],
    // Many tests wait for real processes: three files at a time also on two cores.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    testTimeout: 30_000,
    hookTimeout: 30_000,
    sequence: { groupOrder: 1 },
  },
});

/** A project of tests that open the app. */
const e2e = (
  name: string,
  which: { include: string[]; exclude: string[] },
): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    ...which,
    environment: 'node',
    pool: 'forks',
    // One app at a time: they would measure each other.
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    sequence: { groupOrder: 2 },
  },
});

const src = (layer: string) => fileURLToPath(new URL(`./src/${layer}`, import.meta.url));

export default defineConfig({
  plugins: [vue()],
  resolve: {
    alias: LAYERS.map((layer) => ({
      find: new RegExp(`^@${layer}(?=/|$)`),
      replacement: src(layer),
    })),
  },
  test: {
    setupFiles: ['tests/helpers/own-data-folder.ts', 'tests/helpers/no-child-left.ts'],
    projects: [
      // The two together are `npm run test:quick`: one process runs file after file, which halves the time.
      quick('quick', { include: ['tests/**/*.test.ts'], exclude: mocksModules, isolate: false }),
      quick('quick-alone', { include: mocksModules, exclude: [], isolate: true }),
      processes('processes', { include: startsProcesses, exclude: [longTests] }),
      processes('processes-long', {
        include: [longTests],
        exclude: ['tests/e2e/**'],
        env: { CORELANE_TEST_CASES: 'all' },
      }),
      e2e('e2e', { include: ['tests/e2e/**/*.test.ts'], exclude: [longTests] }),
      e2e('e2e-long', { include: ['tests/e2e/**/*.long.test.ts'], exclude: [] }),
    ],
  },
});
