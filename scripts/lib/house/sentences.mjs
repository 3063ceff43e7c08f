// English words in code that writes for users: they belong into the catalogue of messages.
import ts from 'typescript';

/**
 * What writes for users or gives facts to those who do, the window aside. Names in a trace are queried by tools: they
 * stay as they are.
 */
const LOOKED_AT = /^src\/(?:cli|report(?!\/trace\b)|main|present|analysis|engine|shared)\/.*\.ts$/;
/** What has words for another reason. */
const EXEMPT = [
  // What runs beside own code says what that threw: a report quotes it.
  /^src\/engine\/host\//,
  // Names of experiments, which files keep, and fonts.
  /^src\/shared\/(?:experiment\/presets|claims\/measurements|look\/fonts)\.ts$/,
  // Published schemas, which are documented in English.
  /^src\/shared\/(?:experiment\/workloads|kept\/json-schemas)\.ts$/,
  // Programs in other languages.
  /^src\/engine\/(?:files\/cleanup-watchdog|own-code\/bundle\/bundler|trial\/limit-marker)\.ts$/,
  /^src\/engine\/(?:own-code\/exports\/python-names|python\/interpreter-probe)\.ts$/,
];
/** Two or more words one after another, before or after a value too. */
const WORDS = /(?<![\p{L}\d_.\-/])\p{L}{2,}[,:;]? (?:\p{L}+|§)(?![\p{L}\d_\-./=(])|§ \p{L}{2,}/u;
/** Markup: tags and entities; of the tags only what their texts for readers say. */
const TAG = /<(?:"[^"]*"|'[^']*'|[^<>"'])*>?|&#?\w+;/g;
const READ_ATTRIBUTE = /\b(?:title|aria-label|alt)="([^"]*)"/g;
/** What programs, processes, folders and fields of the kernel are called: data, the same in every language. */
const DATA = new Set([
  ...['node §', 'electron § (node §)', 'Python §', 'Python §, threads', 'Python §, processes'],
  ...['Corelane probe', 'Corelane sampler', 'Corelane host §', 'Corelane local server'],
  ...['another Corelane run', 'Application Support', 'cpu MHz', 'model name', 'cpu model'],
  ...['Max file locks'],
]);

/**
 * Finds the texts in string literals and templates: two or more words with a space between. A value in a template
 * counts as a word. Left out are imports, what is thrown as a bug, the documentation of schemas, style sheets and
 * templates of source code.
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
    if (isDescription(node)) return void ts.forEachChild(node.expression, visit);
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
  return sources
    .filter(({ path }) => LOOKED_AT.test(path) && !EXEMPT.some((some) => some.test(path)))
    .flatMap(findSentences);
}

/**
 * `z.string().describe('…')` documents a schema that is published in English.
 * @param {import('typescript').Node} node
 * @returns {node is import('typescript').CallExpression}
 */
function isDescription(node) {
  if (!ts.isCallExpression(node)) return false;
  const { expression } = node;
  return ts.isPropertyAccessExpression(expression) && expression.name.text === 'describe';
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
