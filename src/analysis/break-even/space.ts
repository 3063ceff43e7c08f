// Defines the space that a search for the break-even covers: the strategies, the numbers of tasks, the points
// measured.
import { expandCells, type Cell } from '@shared/experiment/cells';
import type { BreakEvenRequest } from '@shared/experiment/experiment';
import type { Answer } from '@shared/report/findings';
import type { SizedTime, SizeRange } from './size-model';

export type ParallelStrategy = 'threads' | 'processes';

export const parallelStrategies: readonly ParallelStrategy[] = ['threads', 'processes'];

export type SearchedStrategy = 'serial' | ParallelStrategy;

/** Returns what each strategy is measured as: threads and processes with the same number of workers. */
export function searchCells(
  { workers }: Pick<BreakEvenRequest, 'workers'>,
  usableCores: number,
): Readonly<Record<SearchedStrategy, Cell>> {
  const [serial, threads, processes] = expandCells(
    {
      strategies: [
        { kind: 'serial' },
        { kind: 'threads', workers },
        { kind: 'processes', workers },
      ],
      placement: 'host',
    },
    usableCores,
  ) as [Cell, Cell, Cell];
  return { serial, threads, processes };
}

/** A measured point, as far as the search needs it. */
export interface Answered {
  readonly tasks: number;
  readonly size: number;
  /** Median cold time of each strategy that was measured here. */
  readonly ns: Readonly<Partial<Record<SearchedStrategy, number>>> & { readonly serial: number };
  /** How it is against serial. */
  readonly answers: Readonly<Partial<Record<ParallelStrategy, Answer>>>;
}

export interface SearchSpace {
  /** Numbers of tasks, ascending. */
  readonly columns: readonly number[];
  /** Of the size parameter. */
  readonly range: SizeRange;
  /** Tasks that can run at once; for a first guess only. */
  readonly parallel: number;
  /** How long tasks took before the search. */
  readonly known: readonly SizedTime[];
  /** Numbers of tasks that are given up. */
  readonly closed: ReadonlySet<number>;
}
