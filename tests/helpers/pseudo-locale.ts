// A language that nobody speaks: every letter of the English texts accented and the texts longer, so that words
// which come from elsewhere stand out.
import { FluentParser, FluentSerializer, Transformer, type TextElement } from '@fluent/syntax';

const accents: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aáeéiíoóuúAÁEÉIÍOÓUÚnñcçsštťlłrřdďgğhħkķpṕwŵyýzžbƀfƒmḿvṽ'.matchAll(/(.)(.)/gu)].map(
    ([, plain = '', accented = '']) => [plain, accented],
  ),
);

const accent = (text: string): string =>
  text
    .split(/(<\/?[a-z]+>)/u)
    .map((part) => (part.startsWith('<') ? part : part.replace(/[a-z]/giu, (c) => accents[c] ?? c)))
    .join('');

/** A text by a third longer, in letters that English has not. */
class Pseudo extends Transformer {
  override visitTextElement(element: TextElement): TextElement {
    const letters = element.value.replace(/[^a-z]/giu, '').length;
    const longer = 'ø'.repeat(Math.ceil(letters / 3));
    element.value = accent(element.value).replace(/(\S)(\s*)$/u, `$1${longer}$2`);
    return element;
  }
}

/** The texts of a topic in that language. */
export function pseudoText(text: string): string {
  const resource = new FluentParser().parse(text);
  new Pseudo().visit(resource);
  return new FluentSerializer().serialize(resource);
}

/** Words of three and more plain letters. */
export function plainWords(text: string): readonly string[] {
  return text.match(/(?<![\p{L}\p{N}])[a-z]{3,}(?![\p{L}\p{N}])/giu) ?? [];
}

const readAttributes = ['title', 'aria-label', 'aria-valuetext', 'alt', 'placeholder', 'label'];
const unread = new Set(['STYLE', 'SCRIPT']);

/** What users read or hear of an element: its texts, one by one, and its attributes that are texts. */
export function readTexts(root: Element): readonly string[] {
  if (unread.has(root.tagName.toUpperCase())) return [];
  const attributes = readAttributes.flatMap((name) => root.getAttribute(name) ?? []);
  const texts = [...root.childNodes].flatMap((node) => {
    if (node.nodeType === 3) return [node.textContent ?? ''];
    return node.nodeType === 1 ? readTexts(node as Element) : [];
  });
  return [...attributes, ...texts];
}

/** The texts that have plain words, with those; words of `data` are a user's or a machine's own. */
export function plainTexts(
  texts: readonly string[],
  data: readonly string[] = [],
): readonly string[] {
  const known = new Set(data.flatMap(plainWords));
  return texts.flatMap((text) => {
    const words = plainWords(text).filter((word) => !known.has(word));
    return words.length === 0 ? [] : [`${words.join(' ')} (${text.trim().slice(0, 80)})`];
  });
}
