// Work for the processor: how much faster, and how many cores are kept busy, by number of workers.
import { figuresOfRun } from '@analysis/claims/figures-of-run';
import { measurementExperiments } from '@shared/claim-experiments';
import type { Interpreter } from '@shared/python';
import type { ClaimContext, Measure, Measured } from './context';
import { notesOfRun, runExperiment } from './experiment-run';
import { noPython } from './gather';
import { lab, parsed } from './lab';

/** Tasks of each run: several for every worker. */
const tasks = 12;

/** One, every core, and twice as many. */
function countsFor(cores: number): readonly number[] {
  return [...new Set([1, cores, cores * 2])];
}

async function inNode(context: ClaimContext): Promise<Measured> {
  const workers = [...countsFor(context.cores)];
  const report = await runExperiment(context, {
    ...lab('processor'),
    tasks,
    strategies: [{ kind: 'serial' }, { kind: 'threads', workers }, { kind: 'processes', workers }],
  });
  return { figures: figuresOfRun(report, ['speedup', 'cores-busy']), notes: notesOfRun(report) };
}

/** The first Python at every count, a newer one with a worker a core. */
async function inPython(context: ClaimContext): Promise<Measured> {
  const [first, ...others] = context.interpreters;
  if (first === undefined) return { figures: [], notes: [noPython] };
  const counts = [...countsFor(context.cores)];
  const ways = ({ id }: Interpreter, workers: number[]): typeof input.strategies => [
    { kind: 'python-serial', interpreters: [id] },
    { kind: 'python-threads', workers, interpreters: [id] },
    { kind: 'python-processes', workers, interpreters: [id] },
  ];
  const input = { ...measurementExperiments.processor };
  const other = others.find(({ version }) => version !== first.version);
  const report = await runExperiment(
    context,
    parsed({
      ...input,
      name: 'Work for the processor, in Python',
      workload: { kind: 'powers', params: { number: 7, iterations: 700_000 } },
      tasks,
      strategies: [
        ...ways(first, counts),
        ...(other === undefined ? [] : ways(other, [context.cores])),
      ],
    }),
  );
  return { figures: figuresOfRun(report, ['speedup', 'cores-busy']), notes: notesOfRun(report) };
}

export const measureProcessor: Measure = async (context) => {
  const node = await inNode(context);
  const python = await inPython(context);
  return {
    figures: [...node.figures, ...python.figures],
    notes: [...node.notes, ...python.notes],
  };
};
