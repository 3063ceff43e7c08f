// English words in code that writes for users: they belong into the catalogue of messages.
import ts from 'typescript';

/** What writes for users, the window aside. Names in a trace are queried by tools: they stay as they are. */
const OUTLETS = /^src\/(?:cli|report(?!\/trace\b)|main|present|analysis)\/.*\.ts$/;
/** Two or more words one after another, before or after a value too. */
const WORDS = /(?<![\p{L}\d_.\-/])\p{L}{2,}[,:;]? (?:\p{L}+|§)(?![\p{L}\d_\-./=(])|§ \p{L}{2,}/u;
/** Markup: tags and entities; of the tags only what their texts for readers say. */
const TAG = /<(?:"[^"]*"|'[^']*'|[^<>"'])*>?|&#?\w+;/g;
const READ_ATTRIBUTE = /\b(?:title|aria-label|alt)="([^"]*)"/g;
/** What programs are called in a report: data, the same in every language. */
const DATA = new Set(['node §', 'electron § (node §)']);

/**
 * Finds the texts in string literals and templates: two or more words with a space between. A value in a template
 * counts as a word. Left out are imports, what is thrown as a bug, style sheets and templates of source code.
 * @param {import('./sources.mjs').Source} source
 * @returns {string[]} `path:line text`
 */
export function findSentences({ path, text }) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  /** @type {string[]} */
  const found = [];
  /** @param {import('typescript').Node} node @param {string} words */
  const check = (node, words) => {
    if (DATA.has(words) || !words.split('\n').some((line) => WORDS.test(line))) return;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${path}:${line + 1} ${words.trim().replaceAll(/\s+/g, ' ').slice(0, 80)}`);
  };
  /** @param {import('typescript').Node} node */
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isBug(node)) return;
    if (ts.isTaggedTemplateExpression(node)) {
      const tag = node.tag.getText();
      if (tag === 'sheet' || tag === 'code') return;
      for (const part of tag === 'markup' ? readParts(joined(node.template)) : [])
        check(node, part);
      ts.forEachChild(node.template, visit);
      return;
    }
    if (ts.isStringLiteral(node)) check(node, node.text);
    else if (ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      const words = joined(node);
      for (const part of words.startsWith('<') ? readParts(words) : [words]) check(node, part);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/**
 * @param {readonly import('./sources.mjs').Source[]} sources
 * @returns {string[]}
 */
export function allSentences(sources) {
  return sources.filter(({ path }) => OUTLETS.test(path)).flatMap(findSentences);
}

/**
 * What is thrown as a bug is for developers.
 * @param {import('typescript').Node} node
 * @returns {boolean}
 */
function isBug(node) {
  return ts.isNewExpression(node) && /Error$/.test(node.expression.getText());
}

/**
 * @param {import('typescript').Node} template
 * @returns {string} with `§` for each value
 */
function joined(template) {
  if (!ts.isTemplateExpression(template))
    return ts.isNoSubstitutionTemplateLiteral(template) ? template.text : '';
  return [template.head, ...template.templateSpans.map(({ literal }) => literal)]
    .map(({ text }) => text)
    .join('§');
}

/**
 * What readers see of markup.
 * @param {string} markup
 * @returns {string[]}
 */
function readParts(markup) {
  const attributes = [...markup.matchAll(READ_ATTRIBUTE)].map((match) => match[1] ?? '');
  return [...attributes, ...markup.split(TAG)];
}
