// Markup made by a template that escapes whatever is put into it: nothing that a report says can
// become markup by itself.
import { cleanMultiline } from '../base/clean-text';

/** Text that is markup already. Made by {@link markup} alone. */
export interface Markup {
  readonly written: string;
}

type Part = Markup | string | number | undefined | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return cleanMultiline(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

function write(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escape(part);
  // Two decimals are enough for a coordinate; a figure for users is a text by now.
  if (typeof part === 'number') return Number.isFinite(part) ? String(+part.toFixed(2)) : '0';
  return 'written' in part ? part.written : part.map(write).join('');
}

/** The template as markup: texts escaped, numbers as coordinates, lists joined, nothing for undefined. */
export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { written: texts.map((text, index) => text + write(parts[index])).join('') };
}

/** Marks a template as a style sheet. */
export const sheet = String.raw;
