// The one place where a message becomes text: its words, its plurals, and the numbers in it, in one language.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Language } from '@shared/base/language';
import { texts, type Messages } from './texts';

export type MessageId = keyof Messages;

/** What a message takes: nothing at all where it has no variables. */
export type MessageArguments<Id extends MessageId> =
  Messages[Id] extends Readonly<Record<string, never>> ? [] : [values: Readonly<Messages[Id]>];

const loaded: Partial<Record<Language, readonly string[]>> = { en: texts.en };

/**
 * Without marks that keep right-to-left names apart: terminals and canvases would show them. A text that another
 * language lacks, which a test forbids, is shown in English.
 */
function bundleOf(language: Language): FluentBundle {
  const own = loaded[language];
  if (own === undefined) throw new Error(`The texts of ${language} have not been loaded.`);
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const text of language === 'en' ? own : [...texts.en, ...own]) {
    const [error] = bundle.addResource(new FluentResource(text), { allowOverrides: true });
    if (error !== undefined) throw error;
  }
  return bundle;
}

/** Built at the first message of a language, and kept. */
const bundles: Partial<Record<Language, FluentBundle>> = {};
let current: Language = 'en';
let wanted: Language = current;
let onRead = (): void => undefined;

/** The language of this process's messages. */
export function language(): Language {
  onRead();
  return current;
}

/**
 * Has every message from here on in this language. A process speaks one language at a time; English is always there,
 * the texts of others are loaded first. Asked again meanwhile, it speaks what was asked for last.
 */
export async function speak(next: Language): Promise<void> {
  wanted = next;
  if (loaded[next] === undefined) {
    const { chineseTexts } = await import('./texts-zh');
    loaded[next] = chineseTexts;
  }
  if (wanted === next) current = next;
}

/** Calls `track` whenever a text is written: whoever shows it writes it again after a change of the language. */
export function trackLanguage(track: () => void): void {
  onRead = track;
}

/**
 * Returns what `write` gives with messages in another language, one that has been loaded; it must not wait for
 * anything.
 */
export function inLanguage<T>(other: Language, write: () => T): T {
  const before = current;
  current = other;
  try {
    return write();
  } finally {
    current = before;
  }
}

/**
 * A message in the language of this process.
 * @param id of the text in `<language>/<topic>.ftl`; `id.attribute` for an attribute of it
 * @param values what the text takes; numbers are written as the language writes them
 * @throws {Error} for an id without a text, or a value that is missing: a bug
 */
export function message<Id extends MessageId>(id: Id, ...values: MessageArguments<Id>): string {
  const spoken = language();
  const bundle = (bundles[spoken] ??= bundleOf(spoken));
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
