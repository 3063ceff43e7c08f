// The workload catalogue: what a task can do and with which parameters. No code that does it.
// Schema, form and documentation all take their limits from here.
import { ownSpecs, type OwnCodeWorkload } from './own-code';
import type { ParameterSpec, WorkloadSpecification } from './workload-spec';

export type { ParameterSpec, WorkloadSpecification } from './workload-spec';

const parameter = (
  label: string,
  unit: string,
  min: number,
  max: number,
  preset: number,
  help: string,
  logarithmic = true,
): ParameterSpec => ({ label, unit, min, max, default: preset, logarithmic, help });

export const workloads = {
  powers: {
    title: 'Powers',
    summary: 'square and quad in turn, as in the article',
    nature: 'cpu',
    variants: 2,
    listed: true,
    size: 'iterations',
    params: {
      number: parameter('number', '', 0, 1_000_000, 7, 'The number to raise', false),
      iterations: parameter(
        'iterations',
        'times',
        1,
        1_000_000_000,
        20_000_000,
        'How often each task computes it',
      ),
    },
  },
  primes: {
    title: 'Primes',
    summary: 'counts the primes below a limit with a sieve',
    nature: 'cpu',
    variants: 1,
    listed: true,
    size: 'limit',
    params: {
      limit: parameter('limit', '', 2, 200_000_000, 2_000_000, 'Primes below this are counted'),
    },
  },
  matmul: {
    title: 'Matrix product',
    summary: 'multiplies two square matrices of doubles',
    nature: 'cpu',
    variants: 4,
    listed: true,
    size: 'size',
    params: { size: parameter('size', 'rows', 1, 2048, 200, 'Rows and columns of each matrix') },
  },
  hash: {
    title: 'Hash',
    summary: 'SHA-256 of a buffer, again and again',
    nature: 'cpu',
    variants: 8,
    listed: true,
    size: 'rounds',
    params: {
      bytes: parameter('bytes', 'B', 1, 268_435_456, 65_536, 'Size of the buffer'),
      rounds: parameter('rounds', 'times', 1, 1_000_000, 200, 'How often it is hashed'),
    },
  },
  json: {
    title: 'JSON',
    summary: 'stringifies and parses a list of records',
    nature: 'cpu',
    variants: 8,
    listed: true,
    size: 'records',
    params: {
      records: parameter('records', 'records', 1, 1_000_000, 5_000, 'Records in the list'),
    },
  },
  sort: {
    title: 'Sort',
    summary: 'sorts random numbers',
    nature: 'cpu',
    variants: 8,
    listed: true,
    size: 'length',
    params: {
      length: parameter('length', 'numbers', 1, 20_000_000, 200_000, 'Numbers to sort'),
    },
  },
  wait: {
    title: 'Wait',
    summary: 'waits on a timer: the stand-in for I/O',
    nature: 'io',
    variants: 1,
    listed: true,
    size: 'ms',
    params: { ms: parameter('wait', 'ms', 0, 60_000, 50, 'How long each task waits') },
  },
  files: {
    title: 'Files',
    summary: 'writes a file, syncs it, reads it back and deletes it',
    nature: 'io',
    variants: 8,
    listed: true,
    size: 'bytes',
    params: { bytes: parameter('bytes', 'B', 1, 268_435_456, 262_144, 'Size of each file') },
  },
  http: {
    title: 'Requests',
    summary: 'asks a local server in a process of its own',
    nature: 'io',
    variants: 1,
    listed: true,
    size: 'delayMs',
    params: {
      delayMs: parameter('delay', 'ms', 0, 60_000, 20, 'How long the server takes to answer'),
      bytes: parameter('bytes', 'B', 1, 16_777_216, 16_384, 'Size of the answer'),
    },
  },
  mixed: {
    title: 'Mixed',
    summary: 'computes for a while, then waits',
    nature: 'mixed',
    variants: 2,
    listed: true,
    size: 'cpuIterations',
    params: {
      cpuIterations: parameter(
        'iterations',
        'times',
        0,
        1_000_000_000,
        2_000_000,
        'How long it computes',
      ),
      waitMs: parameter('wait', 'ms', 0, 60_000, 20, 'How long it waits afterwards'),
    },
  },
  empty: {
    title: 'Empty',
    summary: 'does nothing: what is left is the cost of the strategy',
    nature: 'cpu',
    variants: 1,
    listed: false,
    params: {},
  },
  fault: {
    title: 'Fault',
    summary: 'misbehaves at one task, to see what a crash does',
    nature: 'fault',
    variants: 1,
    listed: false,
    params: {
      /** 0 throw, 1 exit, 2 abort (a signal), 3 hang, 4 leak memory, 5 a wrong checksum. */
      mode: parameter(
        'mode',
        '',
        0,
        5,
        0,
        '0 throw, 1 exit, 2 abort, 3 hang, 4 leak, 5 wrong result',
        false,
      ),
      atTask: parameter('at task', '', 0, 100_000, 1, 'The task that misbehaves', false),
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
