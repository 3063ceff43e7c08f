// What limits a cell, in words: one sentence with the figures, and a few words beside a row.
import { formatCores, formatDuration, formatRatio, formatShare } from '../locale/format';
import type { Bottleneck, BottleneckFact } from '@shared/report/bottleneck';
import type { CellReport } from '@shared/report/report';
import { nameCell } from '../names/cells';
import { message } from '../messages/message';

/** What limits the cell, in one sentence with the figures; empty where that is not known. */
export function bottleneckText(cell: CellReport): string {
  const { bottleneck } = cell;
  return bottleneck === undefined ? '' : sayFact(bottleneck.fact, cell);
}

function sayFact(fact: BottleneckFact, cell: CellReport): string {
  if (fact.kind === 'text') return fact.text;
  const share = {
    share: formatShare(fact.ns / fact.coldNs),
    part: formatDuration(fact.ns),
    whole: formatDuration(fact.coldNs),
  };
  switch (fact.kind) {
    case 'start-up':
      return message('bottleneck-start-up', { ...share, cell: nameCell(cell) });
    case 'run-queue': {
      const causes = queueCauses(fact).join(message('bottleneck-cause-separator'));
      return causes === ''
        ? message('bottleneck-run-queue', share)
        : message('bottleneck-run-queue-causes', { ...share, causes });
    }
    case 'interpreter-lock': {
      const cores = formatCores(fact.coresBusy, fact.usableCores);
      return message('bottleneck-interpreter-lock', { ...share, threads: fact.threads, cores });
    }
    case 'memory':
      return message('bottleneck-memory', { ...share, slowdown: formatRatio(fact.slowdown) });
    case 'none':
      return message('bottleneck-none', share);
    case 'messaging':
      return message('bottleneck-messaging', share);
    case 'imbalance':
      return message('bottleneck-imbalance', share);
    case 'waiting':
      return message('bottleneck-waiting', share);
    default:
      // Only in a report that came out of no file.
      fact satisfies never;
      return '';
  }
}

function queueCauses({
  usableCores: cores,
  workers,
  othersCores,
  throttledNs,
}: Extract<BottleneckFact, { readonly kind: 'run-queue' }>): readonly string[] {
  return [
    ...(workers === undefined ? [] : [message('bottleneck-cause-workers', { workers, cores })]),
    ...(othersCores === undefined
      ? []
      : [message('bottleneck-cause-others', { cores: formatCores(othersCores, cores) })]),
    ...(throttledNs === undefined
      ? []
      : [message('bottleneck-cause-quota', { time: formatDuration(throttledNs) })]),
  ];
}

/** `limited by start-up, 62 %`; empty where nothing is. */
export function limitedBy(bottleneck: Pick<Bottleneck, 'kind' | 'share'> | undefined): string {
  if (bottleneck === undefined || bottleneck.kind === 'none') return '';
  const { kind, share } = bottleneck;
  return share === undefined
    ? message('bottleneck-limited-by', { kind })
    : message('bottleneck-limited-by-share', { kind, share: formatShare(share) });
}
