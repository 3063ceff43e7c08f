// One picture of the break-even map: number of tasks across, measured size of one task upwards, both
// logarithmic; areas of who is fastest, the measured points, the article's program and the experiment.
import { message } from '@present/messages/message';
import { defined } from '@shared/base/defined';
import { formatDuration, formatRatio, groupDigits } from '@present/locale/format';
import { mapAreas, type Placed } from './areas';
import { mapColumns, type AreaKind, type MapColumn } from '@present/figures/break-even-columns';
import { placeLabels, type LabelText } from './labels';
import { columnNotes, mapMarks, obstacles } from './marks';
import type { BreakEvenScene, ColumnPlace, MapDot, MapRequest, MapScales } from './scene';
import { logExtent, logPosition, logTicks, type LogScale } from '@present/scales/log-scale';

const left = 84;
const right = 16;
const top = 8;
/** Below the map: its axis. */
export const mapFoot = 46;
/** Minimum distance of dots from the frame. */
const inset = 20;

function scalesOf({ data, width, height }: MapRequest): MapScales {
  const plot = {
    x: left,
    y: top,
    width: Math.max(1, width - left - right),
    height: Math.max(1, height - top - mapFoot),
  };
  const marks = [data.article, data.own].flatMap((mark) => mark ?? []);
  const all = [...data.points, ...marks];
  const [least, most] = logExtent(
    all.map(({ tasks }) => tasks),
    1,
  );
  const only = least === most;
  const x: LogScale = {
    from: only ? least / 2 : least,
    to: only ? most * 2 : most,
    start: plot.x + inset,
    end: plot.x + plot.width - inset,
  };
  const [from, to] = logExtent(
    all.map(({ taskNs }) => taskNs),
    1.5,
  );
  const y: LogScale = { from, to, start: plot.y + plot.height, end: plot.y };
  // Whole pixels across, so that neighbouring areas meet without a seam.
  return { plot, xOf: (tasks) => Math.round(logPosition(x, tasks)), y };
}

/** Labels of the columns from the left, those left out that would touch the one before. */
function columnPlaces(placed: readonly Placed[], request: MapRequest): readonly ColumnPlace[] {
  let freeFrom = Number.NEGATIVE_INFINITY;
  return placed.map(({ column: { tasks }, x }) => {
    const label = groupDigits(tasks);
    const half = request.widthOf(label, 'id') / 2 + 5;
    const labelled = x - half >= freeFrom;
    if (labelled) freeFrom = x + half;
    return { at: x, label, tasks, labelled };
  });
}

function labelTexts(request: MapRequest): readonly (readonly LabelText[])[] {
  const { points } = request.data;
  const gains = (winner: AreaKind): readonly number[] =>
    points.flatMap((point) =>
      point.winner === winner && point.gain !== undefined ? [point.gain.ratio] : [],
    );
  const sized = (kind: AreaKind, title: string, note?: string): LabelText => ({
    kind,
    title,
    width: Math.max(
      request.widthOf(title, 'title'),
      note === undefined ? 0 : request.widthOf(note, 'note'),
    ),
    height: note === undefined ? 26 : 42,
    ...defined({ note }),
  });
  const serialGains = gains('serial').filter((ratio) => ratio > 0);
  const longest = serialGains.length === 0 ? undefined : 1 / Math.min(...serialGains);
  const slower =
    longest === undefined
      ? message('map-serial-faster')
      : message('map-serial-faster-by', { ratio: formatRatio(longest) });
  const strategies = (['threads', 'processes'] as const).map((kind) => {
    const ratios = gains(kind);
    const note =
      ratios.length === 0
        ? undefined
        : message('map-up-to', { ratio: formatRatio(Math.max(...ratios)) });
    const name = message('map-strategy', { strategy: kind });
    return [sized(kind, name, note), sized(kind, name)];
  });
  return [
    [
      sized('serial', message('map-neither'), slower),
      sized('serial', message('map-neither'), message('map-serial-faster')),
      sized('serial', message('map-neither')),
    ],
    ...strategies,
  ];
}

/** Lays out and works out one picture of a map; the columns it has are those of its points. */
export function buildBreakEven(request: MapRequest): BreakEvenScene {
  const { data, width, height } = request;
  const scales = scalesOf(request);
  const { plot, xOf, y } = scales;
  const placed = mapColumns(data.points).map((column: MapColumn): Placed => ({
    column,
    x: xOf(column.tasks),
  }));
  const yOf = (ns: number): number => logPosition(y, ns);
  const areas = mapAreas(placed, yOf);
  const dots = data.points
    .filter(({ taskNs }) => taskNs > 0)
    .map((point): MapDot => ({ x: xOf(point.tasks), y: yOf(point.taskNs), point }));
  const notes = columnNotes(placed, scales, request);
  const marks = mapMarks(request, scales, notes);
  return {
    width,
    height,
    plot,
    columns: columnPlaces(placed, request),
    yTicks: logTicks(y.from, y.to).map((ns) => ({ at: yOf(ns), label: formatDuration(ns) })),
    areas,
    dots,
    labels: placeLabels(areas, labelTexts(request), [...dots, ...obstacles(marks)]),
    notes,
    ...marks,
  };
}
