// Threads or processes, in words: what is recommended, and the measurement that each reason rests on.
import type { Reason, ReasonFact, Recommendation } from '@analysis/claims/recommend';
import { formatBytes, formatDuration, formatRatio, formatShare } from '../../locale/format';
import { labelOf } from '../../names/cells';
import { message } from '../../messages/message';

/** Returns in which of the tries a busy worker could be ended. */
const often = (share: number): 'always' | 'never' | 'sometimes' =>
  share === 1 ? 'always' : share === 0 ? 'never' : 'sometimes';

/** The measurement of a reason: `2 threads are 1.00×, 2 processes 2.00× as fast as serial`. */
export function reasonText(fact: ReasonFact): string {
  switch (fact.kind) {
    case 'speed': {
      const { threads, processes } = fact;
      return message('choice-speed', {
        threads: threads.workers,
        processes: processes.workers,
        threadsRatio: formatRatio(threads.ratio),
        processesRatio: formatRatio(processes.ratio),
      });
    }
    case 'memory':
      return message('choice-memory', {
        workers: fact.workers,
        threads: formatBytes(fact.threadsBytes),
        processes: formatBytes(fact.processesBytes),
      });
    case 'isolation':
      return message('choice-isolation', {
        threads: formatShare(fact.threads),
        processes: formatShare(fact.processes),
      });
    case 'killability':
      return message('choice-killability', {
        threadsOften: often(fact.threads),
        threads: formatShare(fact.threads),
        processesOften: often(fact.processes),
        processes: formatShare(fact.processes),
      });
    case 'sharing': {
      const { bytes, threads, processes } = fact;
      return message('choice-sharing', {
        size: formatBytes(bytes),
        threads: formatDuration(threads.ns),
        processes: formatDuration(processes.ns),
        threadsLabel: labelOf(threads.label),
        processesLabel: labelOf(processes.label),
      });
    }
  }
}

const because = (reasons: readonly Reason[]): string =>
  reasons
    .map(({ criterion, fact }) => message('choice-because', { criterion, text: reasonText(fact) }))
    .join(message('claim-separator'));

/** The recommendation for one language, as a sentence or two. */
export function recommendationText({ choice, decisive }: Recommendation): string {
  const reasons = because(decisive.for);
  const against = because(decisive.against);
  if (choice === 'unknown') return message('choice-unknown');
  if (choice === 'either')
    return reasons === '' ? message('choice-alike') : message('choice-evens-out', { reasons });
  return against === ''
    ? message('choice-for', { choice, reasons })
    : message('choice-for-against', { choice, reasons, against });
}
