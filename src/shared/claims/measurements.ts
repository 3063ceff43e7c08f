// Lists what is measured for claims, with the ordinary experiment nearest to each measurement: what it runs where a
// run can tell, and what "Open in Lab" opens.
import type { ExperimentInput } from '../experiment/experiment';

/** The two languages a claim is tried in. */
export const languages = ['node', 'python'] as const;

export type ClaimLanguage = (typeof languages)[number];

export const languageNames: Readonly<Record<ClaimLanguage, string>> = {
  node: 'JavaScript',
  python: 'Python',
};

type Strategies = ExperimentInput['strategies'];
type Workers = 'cores' | number;

const inNode = (workers: Workers): Strategies => [
  { kind: 'serial' },
  { kind: 'threads', workers },
  { kind: 'processes', workers },
];
const inPython = (workers: Workers): Strategies => [
  { kind: 'python-serial' },
  { kind: 'python-threads', workers },
  { kind: 'python-processes', workers },
];

const oneRound = { repeats: 3, warmup: 0, emptyRepeats: 0 };

/** Steps of a task for the processor, which take about as long in either language. */
const steps = { node: 50_000_000, python: 220_000 } as const;

const processor = (language: ClaimLanguage): ExperimentInput => ({
  version: 1,
  name: `CPU-bound work, ${languageNames[language]}`,
  workload: { kind: 'mixed', params: { cpuIterations: steps[language], waitMs: 0 } },
  tasks: 12,
  strategies: language === 'node' ? inNode('cores') : inPython('cores'),
  ...oneRound,
});

/** A chain of dependent steps, so that two processes with the same code take the same time. */
export const processorExperiments = { node: processor('node'), python: processor('python') };

/** What is measured, each with its experiment; several claims may rest on one measurement, which is then made once. */
export const measurementExperiments = {
  sharing: {
    version: 1,
    name: 'What the parent gets back',
    workload: { kind: 'powers', params: { number: 7, iterations: 1 } },
    tasks: 2,
    strategies: [...inNode(2), ...inPython(2)],
    repeats: 3,
  },
  counter: {
    version: 1,
    name: 'Short tasks on several threads',
    workload: { kind: 'powers', params: { number: 7, iterations: 200_000 } },
    tasks: 32,
    strategies: [
      { kind: 'serial' },
      { kind: 'threads', workers: [2, 4] },
      { kind: 'python-serial' },
      { kind: 'python-threads', workers: [2, 4] },
    ],
    repeats: 3,
  },
  processor: processorExperiments.node,
  'added-workers': {
    version: 1,
    name: 'What one more worker costs',
    workload: { kind: 'powers', params: { number: 7, iterations: 1 } },
    tasks: 16,
    strategies: [
      { kind: 'threads', workers: [1, 2, 4, 8, 16] },
      { kind: 'processes', workers: [1, 2, 4, 8, 16] },
      { kind: 'python-threads', workers: [1, 2, 4, 8, 16] },
      { kind: 'python-processes', workers: [1, 2, 4, 8, 16] },
    ],
    ...oneRound,
  },
  waiting: {
    version: 1,
    name: 'Waiting work',
    workload: { kind: 'wait', params: { ms: 30 } },
    tasks: 48,
    strategies: [
      { kind: 'serial' },
      { kind: 'async', workers: 16 },
      { kind: 'threads', workers: 16 },
      { kind: 'processes', workers: 16 },
      { kind: 'python-serial' },
      { kind: 'python-asyncio', workers: 16 },
      { kind: 'python-threads', workers: 16 },
      { kind: 'python-processes', workers: 16 },
    ],
    ...oneRound,
  },
  window: {
    version: 1,
    name: 'Threads in the main process',
    workload: { kind: 'powers', params: { number: 7, iterations: 60_000_000 } },
    tasks: 12,
    strategies: [
      { kind: 'serial' },
      { kind: 'threads', workers: 'cores', placement: 'main' },
      { kind: 'processes', workers: 'cores' },
    ],
    repeats: 3,
  },
  killing: {
    version: 1,
    name: 'A task that never ends',
    workload: { kind: 'fault', params: { mode: 3, atTask: 2 } },
    tasks: 8,
    strategies: [
      { kind: 'threads', workers: 2 },
      { kind: 'processes', workers: 2 },
    ],
    repeats: 1,
    emptyRepeats: 0,
    timeoutSeconds: 5,
  },
  crashing: {
    version: 1,
    name: 'A worker that crashes',
    workload: { kind: 'fault', params: { mode: 2, atTask: 2 } },
    tasks: 8,
    strategies: [
      { kind: 'threads', workers: 4 },
      { kind: 'processes', workers: 4 },
    ],
    repeats: 1,
    emptyRepeats: 0,
    timeoutSeconds: 10,
  },
  messaging: {
    version: 1,
    name: 'Tasks dispatched one by one',
    workload: { kind: 'powers', params: { number: 7, iterations: 1 } },
    tasks: 2000,
    strategies: [...inNode(2), ...inPython(2)],
    schedule: { kind: 'dynamic', chunk: 1 },
    repeats: 3,
  },
  tiny: {
    version: 1,
    name: 'The article as written',
    workload: { kind: 'powers', params: { number: 7, iterations: 1 } },
    tasks: 2,
    strategies: [...inNode(2), ...inPython(2)],
    repeats: 5,
    warmup: 0,
    emptyRepeats: 0,
    breakEven: { tasks: [2], workers: 2, budgetSeconds: 40 },
  },
} as const satisfies Readonly<Record<string, ExperimentInput>>;

export type MeasurementId = keyof typeof measurementExperiments;

export const measurementIds = Object.keys(measurementExperiments) as [
  MeasurementId,
  ...MeasurementId[],
];
