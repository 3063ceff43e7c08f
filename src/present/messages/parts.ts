// A message in parts: words that the window sets in an element of their own are marked in the message's own text,
// `Press <key>{ $key }</key>`, so that a translator sees one whole sentence.
import { message, type MessageArguments, type MessageId } from './message';

/** Some words of a message; `mark` is the name that they are marked with. */
export interface MessagePart {
  readonly text: string;
  readonly mark?: string;
}

/** A code point that no text has, in place of a value's own `<`. */
const lessThan = '\u{F0000}';
const marked = /<([a-z]+)>(.*?)<\/\1>/gsu;

/**
 * Cuts a message at its marks; values are never read as marks.
 * @param values what the message takes
 */
export function messageParts<Id extends MessageId>(
  id: Id,
  ...values: MessageArguments<Id>
): readonly MessagePart[] {
  const given = Object.entries(values[0] ?? {}).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' ? value.replaceAll('<', lessThan) : value,
  ]);
  const write = message as (id: MessageId, values: object) => string;
  const text = write(id, Object.fromEntries(given) as object);
  const parts: MessagePart[] = [];
  let at = 0;
  for (const match of text.matchAll(marked)) {
    const [whole, mark = '', words = ''] = match;
    if (match.index > at) parts.push({ text: restore(text.slice(at, match.index)) });
    parts.push({ text: restore(words), mark });
    at = match.index + whole.length;
  }
  if (at < text.length) parts.push({ text: restore(text.slice(at)) });
  return parts;
}

const restore = (text: string): string => text.replaceAll(lessThan, '<');
