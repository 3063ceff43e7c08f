// Strategies against each other: what workers add, gain and take.
import { formatBytes, formatDuration, formatRatio } from '../../locale/format';
import type { Added, ClaimFactOf, Gained, Spread } from '@shared/claims/claim-facts';
import { message } from '../../messages/message';
import { sentenceOf, spreadText, variantValues } from './parts';

function addedVariant({ variant, startNs, bytes }: Added): string {
  const shown = (
    one: Spread | undefined,
    write: (value: number) => string,
    none: string,
  ): string => (one === undefined || one.median <= 0 ? none : spreadText(one, write));
  return message('claim-added', {
    ...variantValues(variant),
    figures: bytes === undefined ? 'start' : startNs === undefined ? 'memory' : 'both',
    start: shown(startNs, formatDuration, message('claim-no-start')),
    memory: shown(bytes, formatBytes, message('claim-no-memory')),
  });
}

/** `one more thread takes 1.67 ms (1 ms to 2 ms) to start and 2 MB; one more process takes 20 MB.` */
export const addedText = ({ workers }: ClaimFactOf<'added'>): string =>
  sentenceOf(workers.map(addedVariant));

/** `Not decided, as it did not grow with their number: the start of a process.` */
export function notGrownText({ figures }: ClaimFactOf<'not-grown'>): string {
  const names = figures.map(({ variant, figure }) =>
    message('claim-not-grown-figure', { ...variantValues(variant), figure }),
  );
  return message('claim-not-grown', { figures: names.join(message('list-separator')) });
}

/** `against 2 s of serial, 16 threads 15.0× faster; an event loop 15.0× faster, 9 ms of CPU time.` */
export function waitedText({ serialNs, variants }: ClaimFactOf<'waited'>): string {
  const parts = variants.map(({ kind, workers, gain, faster, cpuNs }) =>
    message('claim-waited-strategy', {
      kind,
      workers,
      gain: spreadText(gain, formatRatio),
      faster: faster ? 'yes' : 'no',
      cpu: cpuNs === undefined ? 'unknown' : 'told',
      cpuTime: cpuNs === undefined ? '' : spreadText(cpuNs, formatDuration),
    }),
  );
  return message('claim-waited', {
    serial: spreadText(serialNs, formatDuration),
    strategies: parts.join(message('claim-separator')),
  });
}

function gainedWay(
  { workers, gain, gains, unsure }: Gained,
  kind: 'threads' | 'processes',
): string {
  return message('claim-gained-strategy', {
    workers,
    kind,
    gain: formatRatio(gain.median),
    how: gains ? 'gains' : unsure ? 'unsure' : 'none',
    range: message('claim-range', { from: formatRatio(gain.low), to: formatRatio(gain.high) }),
  });
}

/** `2 processes are 1.90× faster than serial (1.80× to 1.95×), 2 threads are …`, by runtime where there are several. */
export function gainedText({ runtimes }: ClaimFactOf<'gained'>): string {
  const parts = runtimes.map(({ runtime, processes, threads }) => {
    const text = message('claim-gained', {
      processes: gainedWay(processes, 'processes'),
      threads: gainedWay(threads, 'threads'),
    });
    return runtimes.length === 1 ? text : message('claim-with-runtime', { version: runtime, text });
  });
  return sentenceOf(parts);
}

/** `8 threads take 5 MB, as many processes by fork 40 MB, 8.00×, 20 MB of it private.` */
export function memoryText({ workers, bytes, processes }: ClaimFactOf<'memory'>): string {
  const parts = processes.map(({ variant, bytes: size, ratio, own }) => {
    const { kind, method } = variantValues(variant);
    return message('claim-memory-processes', {
      kind: kind === 'started' ? 'started' : 'processes',
      method,
      size: spreadText(size, formatBytes),
      ratio: formatRatio(ratio),
      own: own === undefined ? 'unknown' : 'told',
      ownSize: own === undefined ? '' : spreadText(own, formatBytes),
    });
  });
  return message('claim-memory', {
    workers,
    size: spreadText(bytes, formatBytes),
    processes: parts.join(message('claim-separator')),
  });
}
