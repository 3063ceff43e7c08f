// The columns of a trial's timeline as tables: its workers, its cores, its tasks.
import { message } from '@present/messages/message';
import {
  formatDecimals,
  formatShare,
  groupDigits,
  notKnown,
  timeColumn,
  writeNumber,
  type TimeColumn,
} from '@present/locale/format';
import type { TableColumn } from '../ui/data-table';
import type { CoreRow, TaskRow, TimelineRows, WorkerRow } from './scene/timeline-table';

const figure = { align: 'end', mono: true } as const;
const counted = (count: number | undefined): string =>
  count === undefined ? notKnown() : groupDigits(count);
const column = (times: readonly (number | undefined)[]): TimeColumn =>
  timeColumn(times.map((ns) => ns ?? Number.NaN));
const known = (times: TimeColumn, ns: number | undefined): string => times.write(ns ?? Number.NaN);

/** Columns for the cores of these rows. */
export function coreTableColumns({ cores }: TimelineRows): readonly TableColumn<CoreRow>[] {
  const busy = column(cores.map(({ busyNs }) => busyNs));
  return [
    {
      key: 'core',
      head: message('column-core'),
      names: true,
      mono: true,
      text: ({ kernelId }) => writeNumber(kernelId),
    },
    {
      key: 'busy',
      head: message('column-busy', { unit: busy.unit }),
      ...figure,
      text: ({ busyNs }) => busy.write(busyNs),
    },
    {
      key: 'share',
      head: message('column-share'),
      ...figure,
      text: ({ share }) => formatShare(share),
    },
  ];
}

/** Columns for the workers of these rows. */
export function workerTableColumns({ workers }: TimelineRows): readonly TableColumn<WorkerRow>[] {
  const run = column(workers.map(({ onCpuNs }) => onCpuNs));
  const wait = column(workers.map(({ waitNs }) => waitNs));
  return [
    {
      key: 'name',
      head: message('column-worker'),
      names: true,
      mono: true,
      text: ({ name }) => name,
    },
    {
      key: 'pid',
      head: message('column-pid'),
      ...figure,
      text: ({ pid }) => writeNumber(pid ?? Number.NaN),
    },
    {
      key: 'tid',
      head: message('column-tid'),
      ...figure,
      text: ({ tid }) => writeNumber(tid ?? Number.NaN),
    },
    { key: 'tasks', head: message('column-tasks'), ...figure, text: ({ tasks }) => counted(tasks) },
    {
      key: 'run',
      head: message('column-on-core', { unit: run.unit }),
      ...figure,
      text: ({ onCpuNs }) => known(run, onCpuNs),
    },
    {
      key: 'wait',
      head: message('column-waited', { unit: wait.unit }),
      ...figure,
      text: ({ waitNs }) => known(wait, waitNs),
    },
    {
      key: 'moves',
      head: message('column-moves'),
      ...figure,
      text: ({ moves }) => counted(moves),
    },
    {
      key: 'heap',
      head: message('column-heap'),
      ...figure,
      text: ({ heapBytes }) =>
        heapBytes === undefined ? notKnown() : formatDecimals(heapBytes / 1e6, 1),
    },
  ];
}

/** Columns for the tasks of these rows. */
export function taskTableColumns({ tasks }: TimelineRows): readonly TableColumn<TaskRow>[] {
  const moment = column(tasks.map(({ endNs }) => endNs));
  const length = column(tasks.map((task) => task.endNs - task.startNs));
  return [
    { key: 'task', head: message('column-task'), ...figure, text: ({ task }) => writeNumber(task) },
    { key: 'worker', head: message('column-worker'), mono: true, text: ({ worker }) => worker },
    {
      key: 'began',
      head: message('column-began', { unit: moment.unit }),
      ...figure,
      text: ({ startNs }) => moment.write(startNs),
    },
    {
      key: 'ended',
      head: message('column-ended', { unit: moment.unit }),
      ...figure,
      text: ({ endNs }) => moment.write(endNs),
    },
    {
      key: 'length',
      head: message('column-duration', { unit: length.unit }),
      ...figure,
      text: ({ startNs, endNs }) => length.write(endNs - startNs),
    },
  ];
}
