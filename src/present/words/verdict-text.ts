// The verdict's clauses as the window writes them: lettered where they have evidence, and in two
// sizes. Pure.
import type { Clause } from '@shared/report/verdict';
import { joinClauses, type ClauseEvidence } from './clauses';
import { letterOf } from './evidence';

export type { ClauseEvidence } from './clauses';

export interface VerdictPiece {
  readonly text: string;
  readonly strong: boolean;
  /** `a`, `b` … for a piece that leads to its evidence. */
  readonly letter?: string;
  readonly evidence?: ClauseEvidence;
}

export interface VerdictText {
  /** All of a short verdict, else its first sentence. */
  readonly headline: readonly VerdictPiece[];
  /** Further sentences. */
  readonly rest: readonly VerdictPiece[];
}

/** A verdict up to this long is all headline: about three lines of the largest type. */
const maxHeadline = 190;

/** A figure stays on the line of its unit or of what it counts. */
const keepTogether = (text: string): string => text.replace(/(\d[×%]?) (?=\p{L})/gu, '$1\u00a0');

/** The key words of a verdict without clauses: up to its colon, `Use 2 threads:`. */
function clausesOf(text: string): readonly Clause[] {
  const colon = text.indexOf(':');
  const end = text.search(/\.(?=\s)/);
  if (colon < 0 || (end >= 0 && end < colon)) return [{ text }];
  return [{ text: text.slice(0, colon + 1), strong: true }, { text: text.slice(colon + 1) }];
}

/** Pieces of the clauses, with spaces at the ends of a clause that is a link on their own. */
function piecesOf(clauses: readonly Clause[]): readonly VerdictPiece[] {
  let letters = 0;
  return clauses.flatMap(({ text, strong = false, evidence }): VerdictPiece[] => {
    if (evidence === undefined) return [{ text, strong }];
    const letter = letterOf(letters);
    letters += 1;
    const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? [];
    const space = (of: string): VerdictPiece[] => (of === '' ? [] : [{ text: of, strong: false }]);
    return [...space(before), { text: words, strong, letter, evidence }, ...space(after)];
  });
}

/** Cuts the pieces after `length` characters; a piece with evidence is never cut. */
function cutAfter(pieces: readonly VerdictPiece[], length: number): VerdictText {
  const headline: VerdictPiece[] = [];
  const rest: VerdictPiece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const room = length - at;
    at += piece.text.length;
    if (room <= 0) rest.push(piece);
    else if (piece.evidence !== undefined || piece.text.length <= room) headline.push(piece);
    else {
      headline.push({ ...piece, text: piece.text.slice(0, room) });
      rest.push({ ...piece, text: piece.text.slice(room) });
    }
  }
  return { headline, rest };
}

/** The pieces to write; a point inside a figure ends no sentence. */
export function writeVerdict(clauses: readonly Clause[]): VerdictText {
  const told = clauses.some(({ strong, evidence }) => strong === true || evidence !== undefined);
  const pieces = piecesOf(told ? clauses : clausesOf(joinClauses(clauses))).map((piece) => ({
    ...piece,
    text: keepTogether(piece.text),
  }));
  const whole = pieces.map((piece) => piece.text).join('');
  const end = whole.search(/\.(?=\s)/);
  const length = whole.length <= maxHeadline || end < 0 ? whole.length : end + 1;
  return cutAfter(pieces, length);
}
