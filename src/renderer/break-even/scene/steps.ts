// Finds what lies under the pointer on a break-even map, and which point comes next for the arrow keys.
import type { BreakEvenPoint } from '@shared/report/break-even';
import type { BreakEvenScene, ColumnPlace, MapDot } from './scene';

/** The point nearest to a place, within `reach` px. */
export function dotAt(
  { dots }: Pick<BreakEvenScene, 'dots'>,
  x: number,
  y: number,
  reach: number,
): MapDot | undefined {
  let found: { readonly dot: MapDot; readonly distance: number } | undefined;
  for (const dot of dots) {
    const distance = Math.hypot(dot.x - x, dot.y - y);
    if (distance <= reach && (found === undefined || distance < found.distance)) {
      found = { dot, distance };
    }
  }
  return found?.dot;
}

/** The column nearest to `x`. */
export function columnAt(
  { columns }: Pick<BreakEvenScene, 'columns'>,
  x: number,
): number | undefined {
  return columns.reduce<ColumnPlace | undefined>(
    (nearest, column) =>
      nearest === undefined || Math.abs(column.at - x) < Math.abs(nearest.at - x)
        ? column
        : nearest,
    undefined,
  )?.tasks;
}

export type DotStep = 'left' | 'right' | 'up' | 'down';

/** The point an arrow key leads to: along the column, or to the nearest size in the next one. */
export function stepDot(
  { dots, columns }: Pick<BreakEvenScene, 'dots' | 'columns'>,
  from: BreakEvenPoint | undefined,
  step: DotStep,
): BreakEvenPoint | undefined {
  const here = dots.find(({ point }) => point === from);
  if (here === undefined) return dots[0]?.point;
  if (step === 'up' || step === 'down') {
    const column = dots
      .filter(({ point }) => point.tasks === here.point.tasks)
      .sort((a, b) => b.y - a.y);
    const next = column[column.indexOf(here) + (step === 'up' ? 1 : -1)];
    return (next ?? here).point;
  }
  const order = columns.map(({ tasks }) => tasks);
  const tasks = order[order.indexOf(here.point.tasks) + (step === 'left' ? -1 : 1)];
  const nearest = dots
    .filter(({ point }) => point.tasks === tasks)
    .sort((a, b) => Math.abs(a.y - here.y) - Math.abs(b.y - here.y))[0];
  return (nearest ?? here).point;
}
