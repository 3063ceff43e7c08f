// What a text loads by a `require` that it makes itself with `createRequire`: the names, and the folders from which
// they may be looked for, as far as the text shows. Too many is safe, too few is not.
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a call of a `require` begins with, behind its name. */
const argument = /(?:\s*\.\s*resolve)?\s*\(\s*(["'`])([^"'`\n\r$]{1,500})\1/y;
/** What a maker may be reached by: `module.`, `require('module').`, `(await import('node:module')).` */
const reached = String.raw`[^;\n={}]{0,120}?`;

/** Any text, or a part of one between values. */
const literal = /(["'`])((?:[^"'`\\\n\r]|\\.){1,300})\1/g;

/** Folders, and texts that may lead to one, that are looked at for one file; characters of a call. */
const max = { folders: 32, texts: 300, call: 1000 } as const;

const anyOf = (names: readonly string[]): string =>
  [...new Set(names)].map((name) => name.replaceAll('$', String.raw`\$`)).join('|');

/** The names of what makes a `require` in a text: the function, what it is renamed to, and functions around it. */
function makersIn(text: string): readonly string[] {
  const patterns = [
    /\bcreateRequire\s*(?:\bas\b|:)\s*([\w$]+)/g,
    /(?<![\w$])([\w$]{1,100})\s*=\s*[^;\n={}]{0,120}?\bcreateRequire\b(?!\s*\()/g,
    /(?<![\w$])([\w$]{1,100})\s*[:=]\s*(?:async\s*)?(?:[\w$]{1,100}|\([^()]*\))[^=\n]{0,100}=>\s*\{?\s*(?:return\s)?[^;\n={}]{0,120}?\bcreateRequire\s*\(/g,
    /\bfunction\s+([\w$]+)\s*\([^()]*\)[^{\n]{0,100}\{[^}]{0,300}?\bcreateRequire\s*\(/g,
  ];
  const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)]);
  return ['createRequire', ...found.map(([, name = '']) => name).filter((name) => name !== '')];
}

/** Returns the names that a text loads by what it makes with `createRequire`. Pure. */
export function namesRequired(text: string): readonly string[] {
  if (!text.includes('createRequire')) return [];
  const maker = String.raw`(?<![\w$])(?:${anyOf(makersIn(text))})`;
  const made = text.matchAll(
    new RegExp(
      String.raw`(?<![\w$])([\w$]{1,100})\s*(?::[^=\n]{1,100}=|[:=])\s*${reached}${maker}\s*\(`,
      'g',
    ),
  );
  const called = [...made].map(([, name = '']) => name);
  const ends = [
    ...placesAfter(text, maker + String.raw`\s*(?=\()`).map((at) => endOfCall(text, at)),
    ...(called.length === 0 ? [] : placesAfter(text, String.raw`(?<![\w$])(?:${anyOf(called)})`)),
  ];
  return ends.flatMap((at) => {
    argument.lastIndex = at;
    return argument.exec(text)?.[2] ?? [];
  });
}

const placesAfter = (text: string, pattern: string): readonly number[] =>
  [...text.matchAll(new RegExp(pattern, 'g'))].map((match) => match.index + match[0].length);

/** Returns where the call ends whose bracket stands at a place, texts in it not looked at. */
function endOfCall(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < Math.min(text.length, from + max.call); at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

/**
 * Returns the folders that a text may give to `createRequire`, its own first: those that its texts name, from its own
 * folder, from the current one, or one from another; and those of packages.
 * @param packageAt the folder of a package as it is found from another folder
 */
export function foldersRequiredFrom(
  text: string,
  path: string,
  packageAt: (name: string, from: string) => string | undefined,
): readonly string[] {
  const own = dirname(path);
  const folders = new Set([own]);
  if (/\bcwd\b/.test(text)) folders.add(process.cwd());
  const texts = new Set([...text.matchAll(literal)].flatMap(([, , one = '']) => partsOf(one)));
  // One from another: `join(__dirname, 'lib', 'parts')`.
  for (const from of folders) {
    for (const one of [...texts].slice(0, max.texts)) {
      for (const found of [...foldersNamed(one, from), packageAt(one, from)]) {
        if (found !== undefined && folders.size < max.folders) folders.add(found);
      }
    }
  }
  return [...folders];
}

/** The parts of a text between the values in it, each also as what goes on from something before it. */
function partsOf(text: string): readonly string[] {
  const parts = text.split(/\$\{[^}]*\}/).filter((one) => one !== '');
  return parts.flatMap((one) => [one, one.replace(/^[\\/]+(?=[^\\/])/, '')]);
}

/** The folder that a text is, or that the file it names would lie in. */
function foldersNamed(text: string, from: string): readonly string[] {
  // Nothing on another machine is looked at.
  if (/^(?:file:)?[\\/]{2}(?!\/)/.test(text) || text.includes('\0')) return [];
  if (/^[a-z][a-z0-9+.-]+:/i.test(text) && !text.startsWith('file:')) return [];
  try {
    const path = text.startsWith('file:') ? fileURLToPath(text) : resolve(from, text);
    return [path, dirname(path)].filter(isFolder);
  } catch {
    // No address of a file.
    return [];
  }
}

function isFolder(path: string): boolean {
  return (
    path !== dirname(path) && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false)
  );
}
