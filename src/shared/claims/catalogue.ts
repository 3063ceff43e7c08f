// The article's twelve claims: where their reasons are documented, and what is measured for them.
import {
  measurementExperiments,
  processorExperiments,
  type ClaimLanguage,
  type MeasurementId,
} from './measurements';
import type { ExperimentInput } from '../experiment/experiment';

/** `depends`: in one language or version so, in another not; `unavailable`: it could not be measured. */
export const outcomes = ['holds', 'fails', 'depends', 'unavailable'] as const;

export type Outcome = (typeof outcomes)[number];

/** Primary documentation, by what its titles go by. */
export const sourceIds = [
  'node-shared-array-buffer',
  'python-sharing-state',
  'ecmascript-memory-model',
  'python-mutations',
  'python-interpreter-lock',
  'python-start-methods',
  'node-worker-threads',
  'python-threading',
  'node-event-loop',
  'electron-performance',
  'node-terminate',
  'python-kill',
  'linux-signal',
  'node-resource-limits',
  'python-multiprocessing',
  'linux-pss',
  'node-post-message',
  'python-pipes',
  'amdahl-1967',
] as const;

export type SourceId = (typeof sourceIds)[number];

/** One claim: what it rests on, and where its reason is documented. */
interface ClaimEntry {
  readonly measurements: readonly [MeasurementId, ...MeasurementId[]];
  readonly sources: readonly { readonly id: SourceId; readonly url: string }[];
}

/** A claim, checked where it is written. */
const defineClaim = (entry: ClaimEntry): ClaimEntry => entry;

/** In the order of the article's table. */
const catalogue = {
  heap: defineClaim({
    measurements: ['sharing'],
    sources: [
      {
        id: 'node-shared-array-buffer',
        url: 'https://nodejs.org/api/worker_threads.html#portpostmessagevalue-transferlist',
      },
      {
        id: 'python-sharing-state',
        url: 'https://docs.python.org/3/library/multiprocessing.html#sharing-state-between-processes',
      },
    ],
  }),
  'lost-updates': defineClaim({
    measurements: ['counter'],
    sources: [
      { id: 'ecmascript-memory-model', url: 'https://tc39.es/ecma262/#sec-memory-model' },
      {
        id: 'python-mutations',
        url: 'https://docs.python.org/3/faq/library.html#what-kinds-of-global-value-mutation-are-thread-safe',
      },
    ],
  }),
  gil: defineClaim({
    measurements: ['processor', 'counter'],
    sources: [
      {
        id: 'python-interpreter-lock',
        url: 'https://docs.python.org/3/glossary.html#term-global-interpreter-lock',
      },
    ],
  }),
  light: defineClaim({
    measurements: ['added-workers'],
    sources: [
      {
        id: 'python-start-methods',
        url: 'https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods',
      },
      { id: 'node-worker-threads', url: 'https://nodejs.org/api/worker_threads.html' },
    ],
  }),
  'io-bound': defineClaim({
    measurements: ['waiting'],
    sources: [
      { id: 'python-threading', url: 'https://docs.python.org/3/library/threading.html' },
      {
        id: 'node-event-loop',
        url: 'https://nodejs.org/en/learn/asynchronous-work/dont-block-the-event-loop',
      },
    ],
  }),
  responsive: defineClaim({
    measurements: ['window'],
    sources: [
      {
        id: 'electron-performance',
        url: 'https://www.electronjs.org/docs/latest/tutorial/performance',
      },
    ],
  }),
  kill: defineClaim({
    measurements: ['killing'],
    sources: [
      { id: 'node-terminate', url: 'https://nodejs.org/api/worker_threads.html#workerterminate' },
      {
        id: 'python-kill',
        url: 'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Process.kill',
      },
    ],
  }),
  containment: defineClaim({
    measurements: ['crashing'],
    sources: [
      { id: 'linux-signal', url: 'https://man7.org/linux/man-pages/man7/signal.7.html' },
      {
        id: 'node-resource-limits',
        url: 'https://nodejs.org/api/worker_threads.html#new-workerfilename-options',
      },
    ],
  }),
  cores: defineClaim({
    measurements: ['processor'],
    sources: [
      {
        id: 'python-multiprocessing',
        url: 'https://docs.python.org/3/library/multiprocessing.html',
      },
    ],
  }),
  memory: defineClaim({
    measurements: ['added-workers'],
    sources: [{ id: 'linux-pss', url: 'https://docs.kernel.org/filesystems/proc.html' }],
  }),
  messages: defineClaim({
    measurements: ['messaging'],
    sources: [
      {
        id: 'node-post-message',
        url: 'https://nodejs.org/api/worker_threads.html#portpostmessagevalue-transferlist',
      },
      {
        id: 'python-pipes',
        url: 'https://docs.python.org/3/library/multiprocessing.html#pipes-and-queues',
      },
    ],
  }),
  'as-written': defineClaim({
    measurements: ['tiny'],
    sources: [{ id: 'amdahl-1967', url: 'https://doi.org/10.1145/1465482.1465560' }],
  }),
} as const;

export type ClaimId = keyof typeof catalogue;

export const claimIds = Object.keys(catalogue) as [ClaimId, ...ClaimId[]];

/** Where the reason of a claim is documented. */
export function claimSources(id: ClaimId): ClaimEntry['sources'] {
  return catalogue[id].sources;
}

/** What each claim rests on. */
export const claimMeasurements = Object.fromEntries(
  claimIds.map((id) => [id, catalogue[id].measurements]),
) as Readonly<Record<ClaimId, ClaimEntry['measurements']>>;

/** The claim's number in the article's table, from 1. */
export function claimNumber(id: ClaimId): number {
  return claimIds.indexOf(id) + 1;
}

export type LabExperimentId = Exclude<MeasurementId, 'processor'> | `processor-${ClaimLanguage}`;

/** An ordinary experiment near to a claim, and its language where there is one for each. */
export interface LabExperiment {
  readonly language?: ClaimLanguage;
  /** What its name goes by. */
  readonly id: LabExperimentId;
  readonly experiment: ExperimentInput;
}

/** Returns what "Open in Lab" opens. Work for the processor takes another size in each language. */
export function labExperiments(id: ClaimId): readonly LabExperiment[] {
  const { node, python } = processorExperiments;
  if (id === 'gil') return [{ id: 'processor-python', experiment: python }];
  if (id === 'cores') {
    return [
      { language: 'node', id: 'processor-node', experiment: node },
      { language: 'python', id: 'processor-python', experiment: python },
    ];
  }
  const [measurement] = claimMeasurements[id];
  return measurement === 'processor'
    ? [{ id: 'processor-node', experiment: node }]
    : [{ id: measurement, experiment: measurementExperiments[measurement] }];
}
