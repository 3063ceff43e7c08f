// The verdict's text in three sizes. Pure.

export interface VerdictParts {
  /** What to do, up to the colon: `Use 2 threads:`; empty where the text gives no advice. */
  readonly key: string;
  /** The rest of the first sentence. */
  readonly claim: string;
  /** Further sentences. */
  readonly rest: string;
}

/** A figure stays on the line of its unit or of what it counts. */
const keepTogether = (text: string): string => text.replace(/(\d[×%]?) (?=\p{L})/gu, '$1\u00a0');

/** Splits at the first colon and after the first sentence; a point inside a figure is no end. */
export function splitVerdict(text: string): VerdictParts {
  const end = /\.(?=\s)/.exec(text)?.index;
  const first = keepTogether(end === undefined ? text : text.slice(0, end + 1));
  const rest = end === undefined ? '' : keepTogether(text.slice(end + 1).trim());
  const colon = first.indexOf(':');
  if (colon < 0) return { key: '', claim: first, rest };
  return { key: first.slice(0, colon + 1), claim: first.slice(colon + 1).trim(), rest };
}
