// The cells that a verdict's facts name by id, in words; and the figures behind them, short.
import { defined } from '@shared/base/defined';
import { formatBytes, formatDuration, formatRatio } from '../../locale/format';
import type { EvidencePlace } from '@shared/report/findings';
import type { NamedCell } from '@shared/experiment/cells';
import type { RatioEstimate } from '@shared/report/report';
import type { MemoryPair } from '@shared/report/verdict';
import { nameCell } from '../../names/cells';
import { message } from '../../messages/message';
import type { ClauseEvidence } from '../clauses';

/** What a sentence of the verdict needs of a cell. */
export type VerdictCell = NamedCell & { readonly id: string };

/** Finds a fact's cells; a report that opened has them all. */
export type FindCell = (id: string) => VerdictCell;

/** `8 threads (2.18 s)`. */
export const nameWithTime = (cell: VerdictCell, coldNs: number): string =>
  message('verdict-cell-time', { cell: nameCell(cell), time: formatDuration(coldNs) });

/** Evidence at one place of a report. */
export function evidenceAt(
  place: EvidencePlace,
  cell: string | undefined,
  detail: string,
): ClauseEvidence {
  return { place, ...defined({ cell }), detail };
}

/** `6.09×`; `not known` where there is no ratio. */
export const ratioText = (ratio: RatioEstimate | undefined): string =>
  formatRatio(ratio?.ratio ?? Number.NaN);

/** `interval 6.00× to 6.20×`, or `range …` of too few trials for one; as far as there is either. */
export function intervalDetail(estimate: RatioEstimate | undefined): string {
  const { low, high, confidence } = estimate ?? {};
  if (low === undefined || high === undefined) {
    return message('verdict-detail-no-interval', { ratio: ratioText(estimate) });
  }
  return message('verdict-detail-interval', {
    sort: confidence === undefined ? 'interval' : 'range',
    low: formatRatio(low),
    high: formatRatio(high),
  });
}

/** Returns what a message says of memory against another cell's: nothing where it is about the same. */
export function memoryValues(memory: MemoryPair | undefined): {
  readonly memory: 'told' | 'same';
  readonly memoryRatio: string;
} {
  if (memory === undefined) return { memory: 'same', memoryRatio: '' };
  return { memory: 'told', memoryRatio: formatRatio(memory.bytes / memory.overBytes) };
}

/** The evidence of it, by its name in messages. */
export function memoryEvidence(
  cell: string,
  memory: MemoryPair | undefined,
): Readonly<Record<string, ClauseEvidence>> {
  if (memory === undefined) return {};
  const values = { one: formatBytes(memory.bytes), other: formatBytes(memory.overBytes) };
  return { memory: evidenceAt('memory', cell, message('verdict-detail-pair', values)) };
}
