// The areas of a break-even map in px: between two measured columns their stretches, interpolated on
// logarithmic axes; beyond what was measured nothing.
import {
  pairStretches,
  type AreaKind,
  type MapColumn,
  type Stretch,
  type StretchPair,
} from '@present/figures/break-even-columns';

/** Two upright edges and the straight lines between their ends; y grows downwards. */
export interface Area {
  readonly kind: AreaKind;
  readonly x0: number;
  readonly x1: number;
  /** At `x0`: top and foot. */
  readonly left: readonly [top: number, foot: number];
  /** At `x1`. */
  readonly right: readonly [top: number, foot: number];
}

/** What an upright line through the map meets. */
export interface AreaBand {
  readonly kind: AreaKind;
  readonly top: number;
  readonly foot: number;
}

export interface Placed {
  readonly column: MapColumn;
  readonly x: number;
}

/** Half the width in which a column stands that no measured neighbour has areas with. */
const aloneHalf = 4;

function span(
  range: readonly [number, number],
  yOf: (ns: number) => number,
): readonly [number, number] {
  return [yOf(range[1]), yOf(range[0])];
}

/**
 * The areas, column by column from left to right.
 * @param yOf where a size of one task stands
 */
export function mapAreas(placed: readonly Placed[], yOf: (ns: number) => number): readonly Area[] {
  const filled = (at: Placed | undefined): at is Placed => (at?.column.stretches.length ?? 0) > 0;
  return placed.flatMap((here, index): readonly Area[] => {
    if (!filled(here)) return [];
    const [before, next] = [placed[index - 1], placed[index + 1]];
    if (filled(next)) {
      const [x0, x1] = [here.x, next.x];
      return pairStretches(here.column, next.column).map(
        ({ kind, left, right }: StretchPair): Area => ({
          kind,
          x0,
          x1,
          left: span(left, yOf),
          right: span(right, yOf),
        }),
      );
    }
    if (filled(before)) return [];
    return here.column.stretches.map(({ kind, fromNs, toNs }: Stretch): Area => {
      const edge = span([fromNs, toNs], yOf);
      return { kind, x0: here.x - aloneHalf, x1: here.x + aloneHalf, left: edge, right: edge };
    });
  });
}

/** Returns what the line at `x` meets, from the top down; where two areas meet, the left one. */
export function bandsAt(areas: readonly Area[], x: number): readonly AreaBand[] {
  const left = areas.find((area) => area.x0 <= x && x <= area.x1)?.x0;
  return areas
    .filter((area) => area.x0 === left)
    .map(({ kind, x0, x1, left: [top0, foot0], right: [top1, foot1] }) => {
      const share = (x - x0) / (x1 - x0);
      return {
        kind,
        top: top0 + share * (top1 - top0),
        foot: foot0 + share * (foot1 - foot0),
      };
    })
    .sort((a, b) => a.top - b.top);
}
