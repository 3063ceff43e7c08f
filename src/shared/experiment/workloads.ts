// The workload catalogue: what a task can do and with which parameters. No code that does it.
// Schema, form and documentation all take their limits from here.
import { ownSpecs, type OwnCodeWorkload } from './own-code';
import type {
  ParameterId,
  ParameterSpec,
  ParameterUnit,
  WorkloadSpecification,
} from './workload-spec';

export type {
  ParameterId,
  ParameterSpec,
  ParameterUnit,
  WorkloadSpecification,
} from './workload-spec';

const parameter = (
  id: ParameterId,
  unit: ParameterUnit,
  min: number,
  max: number,
  preset: number,
  description: string,
  logarithmic = true,
): ParameterSpec => ({ id, unit, min, max, default: preset, logarithmic, description });

export const workloads = {
  powers: {
    nature: 'cpu',
    variants: 2,
    listed: true,
    size: 'iterations',
    params: {
      number: parameter('powers-number', 'count', 0, 1_000_000, 7, 'The number to raise', false),
      iterations: parameter(
        'powers-iterations',
        'times',
        1,
        1_000_000_000,
        20_000_000,
        'How many times each task computes it',
      ),
    },
  },
  primes: {
    nature: 'cpu',
    variants: 1,
    listed: true,
    size: 'limit',
    params: {
      limit: parameter(
        'primes-limit',
        'count',
        2,
        200_000_000,
        2_000_000,
        'Primes below this are counted',
      ),
    },
  },
  matmul: {
    nature: 'cpu',
    variants: 4,
    listed: true,
    size: 'size',
    params: {
      size: parameter('matmul-size', 'rows', 1, 2048, 200, 'Rows and columns of each matrix'),
    },
  },
  hash: {
    nature: 'cpu',
    variants: 8,
    listed: true,
    size: 'rounds',
    params: {
      bytes: parameter('hash-bytes', 'B', 1, 268_435_456, 65_536, 'Size of the buffer'),
      rounds: parameter('hash-rounds', 'times', 1, 1_000_000, 200, 'How many times it is hashed'),
    },
  },
  json: {
    nature: 'cpu',
    variants: 8,
    listed: true,
    size: 'records',
    params: {
      records: parameter('json-records', 'records', 1, 1_000_000, 5_000, 'Records in the list'),
    },
  },
  sort: {
    nature: 'cpu',
    variants: 8,
    listed: true,
    size: 'length',
    params: {
      length: parameter('sort-length', 'numbers', 1, 20_000_000, 200_000, 'Numbers to sort'),
    },
  },
  wait: {
    nature: 'io',
    variants: 1,
    listed: true,
    size: 'ms',
    params: { ms: parameter('wait-ms', 'ms', 0, 60_000, 50, 'How long each task waits') },
  },
  files: {
    nature: 'io',
    variants: 8,
    listed: true,
    size: 'bytes',
    params: { bytes: parameter('files-bytes', 'B', 1, 268_435_456, 262_144, 'Size of each file') },
  },
  http: {
    nature: 'io',
    variants: 1,
    listed: true,
    size: 'delayMs',
    params: {
      delayMs: parameter(
        'http-delayMs',
        'ms',
        0,
        60_000,
        20,
        'How long the server takes to answer',
      ),
      bytes: parameter('http-bytes', 'B', 1, 16_777_216, 16_384, 'Size of the answer'),
    },
  },
  mixed: {
    nature: 'mixed',
    variants: 2,
    listed: true,
    size: 'cpuIterations',
    params: {
      cpuIterations: parameter(
        'mixed-cpuIterations',
        'times',
        0,
        1_000_000_000,
        2_000_000,
        'How long it computes',
      ),
      waitMs: parameter('mixed-waitMs', 'ms', 0, 60_000, 20, 'How long it waits afterwards'),
    },
  },
  empty: {
    nature: 'cpu',
    variants: 1,
    listed: false,
    params: {},
  },
  fault: {
    nature: 'fault',
    variants: 1,
    listed: false,
    params: {
      /** 0 throw, 1 exit, 2 abort (a signal), 3 hang, 4 leak memory, 5 a wrong checksum. */
      mode: parameter(
        'fault-mode',
        'count',
        0,
        5,
        0,
        '0 throw, 1 exit, 2 abort, 3 hang, 4 leak, 5 wrong result',
        false,
      ),
      atTask: parameter('fault-atTask', 'count', 0, 100_000, 1, 'The task that misbehaves', false),
    },
  },
} as const satisfies Record<string, WorkloadSpecification>;

export type WorkloadKind = keyof typeof workloads;

export const workloadKinds = Object.keys(workloads) as readonly WorkloadKind[];

/** A workload of the catalogue with every parameter given. */
export interface CatalogueWorkload {
  readonly kind: WorkloadKind;
  readonly params: Readonly<Record<string, number>>;
}

/** What a task does: one of the catalogue, or a user's own code. */
export type Workload = CatalogueWorkload | OwnCodeWorkload;

/** The catalogue's entry, typed widely enough to walk its parameters; what is known of own code. */
export function workloadSpec(kind: Workload['kind']): WorkloadSpecification {
  return kind === 'module' || kind === 'command' ? ownSpecs[kind] : workloads[kind];
}

/** Every parameter of a workload at its default. */
export function defaultParams(kind: WorkloadKind): Record<string, number> {
  return Object.fromEntries(
    Object.entries(workloadSpec(kind).params).map(([name, spec]) => [name, spec.default]),
  );
}
