// Words that the glossary rules out, in the messages and in the documentation.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../stamp.mjs';

const GLOSSARY = 'docs/GLOSSARY.md';

/**
 * Reads the last column of the glossary.
 * @param {string} glossary Markdown
 * @returns {string[]}
 */
export function ruledOut(glossary) {
  const rows = glossary.split('\n').filter((line) => /^\| (?!term |-)/.test(line));
  return rows
    .flatMap((row) => (row.split('|')[3] ?? '').split(','))
    .map((word) => word.trim())
    .filter(Boolean);
}

/**
 * Finds these words, as whole words, in whatever case. Names in backticks and "under way" are none.
 * @param {string} text
 * @param {readonly string[]} words
 * @returns {string[]} one for each place
 */
export function findWords(text, words) {
  const prose = text.replaceAll(/`[^`\n]*`|\bunder way\b/g, '');
  return words.flatMap((word) => prose.match(new RegExp(`\\b${word}\\b`, 'gi')) ?? []);
}

/**
 * Counts them in all that users read. Decision records stay as they were written.
 * @param {string} root
 * @returns {number}
 */
export function countRuledOut(root) {
  const words = ruledOut(readFileSync(join(root, GLOSSARY), 'utf8'));
  const texts = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    ...filesUnder(root, 'src').filter(
      (path) => path.endsWith('.ftl') || path.endsWith('README.md'),
    ),
    ...filesUnder(root, 'docs').filter(
      (path) => path.endsWith('.md') && path !== GLOSSARY && !path.startsWith('docs/decisions/'),
    ),
  ];
  return texts.reduce(
    (sum, path) => sum + findWords(readFileSync(join(root, path), 'utf8'), words).length,
    0,
  );
}
