// What the verdict is made of: sentences of clauses, measured ones with the place of their evidence.
import type { EvidencePlace } from '@shared/report/findings';
import type { Clause } from '@shared/report/verdict';
import { formatRatio } from '@shared/base/format';
import type { CellReport, RatioEstimate } from '@shared/report/report';

/** The clauses of one sentence, without a space at either end. */
export type Sentence = readonly Clause[];

/** Words that follow from nothing measured. */
export const words = (text: string): Clause => ({ text });

/** Words with the evidence they follow from. */
export function measured(
  text: string,
  place: EvidencePlace,
  cell: Pick<CellReport, 'id'> | string | undefined,
  detail: string,
): Clause {
  const id = typeof cell === 'object' ? cell.id : cell;
  return { text, evidence: { place, ...(id !== undefined && { cell: id }), detail } };
}

/** A sentence of clauses and plain words. */
export function sentence(...parts: readonly (Clause | string)[]): Sentence {
  return parts.map((part) => (typeof part === 'string' ? words(part) : part));
}

/** Parts one after another: `a`, `a and b`, `a, b and c`. */
export function listParts(parts: readonly Sentence[]): Sentence {
  return parts.flatMap((part, index) => {
    if (index === 0) return part;
    return [words(index === parts.length - 1 ? ' and ' : ', '), ...part];
  });
}

const isPlain = ({ strong, evidence }: Clause): boolean =>
  strong === undefined && evidence === undefined;

/** The sentences in one paragraph; plain words that meet become one clause. */
export function joinSentences(sentences: readonly Sentence[]): Clause[] {
  const clauses: Clause[] = [];
  const spaced = sentences
    .filter(({ length }) => length > 0)
    .flatMap((clauses, index) => (index === 0 ? clauses : [words(' '), ...clauses]));
  for (const clause of spaced) {
    const last = clauses[clauses.length - 1];
    if (last !== undefined && isPlain(last) && isPlain(clause)) {
      clauses[clauses.length - 1] = words(last.text + clause.text);
    } else {
      clauses.push(clause);
    }
  }
  return clauses;
}

/** `interval 6.00× to 6.20×`, or `range …` of too few trials for one; as far as there is either. */
export function intervalDetail({ ratio, low, high, confidence }: RatioEstimate): string {
  const name = confidence === undefined ? 'interval' : 'range';
  return low === undefined || high === undefined
    ? `${formatRatio(ratio)}, no interval`
    : `${name} ${formatRatio(low)} to ${formatRatio(high)}`;
}
