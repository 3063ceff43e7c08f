// The points of the break-even map as a table.
import { intervalOf } from '@analysis/stats/bootstrap';
import { message } from '@present/messages/message';
import { writeInterval } from '@present/figures/views';
import type { BreakEvenPoint } from '@shared/report/break-even';
import { formatDuration, formatFigure, groupDigits, notKnown } from '@present/locale/format';
import { mapColumns } from '@present/figures/break-even-columns';
import {
  mapStrategies,
  medianTimes,
  nameWinner,
  type MapData,
} from '@present/figures/break-even-text';
import type { TableColumn } from '../ui/data-table';

/** A point with what stands in its row. */
export interface PointRow {
  readonly key: string;
  readonly point: BreakEvenPoint;
  /** Cold time of each of the map's strategies, written. */
  readonly times: readonly string[];
}

/** The points, column by column of the map. */
export function pointRows({ points, cells }: MapData): readonly PointRow[] {
  return mapColumns(points)
    .flatMap((column) => column.points)
    .map((point) => {
      const medians = medianTimes(point, cells);
      return {
        key: `${point.tasks} ${point.size}`,
        point,
        times: mapStrategies.map((strategy) => {
          const ns = medians[strategy];
          return ns === undefined ? notKnown() : formatDuration(ns);
        }),
      };
    });
}

function interval({ gain }: BreakEvenPoint): string {
  const found = gain && intervalOf(gain);
  return found === undefined ? '' : writeInterval(found, formatFigure, 'words');
}

const figure = { align: 'end', mono: true } as const;

/** @param parameter name of the parameter that was varied */
export function pointColumns(parameter: string): readonly TableColumn<PointRow>[] {
  return [
    {
      key: 'tasks',
      head: message('map-tasks'),
      ...figure,
      text: ({ point }) => groupDigits(point.tasks),
    },
    { key: 'size', head: parameter, ...figure, text: ({ point }) => groupDigits(point.size) },
    {
      key: 'length',
      head: message('map-size'),
      ...figure,
      text: ({ point }) => formatDuration(point.taskNs),
    },
    ...mapStrategies.map((strategy, index) => ({
      key: strategy,
      head: message('map-strategy-cold', { strategy }),
      ...figure,
      text: ({ times }: PointRow) => times[index] ?? notKnown(),
    })),
    { key: 'fastest', head: message('map-fastest'), text: ({ point }) => nameWinner(point) },
    {
      key: 'gain',
      head: message('map-workers-by'),
      ...figure,
      text: ({ point }) => (point.gain === undefined ? notKnown() : formatFigure(point.gain.ratio)),
    },
    {
      key: 'interval',
      head: message('map-interval'),
      ...figure,
      text: ({ point }) => interval(point),
    },
  ];
}
