// The race as a table: who came when.
import { formatBytes, formatDuration, formatNumber, notKnown } from '@present/locale/format';
import { message } from '@present/messages/message';
import type { Race, Racer } from '@present/figures/race';
import type { TableColumn } from '../ui/data-table';

/** Its columns; the rows are the racers. */
export function raceColumns({ basis }: Race): readonly TableColumn<Racer>[] {
  return [
    { key: 'place', head: message('race-table-place'), text: ({ place }) => String(place) },
    { key: 'cell', head: message('race-table-cell'), names: true, text: ({ label }) => label },
    {
      ...{ key: 'flag', head: message('race-table-flag'), align: 'end', mono: true },
      text: ({ finishNs }) => formatDuration(finishNs),
    },
    {
      ...{ key: 'time', head: message('race-table-time', { basis }) },
      ...{ align: 'end', mono: true },
      text: ({ timeNs }) => formatDuration(timeNs),
    },
    {
      ...{ key: 'peak', head: message('race-table-peak'), align: 'end', mono: true },
      text: ({ peakBytes }) => (peakBytes === undefined ? notKnown() : formatBytes(peakBytes)),
    },
    {
      ...{ key: 'trial', head: message('race-table-trial'), align: 'end', mono: true },
      text: ({ trial }) => formatNumber(trial + 1),
    },
  ];
}
