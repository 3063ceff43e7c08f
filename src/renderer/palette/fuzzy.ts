// How well a text fits what was typed: every letter in its order, better at the beginnings of words and in one piece.
// Pure.

/** Points of a letter: alone, beside the one before, and at the beginning of a word. */
const points = { letter: 1, joined: 8, wordStart: 6 } as const;

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Returns how well a text fits; more is better, undefined is not at all. Words of the query may stand in any order.
 * @param query what was typed
 */
export function fitOf(query: string, text: string): number | undefined {
  const letters = fold(text);
  let sum = 0;
  for (const word of fold(query).split(/\s+/u)) {
    const fit = fitOfWord(word, letters);
    if (fit === undefined) return undefined;
    sum += fit;
  }
  // Of two that fit alike the shorter one is meant.
  return sum - letters.length / 1000;
}

function fitOfWord(word: string, text: string): number | undefined {
  if (word === '') return 0;
  let best: number | undefined;
  for (let start = text.indexOf(word[0] ?? ''); start >= 0;) {
    const fit = fitFrom(word, text, start);
    if (fit !== undefined && (best === undefined || fit > best)) best = fit;
    start = text.indexOf(word[0] ?? '', start + 1);
  }
  return best;
}

/** The word's first letter at `start`, each further one at its next place. */
function fitFrom(word: string, text: string, start: number): number | undefined {
  let fit = 0;
  let last = start - 1;
  for (const letter of word) {
    const at = text.indexOf(letter, last + 1);
    if (at < 0) return undefined;
    if (at === last + 1 && at > start) fit += points.joined;
    else if (isWordStart(text, at)) fit += points.wordStart;
    else fit += points.letter;
    last = at;
  }
  return fit;
}

const isWordStart = (text: string, at: number): boolean =>
  at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');
