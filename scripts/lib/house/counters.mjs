// The counters of `npm run check:ratchet`: each counts one thing of which there should be less.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../stamp.mjs';
import { findImports, folderImports, importsThatReturn } from './imports.mjs';
import { GENERATED, readSources, sourceFolders } from './sources.mjs';
import { allSentences } from './sentences.mjs';
import { listTwinSentences } from './twins.mjs';
import { windowTexts } from './window-texts.mjs';
import { countRuledOut } from './words.mjs';

/** @typedef {import('./sources.mjs').Source} Source */

/** Exported on purpose in every file of their kind: each workload has a `create`. */
const SHARED_NAMES = new Set(['create']);

const EXPORTED =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;
const SPREAD = /\.\.\.\((?:[^()]|\([^()]*\)|\((?:[^()]|\([^()]*\))*\))*?(?:\?\s*\{|&&\s*\{)/g;
const STYLE = /<style[^>]*>(.*?)<\/style>/gs;
const PX = /[:\s(,-]\d*\.?\d+px\b/;

/**
 * Counts everything.
 * @param {string} root
 * @returns {Record<string, number>} by the names of the rows in `scripts/ratchet.json`
 */
export function countAll(root) {
  const sources = readSources(root).filter(({ path }) => !GENERATED.test(path));
  const edges = findImports(sources);
  const scripts = sources.filter(({ path }) => !path.endsWith('.py'));
  const short = sources.filter(({ path, lines }) => lines <= 25 && !path.endsWith('__init__.py'));
  return {
    files: sources.length,
    lines: sources.reduce((sum, { lines }) => sum + lines, 0),
    fullestFolder: Math.max(...tally(sources.map(({ folder }) => folder)).values()),
    shortFilesPercent: Math.round((short.length / sources.length) * 100),
    oneImporter: oneImporter(sources, edges).length,
    foldersWithoutReadme: foldersWithoutReadme(root).length,
    namesDefinedTwice: namesDefinedTwice(scripts).length,
    upwardImports: importsThatReturn(folderImports(inRenderer(edges))).length,
    rawPx: styles(root, sources).reduce((sum, style) => sum + rawPx(style), 0),
    filesNamingHybrid: sources.filter(({ text }) => /['"]hybrid['"]/.test(text)).length,
    pythonUnannotated: sources
      .filter(({ path }) => path.endsWith('.py'))
      .reduce((sum, { text }) => sum + unannotated(text).length, 0),
    conditionalSpreads: scripts.reduce((sum, { text }) => sum + conditionalSpreads(text), 0),
    ruledOutWords: countRuledOut(root),
    sentencesInCode: allSentences(sources).length,
    twinSentences: listTwinSentences(root).length,
    windowTexts: windowTexts(scripts).length,
  };
}

/**
 * Modules of at most 40 lines that one file alone imports. Components, entries and the rows of a
 * table (what an `index.ts` collects) are none.
 * @param {readonly Source[]} sources
 * @param {readonly import('./imports.mjs').Edge[]} edges
 * @returns {string[]}
 */
export function oneImporter(sources, edges) {
  const importers = tally(edges.map(({ to }) => to));
  const rows = new Set(edges.filter(({ from }) => /\/index\.ts$/.test(from)).map(({ to }) => to));
  return sources
    .filter(({ path, lines }) => /(?<!\.entry)\.ts$/.test(path) && lines <= 40)
    .filter(({ path }) => importers.get(path) === 1 && !rows.has(path))
    .map(({ path }) => path);
}

/**
 * @param {string} root
 * @returns {string[]}
 */
export function foldersWithoutReadme(root) {
  return sourceFolders(root).filter((folder) => !existsSync(join(root, folder, 'README.md')));
}

/**
 * Names that two or more files export, each its own.
 * @param {readonly Source[]} sources
 * @returns {string[]} sorted
 */
export function namesDefinedTwice(sources) {
  const names = sources.flatMap(({ text }) => [
    ...new Set([...text.matchAll(EXPORTED)].map((match) => match[1] ?? '')),
  ]);
  return [...tally(names)]
    .filter(([name, count]) => count > 1 && !SHARED_NAMES.has(name))
    .map(([name]) => name)
    .sort();
}

/**
 * @param {readonly import('./imports.mjs').Edge[]} edges
 * @returns {import('./imports.mjs').Edge[]}
 */
function inRenderer(edges) {
  return edges.filter(({ from, to }) => [from, to].every((p) => p.startsWith('src/renderer/')));
}

/**
 * @param {string} root
 * @param {readonly Source[]} sources
 * @returns {string[]} what components and style sheets hold of CSS
 */
function styles(root, sources) {
  const sheets = filesUnder(root, 'src').filter((path) => path.endsWith('.css'));
  const vue = sources.filter(({ path }) => path.endsWith('.vue'));
  return [
    ...sheets.map((path) => readFileSync(join(root, path), 'utf8')),
    ...vue.flatMap(({ text }) => [...text.matchAll(STYLE)].map((match) => match[1] ?? '')),
  ];
}

/**
 * Counts declarations with a length in pixels; a token (`--gap: 4px`) is where one belongs.
 * @param {string} css
 * @returns {number}
 */
export function rawPx(css) {
  const parts = css.replaceAll(/\/\*.*?\*\//gs, '').split(/[;{}]/);
  return parts.filter((part) => /^\s*[a-z][\w-]*\s*:/.test(part) && PX.test(part)).length;
}

/**
 * `...(x === undefined ? {} : { x })` and `...(x && { x })`.
 * @param {string} text
 * @returns {number}
 */
export function conditionalSpreads(text) {
  return [...text.matchAll(SPREAD)].length;
}

/**
 * Python functions that lack a type for their result or for a parameter.
 * @param {string} text
 * @returns {string[]} their names
 */
export function unannotated(text) {
  return [...text.matchAll(/^[ \t]*(?:async )?def (\w+)\(/gm)].flatMap((match) => {
    const { parameters, rest } = closeBracket(text, match.index + match[0].length);
    const typed = parameters.every(
      (one) => /^(?:self|cls|\*|\/)$/.test(one) || /^\**\w+\s*:/.test(one),
    );
    return typed && /^\s*->/.test(rest) ? [] : [match[1] ?? ''];
  });
}

/**
 * @param {string} text
 * @param {number} start after the opening bracket
 * @returns {{ parameters: string[], rest: string }}
 */
function closeBracket(text, start) {
  let depth = 1;
  let at = start;
  let from = start;
  const parameters = [];
  for (; depth > 0 && at < text.length; at++) {
    const letter = text[at] ?? '';
    if ('([{'.includes(letter)) depth += 1;
    if (')]}'.includes(letter)) depth -= 1;
    if (depth === 0 || (depth === 1 && letter === ',')) {
      parameters.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return { parameters: parameters.filter(Boolean), rest: text.slice(at, at + 40) };
}

/**
 * @template T
 * @param {readonly T[]} items
 * @returns {Map<T, number>}
 */
function tally(items) {
  const counts = new Map();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
