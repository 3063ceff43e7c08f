// What limits a verdict: one sentence each, from what the run and the machine tell.
import type { Experiment } from '@shared/experiment';
import { formatFigure } from '@shared/format';
import type { MachineInfo } from '@shared/machine';
import type { CellReport } from '@shared/report';
import { leastTrials } from './bootstrap';
import { measuredTrials } from './cells';
import { labelCell, listNames } from './names';

const longestEvidence = 200;

/** The first line of an evidence, short, without the full stop at its end. */
function brief(message: string): string {
  const line = message.split('\n', 1)[0]?.trim() ?? '';
  const cut = line.length > longestEvidence ? `${line.slice(0, longestEvidence)} …` : line;
  return cut.replace(/[.\s]+$/, '');
}

function failures(cell: CellReport): readonly string[] {
  const failed = cell.trials.filter(({ status }) => status !== 'ok' && status !== 'stopped');
  const first = failed[0];
  if (first === undefined) return [];
  const why = first.evidence === undefined ? first.status : brief(first.evidence.message);
  return [`${failed.length} of ${cell.trials.length} trials of ${labelCell(cell)} failed: ${why}.`];
}

/** Trials that were to be measured and were not cut off by a stop, well ended or not. */
function carriedOut({ trials }: CellReport): number {
  return trials.filter(({ warmup, status }) => !warmup && status !== 'stopped').length;
}

function endedEarly(cells: readonly CellReport[], repeats: number): readonly string[] {
  const planned = cells.length * repeats;
  const ended = cells.reduce((sum, cell) => sum + carriedOut(cell), 0);
  return ended < planned
    ? [`The run ended early: ${ended} of ${planned} measured trials were carried out.`]
    : [];
}

function cellsWithFew(cells: readonly CellReport[]): readonly string[] {
  const label = (found: readonly CellReport[]) => listNames(found.map(labelCell));
  const count = (cell: CellReport) => measuredTrials(cell.trials).length;
  const none = cells.filter((cell) => carriedOut(cell) === 0);
  const one = cells.filter((cell) => count(cell) === 1);
  const few = cells.filter((cell) => count(cell) > 1 && count(cell) < leastTrials);
  return [
    ...(none.length > 0 ? [`Not measured: ${label(none)}.`] : []),
    ...(one.length > 0 ? [`From one trial only: ${label(one)}.`] : []),
    ...(few.length > 0 ? [`Fewer than ${leastTrials} trials, so no interval: ${label(few)}.`] : []),
  ];
}

function surroundings({ quotaCores, affinity, loadAverage, usableCores }: MachineInfo) {
  const load = loadAverage?.[0] ?? 0;
  return [
    ...(quotaCores !== undefined && quotaCores < affinity.length
      ? [`A quota limits this to ${formatFigure(quotaCores)} of ${affinity.length} cores.`]
      : []),
    ...(load >= usableCores / 2
      ? [
          `Load average over the last minute was ${formatFigure(load)} on ${usableCores} usable ${usableCores === 1 ? 'core' : 'cores'} when the machine was read.`,
        ]
      : []),
  ];
}

/** Sentences on failed and missing trials, small samples, a quota and load from before. */
export function listCaveats(
  cells: readonly CellReport[],
  experiment: Pick<Experiment, 'repeats'>,
  machine: MachineInfo,
): readonly string[] {
  return [
    ...cells.flatMap(failures),
    ...endedEarly(cells, experiment.repeats),
    ...cellsWithFew(cells),
    ...surroundings(machine),
  ];
}
