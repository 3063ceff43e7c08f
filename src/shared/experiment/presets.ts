// Ready experiments: the article's two first, then one for each question users bring.
import type { ExperimentInput } from './experiment';

export const presetIds = [
  'two-threads',
  'two-processes',
  'python-threads',
  'python-processes',
  'python-scaled',
  'default',
  'break-even',
  'wait',
  'http',
  'sort',
  'scaling',
  'app',
] as const;

export type PresetId = (typeof presetIds)[number];

export interface Preset {
  readonly id: PresetId;
  readonly experiment: ExperimentInput;
}

const everyStrategy: ExperimentInput['strategies'] = [
  { kind: 'serial' },
  { kind: 'async', workers: 'cores' },
  { kind: 'threads', workers: 'cores' },
  { kind: 'processes', workers: 'cores' },
];

export const presets: readonly Preset[] = [
  {
    id: 'two-threads',
    experiment: {
      version: 1,
      name: 'Two threads',
      workload: { kind: 'powers', params: { number: 7, iterations: 1 } },
      tasks: 2,
      strategies: [{ kind: 'serial' }, { kind: 'threads', workers: 2 }],
      repeats: 7,
    },
  },
  {
    id: 'two-processes',
    experiment: {
      version: 1,
      name: 'Two processes',
      workload: { kind: 'powers', params: { number: 7, iterations: 1 } },
      tasks: 2,
      strategies: [{ kind: 'serial' }, { kind: 'processes', workers: 2 }],
      repeats: 7,
    },
  },
  {
    id: 'python-threads',
    experiment: {
      version: 1,
      name: 'Two Python threads',
      workload: { kind: 'powers', params: { number: 7, iterations: 1 } },
      tasks: 2,
      strategies: [{ kind: 'python-serial' }, { kind: 'python-threads', workers: 2 }],
      repeats: 7,
    },
  },
  {
    id: 'python-processes',
    experiment: {
      version: 1,
      name: 'Two Python processes',
      workload: { kind: 'powers', params: { number: 7, iterations: 1 } },
      tasks: 2,
      strategies: [{ kind: 'python-serial' }, { kind: 'python-processes', workers: 2 }],
      repeats: 7,
    },
  },
  {
    id: 'python-scaled',
    experiment: {
      version: 1,
      name: 'The article, scaled up',
      workload: { kind: 'powers', params: { number: 7, iterations: 2_000_000 } },
      tasks: 12,
      strategies: [
        { kind: 'serial' },
        { kind: 'threads', workers: 'cores' },
        { kind: 'processes', workers: 'cores' },
        { kind: 'python-serial' },
        { kind: 'python-threads', workers: 'cores' },
        { kind: 'python-processes', workers: 'cores' },
      ],
      repeats: 3,
    },
  },
  {
    id: 'default',
    experiment: {
      version: 1,
      name: 'Heavy powers',
      workload: { kind: 'powers', params: { number: 7, iterations: 80_000_000 } },
      tasks: 24,
      strategies: [...everyStrategy, { kind: 'hybrid', processes: 2, threads: 2 }],
      repeats: 5,
      until: { precision: 0.02, most: 10, budgetSeconds: 90 },
    },
  },
  {
    id: 'break-even',
    experiment: {
      version: 1,
      name: 'Where it pays',
      workload: { kind: 'powers', params: { number: 7, iterations: 1 } },
      tasks: 2,
      strategies: [
        { kind: 'serial' },
        { kind: 'threads', workers: 2 },
        { kind: 'processes', workers: 2 },
      ],
      repeats: 5,
      breakEven: { tasks: [2, 8, 32, 128, 512, 2048], workers: 'cores', budgetSeconds: 240 },
    },
  },
  {
    id: 'wait',
    experiment: {
      version: 1,
      name: '64 waits',
      workload: { kind: 'wait', params: { ms: 100 } },
      tasks: 64,
      strategies: [
        { kind: 'serial' },
        { kind: 'async', workers: [8, 64] },
        { kind: 'threads', workers: 8 },
        { kind: 'processes', workers: 8 },
      ],
      repeats: 3,
    },
  },
  {
    id: 'http',
    experiment: {
      version: 1,
      name: '64 requests',
      workload: { kind: 'http', params: { delayMs: 20, bytes: 16_384 } },
      tasks: 64,
      strategies: [
        { kind: 'serial' },
        { kind: 'async', workers: [8, 64] },
        { kind: 'threads', workers: 8 },
        { kind: 'processes', workers: 8 },
      ],
      repeats: 3,
    },
  },
  {
    id: 'sort',
    experiment: {
      version: 1,
      name: 'Sort 200k',
      workload: { kind: 'sort', params: { length: 200_000 } },
      tasks: 64,
      strategies: everyStrategy,
      repeats: 5,
    },
  },
  {
    id: 'scaling',
    experiment: {
      version: 1,
      name: 'How many workers?',
      workload: { kind: 'primes', params: { limit: 2_000_000 } },
      tasks: 48,
      strategies: [
        { kind: 'serial' },
        { kind: 'threads', workers: [1, 2, 3, 4, 8] },
        { kind: 'processes', workers: [1, 2, 3, 4, 8] },
      ],
      repeats: 5,
      until: { precision: 0.02, most: 10, budgetSeconds: 180 },
    },
  },
  {
    id: 'app',
    experiment: {
      version: 1,
      name: 'In the app itself',
      workload: { kind: 'powers', params: { number: 7, iterations: 80_000_000 } },
      tasks: 24,
      strategies: [
        { kind: 'serial' },
        { kind: 'threads', workers: 'cores' },
        { kind: 'threads', workers: 'cores', placement: 'main' },
      ],
      repeats: 5,
    },
  },
];

/** The experiment the app opens with and `npm start` without a display runs. */
export const defaultPreset = presets.find((preset) => preset.id === 'default') as Preset;
