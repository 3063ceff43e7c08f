// The one place where a message becomes text: its words, its plurals, and the numbers in it, in one language.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { texts, type Language, type Messages } from './texts';

export type MessageId = keyof Messages;

/** What a message takes: nothing at all where it has no variables. */
export type MessageArguments<Id extends MessageId> =
  Messages[Id] extends Readonly<Record<string, never>> ? [] : [values: Readonly<Messages[Id]>];

/** Without marks that keep right-to-left names apart: terminals and canvases would show them. */
function bundleOf(language: Language): FluentBundle {
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const text of texts[language]) {
    const [error] = bundle.addResource(new FluentResource(text));
    if (error !== undefined) throw error;
  }
  return bundle;
}

let bundle: FluentBundle | undefined;
let current: Language = 'en';

/** The language of this process's messages. */
export function language(): Language {
  return current;
}

/** Has every message from here on in this language. A process speaks one language at a time. */
export function setLanguage(next: Language): void {
  current = next;
  bundle = undefined;
}

/** Returns what `write` gives with messages in another language; it must not wait for anything. */
export function inLanguage<T>(other: Language, write: () => T): T {
  const before = current;
  if (other === before) return write();
  setLanguage(other);
  try {
    return write();
  } finally {
    setLanguage(before);
  }
}

/**
 * A message in the language of this process.
 * @param id of the text in `<language>/<topic>.ftl`; `id.attribute` for an attribute of it
 * @param values what the text takes; numbers are written as the language writes them
 * @throws {Error} for an id without a text, or a value that is missing: a bug
 */
export function message<Id extends MessageId>(id: Id, ...values: MessageArguments<Id>): string {
  bundle ??= bundleOf(current);
  const [name = '', attribute] = id.split('.');
  const entry = bundle.getMessage(name);
  const pattern = attribute === undefined ? entry?.value : entry?.attributes[attribute];
  if (pattern === undefined || pattern === null) throw new Error(`There is no message ${id}.`);
  const errors: Error[] = [];
  const given = (values[0] ?? null) as Readonly<Record<string, FluentVariable>> | null;
  const text = bundle.formatPattern(pattern, given, errors);
  if (errors[0] !== undefined) throw errors[0];
  return text;
}
