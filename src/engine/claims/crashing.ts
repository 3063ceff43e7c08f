// Measures what a worker that crashes or leaks takes with it: a program for each fault, which may end with it.
import { defined } from '@shared/base/defined';
import type { ProgramEnd, RawFigure } from '@shared/claims/claims';
import { bystanders, crashFaults } from '@shared/claims/crash-faults';
import type { Interpreter } from '@shared/experiment/python';
import type { ProbeRunEnd } from './run-probe';
import type { Measure } from './context';
import { collectFigures } from './collect-figures';
import { lab } from './lab';
import { runProbes, type ShownProbe } from './probe-run';

const kinds = ['threads', 'processes'] as const;

function actsIn(python?: Interpreter): readonly ShownProbe[] {
  return kinds.flatMap((kind) =>
    crashFaults.map((fault) => ({
      probe: 'crashing' as const,
      params: { kind, fault, others: bystanders },
      strategy: python === undefined ? kind : (`python-${kind}` as const),
      workers: bystanders + 1,
      timeoutSeconds: 15,
      ...defined({ python }),
    })),
  );
}

/** A program that ended with its worker's fault has answered: nobody survived. */
export function answered(end: ProbeRunEnd): ProbeRunEnd {
  const began = end.figures.find(({ quantity }) => quantity === 'began');
  const figures = end.figures.filter((figure) => figure !== began);
  // Without a word that all had begun, it was not the fault that ended it.
  if (end.status !== 'exited' || began === undefined || figures.length > 0)
    return { ...end, figures };
  const { failure: _, ...rest } = end;
  const lost: RawFigure = { ...began, values: [0], ended: howEnded(end) };
  return {
    ...rest,
    status: 'done',
    figures: [
      { ...lost, quantity: 'survivors' },
      { ...lost, quantity: 'program-alive', unit: 'yes' },
    ],
  };
}

/** The evidence of it: a signal or an exit code. */
function howEnded({ exit }: ProbeRunEnd): ProgramEnd {
  return { signal: exit?.signal, exitCode: exit?.code };
}

export const measureCrashing: Measure = async (context) => {
  const [python] = context.interpreters;
  const acts = [...actsIn(), ...(python === undefined ? [] : actsIn(python))];
  const ends = await runProbes(context, lab('crashing'), acts);
  return collectFigures(context, ends.map(answered));
};
