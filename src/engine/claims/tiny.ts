// The article's functions as written, and the size of a task from which workers pay.
import { figureOf } from '@analysis/claims/figure';
import { figuresOfRun } from '@analysis/claims/figures-of-run';
import type { Figure } from '@shared/claims';
import type { Report } from '@shared/report';
import type { Measure } from './context';
import { notesOfRun, runExperiment } from './experiment-run';
import { lab } from './lab';

/** Quantity `pays-from`: the least size of each of two tasks, measured, from which a way is faster than serial. */
function paysFrom({ breakEven }: Pick<Report, 'breakEven'>): readonly Figure[] {
  const [column] = breakEven?.columns ?? [];
  return (column?.crossings ?? []).flatMap(({ strategy, fromNs }) => {
    if (fromNs === undefined) return [];
    const raw = {
      ...{ quantity: 'pays-from', way: strategy, label: `2 ${strategy}`, strategy, x: 2 },
      unit: 'ns',
      values: [fromNs],
    } as const;
    return figureOf(raw, 'node') ?? [];
  });
}

export const measureTiny: Measure = async (context) => {
  const report = await runExperiment(context, lab('tiny'));
  return {
    figures: [...figuresOfRun(report, ['elapsed']), ...paysFrom(report)],
    notes: notesOfRun(report),
  };
};
