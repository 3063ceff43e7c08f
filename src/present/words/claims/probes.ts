// What probes showed: faults of workers and what they take along, and a window while work runs.
import { formatBytes, formatDuration, groupDigits, withUnit } from '../../locale/format';
import type { ClaimFactOf, Hit, Side } from '@shared/claims/claim-facts';
import { formatValue } from '../../names/outcomes';
import { list } from '../../messages/list';
import { message } from '../../messages/message';
import { sentenceOf, spreadText } from './parts';

function hitText({ faults, survivors, programDied, sometimes }: Hit, side: Side, others: number) {
  const values = { faults: list(faults), side, sometimes: sometimes ? 'yes' : 'no' } as const;
  if (programDied && survivors === 0) {
    return message('claim-faults-all', { ...values, all: others + 1 });
  }
  return message('claim-faults-some', {
    ...values,
    lost: others - survivors,
    others,
    program: programDied ? 'died' : 'lives',
  });
}

/** `abort and segv in a thread ended the program and all 4; throw affected no other worker; every fault in a process …` */
export function faultsText({ others, sides }: ClaimFactOf<'faults'>): string {
  const parts = sides.flatMap(({ side, hits, harmless }) => {
    const faults = list(harmless);
    if (hits.length === 0) return [message('claim-faults-harmless', { side, others, faults })];
    const rest = harmless.length === 0 ? [] : [message('claim-faults-rest', { faults })];
    return [...hits.map((hit) => hitText(hit, side, others)), ...rest];
  });
  return sentenceOf(parts);
}

/** `Not measured, and needed to decide: segv in a thread.` */
export function missingText({ sides }: ClaimFactOf<'faults-missing'>): string {
  const parts = sides.map(({ side, faults }) =>
    message('claim-faults-missing-of', { side, faults: list(faults) }),
  );
  return message('claim-faults-missing', { sides: parts.join(message('claim-separator')) });
}

/** `After a worker had leaked and ended, the program was larger by 64 MB with threads and by 0 B with processes.` */
export function leakedText(fact: ClaimFactOf<'leaked'>): string {
  const [threads, processes] = [formatBytes(fact.threadsBytes), formatBytes(fact.processesBytes)];
  return message('claim-leaked', { threads, processes });
}

/** `the window's longest wait while work ran: on the page's own thread 530 ms, …` */
export function waitedMostText({ places }: ClaimFactOf<'window-waited'>): string {
  const parts = places.map(({ place, ns }) =>
    message('claim-window-place', { place, time: spreadText(ns, formatDuration) }),
  );
  return message('claim-window-waited', { places: parts.join(message('list-separator')) });
}

/** `Of the frames expected at the rate without work, 60 frames/s, were not drawn: 5 % on a thread.` */
export function droppedText({ idle, places }: ClaimFactOf<'frames-dropped'>): string {
  const parts = places.map(({ place, missing }) =>
    message('claim-frames-place', { place, missing: withUnit(groupDigits(missing * 100), '%') }),
  );
  return message('claim-frames-dropped', {
    rate: spreadText(idle, (value) => formatValue(value, 'frames/s')),
    places: parts.join(message('list-separator')),
  });
}
