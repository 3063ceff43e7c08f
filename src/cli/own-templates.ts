// What `corelane init module` gives: a file to put one's own code into, and the experiment that runs it.

const nodeCode = `// One task of your work. corelane run own.corelane.json --allow-code
interface Params {
  readonly numbers: number;
}

interface WorkContext<State> {
  /** The experiment's seed. */
  readonly seed: number;
  /** What \`setup\` gave; each worker has its own. */
  readonly state: State;
}

export type Work<P, State = unknown> = (
  params: P,
  index: number,
  context: WorkContext<State>,
) => unknown;

/** Before the measurement, once for each worker: open, load, connect. May be left out. */
export function setup(params: Params): Float64Array {
  return Float64Array.from({ length: params.numbers }, (_, place) => (place * 7919) % 10_007);
}

/** Task \`index\`: give back what it worked out, the same for the same index every time. */
const work: Work<Params, Float64Array> = (_params, index, { state }) => {
  const sorted = state.map((value) => (value * (index + 1)) % 10_007).sort();
  return sorted[sorted.length >> 1];
};

export default work;
`;

const pythonCode = `"""One task of your work. corelane run own.corelane.json --allow-code"""

import statistics


def setup(params, context):
    """Before the measurement, once for each worker: open, load, connect. May be left out."""
    return [(place * 7919) % 10007 for place in range(params["numbers"])]


def work(params, index, context):
    """Task \`index\`: give back what it worked out, the same for the same index every time."""
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
    name: 'My own work',
    workload: {
      kind: 'module',
      path: file,
      ...(python ? { export: 'work' } : {}),
      params: { numbers: 200_000 },
    },
    tasks: 16,
    strategies,
  };
  return {
    file,
    code: python ? pythonCode : nodeCode,
    experiment: `${JSON.stringify(experiment, undefined, 2)}\n`,
  };
}
