// What is run while something is killed: work of every sort, short, and with children of its own.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const common = {
  version: 1,
  tasks: 4,
  repeats: 4,
  warmup: 0,
  emptyRepeats: 0,
  timeoutSeconds: 20,
  sampling: { hz: 0, memoryHz: 2 },
};

const helpers = `import { spawn } from 'node:child_process';
const quiet = { stdio: 'ignore' };
export default async (params, index) => {
  spawn('sleep', ['600'], { ...quiet, detached: true }).unref();
  spawn('sh', ['-c', 'setsid sleep 600 & exit'], quiet).unref();
  const end = Date.now() + 60;
  if (index % 2 === 0) while (Date.now() < end);
  else await new Promise((resolve) => setTimeout(resolve, 60));
  return index;
};
`;

/** @typedef {(folder: string) => object} Work writes what it needs into a folder; the experiment */

/** @type {Readonly<Record<string, Work>>} */
export const works = {
  'built-in': () => ({
    ...common,
    name: 'built in',
    workload: { kind: 'files', params: { bytes: 65536 } },
    strategies: [
      { kind: 'threads', workers: 2 },
      { kind: 'processes', workers: 2 },
    ],
  }),
  'own code': (folder) => {
    writeFileSync(join(folder, 'helpers.mjs'), helpers);
    return {
      ...common,
      name: 'own code',
      workload: { kind: 'module', path: 'helpers.mjs' },
      strategies: [{ kind: 'serial' }, { kind: 'processes', workers: 2 }],
    };
  },
  programs: () => ({
    ...common,
    name: 'programs',
    workload: {
      kind: 'command',
      command: 'sh',
      args: ['-c', 'setsid sleep 600 >/dev/null 2>&1 & sleep 0.15'],
    },
    strategies: [{ kind: 'async', workers: 3 }],
  }),
  ...Object.fromEntries(
    ['fork', 'spawn', 'forkserver'].map((startMethod) => [
      `Python, ${startMethod}`,
      () => ({
        ...common,
        repeats: 2,
        name: 'pools',
        workload: { kind: 'wait', params: { ms: 40 } },
        strategies: [
          { kind: 'python-processes', workers: 2, startMethod },
          { kind: 'python-pool', workers: 2, startMethod },
        ],
      }),
    ]),
  ),
};

/** What is killed, by what its command line holds; nothing: the command line's own process. */
export const victims = {
  cli: '',
  host: 'host.js',
  sampler: 'sampler.js',
  agent: 'corelane_agent.py',
};
