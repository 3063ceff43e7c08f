// Work for the processor: how much faster, and how many cores are kept busy, by number of workers.
import { figuresOfRun } from '@analysis/claims/figures-of-run';
import { processorExperiments } from '@shared/claims/measurements';
import type { ClaimNote } from '@shared/claims/claim-notes';
import type { Figure, ClaimLanguage } from '@shared/claims/claims';
import type { ExperimentInput } from '@shared/experiment/experiment';
import type { Interpreter } from '@shared/experiment/python';
import type { ClaimContext, Measure, Measured } from './context';
import { notesOfRun, runExperiment } from './experiment-run';
import { joinMeasured, noPython } from './collect-figures';
import { firstAndNewest } from './interpreters';
import { parsed } from './lab';

const quantities = ['speedup', 'cores-busy'] as const;

/** One, every core, and twice as many; with a single core nothing can be said of several. */
export function countsFor(cores: number): number[] {
  if (cores < 2) return [1];
  return [...new Set([1, cores, cores * 2])];
}

async function measure(
  context: ClaimContext,
  language: ClaimLanguage,
  strategies: ExperimentInput['strategies'],
): Promise<Measured> {
  const experiment = parsed({ ...processorExperiments[language], strategies });
  const report = await runExperiment(context, experiment);
  return { figures: figuresOfRun(report, quantities), notes: notesOfRun(report) };
}

function inNode(context: ClaimContext): Promise<Measured> {
  const workers = countsFor(context.cores);
  return measure(context, 'node', [
    { kind: 'serial' },
    { kind: 'threads', workers },
    { kind: 'processes', workers },
  ]);
}

function strategiesOf({ id }: Interpreter, workers: number[]): ExperimentInput['strategies'] {
  return [
    { kind: 'python-serial', interpreters: [id] },
    { kind: 'python-threads', workers, interpreters: [id] },
    { kind: 'python-processes', workers, interpreters: [id] },
  ];
}

/** The first Python at every count, the newest with one worker per core. */
async function inPython(context: ClaimContext): Promise<Measured> {
  const { interpreters, cores } = context;
  const [first, newest] = firstAndNewest(interpreters);
  if (first === undefined) return { figures: [], notes: [noPython] };
  return measure(context, 'python', [
    ...strategiesOf(first, countsFor(cores)),
    ...(newest === undefined ? [] : strategiesOf(newest, [cores])),
  ]);
}

/** A speed-up may come out this much above the number of cores by rounding and small differences. */
const leeway = 1.03;

/**
 * A note where a strategy came out faster than its cores can make it: the times it is held against, those of
 * serial in the same runtime, were not steady. One for each runtime.
 */
export function tooFast(figures: readonly Figure[], cores: number): readonly ClaimNote[] {
  const speedups = figures.filter(({ quantity }) => quantity === 'speedup');
  const runtimes = [...new Set(speedups.map(({ runtime }) => runtime))];
  return runtimes.flatMap((runtime) => {
    const own = speedups.filter((figure) => figure.runtime === runtime);
    const most = own
      .filter(({ x = 1, median }) => x > 1 && median > leeway * Math.min(x, cores))
      .sort((one, other) => other.median - one.median)[0];
    if (most === undefined) return [];
    const { label, median: ratio } = most;
    const serial = own.find(({ variant }) => variant === 'serial');
    const range = serial && { low: serial.low, high: serial.high };
    return [{ kind: 'too-fast', label, ratio, serial: range }];
  });
}

const oneCore: ClaimNote = { kind: 'one-core' };

export const measureProcessor: Measure = async (context) => {
  const { figures, notes } = joinMeasured(await inNode(context), await inPython(context));
  const alone = context.cores < 2 ? [oneCore] : [];
  return { figures, notes: [...alone, ...tooFast(figures, context.cores), ...notes] };
};
