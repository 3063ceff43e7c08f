// Holds the templates of `corelane init module`: a file to put one's own code into, and the experiment that runs
// it.
import { message } from '@present/messages/message';
import { defined } from '@shared/base/defined';

/** Marks a template as source code, which is the same in every language. */
const code = String.raw;

const nodeCode = (): string => code`// ${message('init-head')}
interface Params {
  readonly numbers: number;
}

interface WorkContext<State> {
  /** ${message('init-seed')} */
  readonly seed: number;
  /** ${message('init-state')} */
  readonly state: State;
}

export type Work<P, State = unknown> = (
  params: P,
  index: number,
  context: WorkContext<State>,
) => unknown;

/** ${message('init-setup')} */
export function setup(params: Params): Float64Array {
  return Float64Array.from({ length: params.numbers }, (_, place) => (place * 7919) % 10_007);
}

/** ${message('init-work')} */
const work: Work<Params, Float64Array> = (_params, index, { state }) => {
  const sorted = state.map((value) => (value * (index + 1)) % 10_007).sort();
  return sorted[sorted.length >> 1];
};

export default work;
`;

const pythonCode = (): string => code`"""${message('init-head')}"""

import statistics


def setup(params, context):
    """${message('init-setup')}"""
    return [(place * 7919) % 10007 for place in range(params["numbers"])]


def work(params, index, context):
    """${message('init-work')}"""
    return statistics.median((value * (index + 1)) % 10007 for value in context.state)
`;

export interface OwnTemplate {
  /** Name of the code's file. */
  readonly file: string;
  readonly code: string;
  /** The experiment as the text of a file. */
  readonly experiment: string;
}

/** The name of the experiment's file. */
export const ownExperimentFile = 'own.corelane.json';

/** A small piece of work in TypeScript or in Python, ready to run. */
export function ownTemplate(python: boolean): OwnTemplate {
  const file = python ? 'work.py' : 'work.mts';
  const strategies = python
    ? [
        { kind: 'python-serial' },
        { kind: 'python-threads', workers: 'cores' },
        { kind: 'python-processes', workers: 'cores' },
      ]
    : [
        { kind: 'serial' },
        { kind: 'async', workers: 8 },
        { kind: 'threads', workers: 'cores' },
        { kind: 'processes', workers: 'cores' },
      ];
  const experiment = {
    version: 1,
    name: message('init-name'),
    workload: defined({
      kind: 'module',
      path: file,
      export: python ? 'work' : undefined,
      params: { numbers: 200_000 },
    }),
    tasks: 16,
    strategies,
  };
  return {
    file,
    code: python ? pythonCode() : nodeCode(),
    experiment: `${JSON.stringify(experiment, undefined, 2)}\n`,
  };
}
