// Sentences of the catalogue that stand in two messages: a fact is written once, and another message refers to it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@fluent/syntax';
import { filesUnder } from '../stamp.mjs';

const MESSAGES = 'src/present/messages/en';
/** Shorter ones are labels: two columns may both be called "peak memory". */
const WORDS = 4;

/**
 * @param {readonly string[]} texts of `.ftl` files
 * @returns {string[]} each text of four or more words that two or more messages or attributes have, once for each beyond
 *   the first
 */
export function twinSentences(texts) {
  const seen = new Set();
  const twins = [];
  for (const pattern of texts.flatMap(patternsOf)) {
    if (wordsOf(pattern) < WORDS) continue;
    if (seen.has(pattern)) twins.push(pattern);
    seen.add(pattern);
  }
  return twins;
}

/**
 * @param {string} text
 * @returns {string[]} every value in it, on one line each
 */
function patternsOf(text) {
  return parse(text, {}).body.flatMap((entry) => {
    if (entry.type !== 'Message') return [];
    return [entry, ...entry.attributes].flatMap(({ value }) =>
      value?.span
        ? [text.slice(value.span.start, value.span.end).replaceAll(/\s+/g, ' ').trim()]
        : [],
    );
  });
}

/**
 * Counts the words outside of braces.
 * @param {string} pattern
 * @returns {number}
 */
function wordsOf(pattern) {
  let prose = pattern;
  for (let before = ''; before !== prose;) {
    before = prose;
    prose = prose.replaceAll(/\{[^{}]*\}/g, ' ');
  }
  return prose.match(/\p{L}[\p{L}'’-]*/gu)?.length ?? 0;
}

/**
 * @param {string} root
 * @returns {string[]}
 */
export function listTwinSentences(root) {
  const files = filesUnder(root, MESSAGES).filter((path) => path.endsWith('.ftl'));
  return twinSentences(files.map((path) => readFileSync(join(root, path), 'utf8')));
}
