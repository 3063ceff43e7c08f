// Finds from which size of a task each strategy pays, after a search.
import { defined } from '@shared/base/defined';
import type { Crossing } from '@shared/report/break-even';
import { bracketOf, columnsOf, isSettled, resolution, taskNs, type SearchColumn } from './column';
import {
  parallelStrategies,
  type Answered,
  type ParallelStrategy,
  type SearchSpace,
} from './space';

/** From which size on each strategy pays, column by column; what is not settled is left out. */
export function crossingsOf(
  space: SearchSpace,
  points: readonly Answered[],
): readonly { readonly tasks: number; readonly crossings: readonly Crossing[] }[] {
  return columnsOf(space, points).flatMap((column) => {
    const crossings = parallelStrategies.flatMap((strategy) => crossingOf(column, strategy) ?? []);
    return crossings.length === 0 ? [] : [{ tasks: column.tasks, crossings }];
  });
}

function crossingOf(column: SearchColumn, strategy: ParallelStrategy): Crossing | undefined {
  const bracket = bracketOf(column, strategy);
  const { below, from } = bracket;
  if (from === undefined && !isSettled(column, bracket)) return undefined;
  return defined({
    strategy,
    belowNs: below && taskNs(below),
    belowSize: below?.size,
    fromNs: from && taskNs(from),
    fromSize: from?.size,
  });
}

/** Points that a full grid as fine as the brackets would have, over the sizes that were measured. */
export function gridPoints(points: readonly Answered[]): number {
  const columns = new Set(points.map(({ tasks }) => tasks));
  return [...columns].reduce((sum, tasks) => {
    const times = points.filter((point) => point.tasks === tasks).map(taskNs);
    const ratio = Math.max(...times) / Math.min(...times);
    return sum + Math.ceil(Math.log(ratio) / Math.log(resolution)) + 1;
  }, 0);
}
