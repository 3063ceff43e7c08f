// Messages in pieces: words that are emphasised or lead to evidence are marked in the message's own text, so that
// every language marks its own words.
import type { Clause } from '@shared/report/verdict';
import { paragraph } from '../messages/list';
import { message, type MessageId } from '../messages/message';
import type { Messages } from '../messages/texts';

export type ClauseEvidence = NonNullable<Clause['evidence']>;

/** The clauses of one sentence, without a space at either end. */
export type Sentence = readonly Clause[];

/** What a message takes, where a text may be clauses of another message. */
type Placed<Values> = {
  readonly [Name in keyof Values]:
    Values[Name] | (string extends Values[Name] ? readonly Clause[] : never);
};

/** Code points that no text has: in place of `<`, and of clauses. */
const lessThan = '\u{F0000}';
const firstSlot = 0xf0001;
const reserved = /[\u{F0000}-\u{F00FF}]/gu;

/**
 * A message as clauses.
 * @param values what the message takes; clauses are placed as they are
 * @param evidence by the names that stand in the message as `<name>words</name>`; `strong` needs none
 * @throws {Error} for a name without evidence: a bug
 */
export function sayClauses<Id extends MessageId>(
  id: Id,
  values: Placed<Messages[Id]>,
  evidence: Readonly<Record<string, ClauseEvidence>> = {},
): Sentence {
  const placed: (readonly Clause[])[] = [];
  const plain = Object.entries(values as Readonly<Record<string, unknown>>).map(([name, value]) => {
    if (typeof value === 'string')
      return [name, value.replace(reserved, '').replaceAll('<', lessThan)];
    if (!Array.isArray(value)) return [name, value];
    placed.push(value as readonly Clause[]);
    return [name, String.fromCodePoint(firstSlot + placed.length - 1)];
  });
  const write = message as (id: MessageId, values: object) => string;
  const text = write(id, Object.fromEntries(plain) as object);
  return split(text, placed, (name, words) => {
    if (name === 'strong') return { text: words, strong: true };
    const found = evidence[name];
    if (found === undefined) throw new Error(`Message ${id} has no evidence for <${name}>.`);
    return { text: words, evidence: found };
  });
}

const part = /<([a-z]+)>(.*?)<\/\1>|([\u{F0001}-\u{F00FF}])/gsu;

function split(
  text: string,
  placed: readonly (readonly Clause[])[],
  mark: (name: string, words: string) => Clause,
): Sentence {
  const clauses: Clause[] = [];
  let at = 0;
  const addPlain = (words: string): void => {
    if (words !== '') clauses.push({ text: unescape(words) });
  };
  for (const match of text.matchAll(part)) {
    const [whole, name = '', words = '', slot] = match;
    addPlain(text.slice(at, match.index));
    if (slot === undefined) clauses.push(mark(name, unescape(words)));
    else clauses.push(...(placed[(slot.codePointAt(0) ?? 0) - firstSlot] ?? []));
    at = match.index + whole.length;
  }
  addPlain(text.slice(at));
  return clauses;
}

const unescape = (text: string): string => text.replaceAll(lessThan, '<');

const isPlain = ({ strong, evidence }: Clause): boolean =>
  strong === undefined && evidence === undefined;

/** Sentences one after another with a text between; plain words that meet become one clause. */
export function joinSentences(
  sentences: readonly Sentence[],
  between = paragraph(['', '']),
): Clause[] {
  const clauses: Clause[] = [];
  const spaced = sentences
    .filter(({ length }) => length > 0)
    .flatMap((all, index) => (index === 0 ? all : [{ text: between }, ...all]));
  for (const clause of spaced) {
    const last = clauses.at(-1);
    if (last !== undefined && isPlain(last) && isPlain(clause)) {
      clauses[clauses.length - 1] = { text: last.text + clause.text };
    } else {
      clauses.push(clause);
    }
  }
  return clauses;
}

/** The words of some clauses. */
export function joinClauses(clauses: readonly Clause[]): string {
  return clauses.map(({ text }) => text).join('');
}
