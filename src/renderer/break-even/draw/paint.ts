// Fills the areas of a break-even map by their kinds of answers: one hue where one strategy is fastest, hatched
// where that is undecided.
import type { Area } from '../scene/areas';
import type { AreaKind } from '@present/figures/break-even-columns';
import { mix } from '@shared/look/palette';
import { hatch, type Box, type Surface } from '../../canvas/pen';
import type { CanvasTheme } from '../../canvas/theme';

/** Ground of an area; of a hatched one what lies between its lines. */
export function areaFill(kind: AreaKind, theme: CanvasTheme): string {
  switch (kind) {
    case 'serial':
      return mix(theme.strategies.serial, theme.ground, 0.22);
    case 'threads':
      return theme.faint('threads', 0);
    case 'processes':
    case 'which':
      return theme.faint('processes', 0);
    case 'whether':
      return theme.ground;
  }
}

/** Hatches a box as an undecided kind; the others have no hatch. */
export function hatchArea(ctx: Surface, box: Box, kind: AreaKind, theme: CanvasTheme): void {
  if (kind === 'whether') hatch(ctx, [box], theme.ink2, 5, 1.25);
  if (kind === 'which') hatch(ctx, [box], theme.faint('threads', 0), 9, 3.2);
}

function trace(ctx: Surface, areas: readonly Area[]): void {
  ctx.beginPath();
  for (const { x0, x1, left, right } of areas) {
    ctx.moveTo(x0, left[0]);
    ctx.lineTo(x1, right[0]);
    ctx.lineTo(x1, right[1]);
    ctx.lineTo(x0, left[1]);
    ctx.lineTo(x0, left[0]);
  }
}

function boundsOf(areas: readonly Area[]): Box {
  const x = Math.min(...areas.map(({ x0 }) => x0));
  const y = Math.min(...areas.flatMap(({ left, right }) => [left[0], right[0]]));
  return {
    x,
    y,
    width: Math.max(...areas.map(({ x1 }) => x1)) - x,
    height: Math.max(...areas.flatMap(({ left, right }) => [left[1], right[1]])) - y,
  };
}

/** Fills all areas of a kind in one path, so that neighbours show no seam. */
export function paintAreas(
  ctx: Surface,
  areas: readonly Area[],
  kind: AreaKind,
  theme: CanvasTheme,
): void {
  const own = areas.filter((area) => area.kind === kind);
  if (own.length === 0) return;
  trace(ctx, own);
  ctx.fillStyle = areaFill(kind, theme);
  ctx.fill();
  if (kind !== 'whether' && kind !== 'which') return;
  ctx.save();
  trace(ctx, own);
  ctx.clip();
  hatchArea(ctx, boundsOf(own), kind, theme);
  ctx.restore();
}
