// Texts of the window that stand in its code instead of the message catalogue.
import { parse } from 'vue/compiler-sfc';
import ts from 'typescript';

/** @typedef {{ path: string, text: string }} Code */

/** Attributes and props whose value users read or hear. */
const SHOWN = new Set(
  'alt aria-label aria-description aria-valuetext caption head help hint label note placeholder title unit'.split(
    ' ',
  ),
);
/** Names and units: the same in every language. */
const NAMES = new Set([
  'Corelane',
  'CSV',
  'HTML',
  'JSON',
  'Python',
  'Hz',
  'MB',
  'GB',
  'KB',
  'ms',
  'px',
]);
/** Calls whose texts are ids, selectors or names of events. */
const SILENT =
  /^(?:emit|querySelector\w*|getElementById|closest|matches|includes|matchMedia|getContext)$/;
/** Keys of the keyboard, as events name them. */
const KEYS =
  /^(?:(?:Ctrl|Shift|Alt)\+.+|Arrow\w+|Page(?:Up|Down)|Home|End|Enter|Escape|Space|Tab|Files)$/;
const TEMPLATE = { element: 1, text: 2, interpolation: 5, attribute: 6, directive: 7 };

const hasWords = (/** @type {string} */ text) =>
  (text.match(/\p{L}+/gu) ?? []).some((word) => word.length > 1 && !NAMES.has(word));

/** Whether a literal reads as a text: two words, or one that begins as a sentence does. */
function readsAsText(/** @type {string} */ text) {
  if (!hasWords(text) || KEYS.test(text) || /\dpx\b|var\(--|^\(|^[#./]/.test(text)) return false;
  return /\p{L}{2,}[,:;]? +(?:\0 *)*\p{L}|^\p{Lu}\p{Ll}+|\0 \p{Ll}{2,}|\p{Ll}{2,} \0/u.test(text);
}

/**
 * Finds the texts in the components and scripts of the window.
 * @param {readonly Code[]} sources
 * @returns {string[]} as `src/renderer/App.vue: Drop a report`
 */
export function windowTexts(sources) {
  return sources
    .filter(({ path }) => /^src\/renderer\/(?!gallery\/).*\.(?:ts|vue)$/.test(path))
    .flatMap(({ path, text }) => {
      const found = path.endsWith('.vue') ? componentTexts(text) : scriptTexts(text);
      return found.map(
        (one) => `${path}: ${one.replaceAll('\0', '…').replace(/\s+/g, ' ').trim()}`,
      );
    });
}

/**
 * Finds texts in a component: in its template whatever users see, in its script as in any other.
 * @param {string} source
 * @returns {string[]}
 */
export function componentTexts(source) {
  const { descriptor } = parse(source);
  const script = (descriptor.scriptSetup ?? descriptor.script)?.content ?? '';
  const ast = descriptor.template?.ast;
  return [...(ast === undefined ? [] : templateTexts(ast)), ...scriptTexts(script)];
}

/**
 * @param {any} node of the template
 * @returns {string[]}
 */
function templateTexts(node) {
  if (node.type === TEMPLATE.text) return hasWords(node.content) ? [node.content] : [];
  if (node.type === TEMPLATE.interpolation) return shownIn(node.content.loc.source);
  const own = (node.props ?? []).flatMap((/** @type {any} */ prop) => {
    if (prop.type === TEMPLATE.attribute) {
      const value = prop.value?.content ?? '';
      return SHOWN.has(prop.name) && hasWords(value) ? [value] : [];
    }
    if (prop.type !== TEMPLATE.directive || prop.exp === undefined) return [];
    const expression = prop.exp.loc.source;
    return SHOWN.has(prop.arg?.content) ? shownIn(expression) : scriptTexts(`(${expression})`);
  });
  return [...own, ...(node.children ?? []).flatMap(templateTexts)];
}

/**
 * Finds literals in an expression whose value is shown: there each word counts.
 * @param {string} expression
 * @returns {string[]}
 */
function shownIn(expression) {
  return literals(`(${expression})`)
    .filter(({ text, shown }) => shown && hasWords(text))
    .map(({ text }) => text);
}

/**
 * Finds literals in a script that read as texts, or are given as a label, a note, a head.
 * @param {string} source
 * @returns {string[]}
 */
export function scriptTexts(source) {
  return literals(source)
    .filter(({ text, property }) => readsAsText(text) || (SHOWN.has(property) && hasWords(text)))
    .map(({ text }) => text);
}

/**
 * Lists the literals of a script, types, imports, ids and comparisons aside.
 * @param {string} source
 * @returns {{ text: string, shown: boolean, property: string }[]} with `\0` for each value in a text
 */
function literals(source) {
  /** @type {{ text: string, shown: boolean, property: string }[]} */
  const found = [];
  /** @param {ts.Node} node @param {boolean} isValue of a message: a kind, not a text */
  const visit = (node, isValue) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isNewExpression(node) && /Error$/.test(node.expression.getText())) return;
    const called = ts.isCallExpression(node) ? node.expression.getText().split('.').at(-1) : '';
    if (called !== undefined && SILENT.test(called)) return;
    const inMessage = isValue || /^message(?:Parts)?$/.test(called ?? '');
    const text = textOf(node);
    if (text !== undefined && !isCompared(node)) {
      const shown = !isValue && !isArgument(node);
      found.push({ text, shown, property: isValue ? '' : propertyOf(node) });
    }
    ts.forEachChild(node, (child) => visit(child, inMessage));
  };
  visit(ts.createSourceFile('window.ts', source, ts.ScriptTarget.Latest, true), false);
  return found;
}

/**
 * @param {ts.Node} node
 * @returns {string | undefined}
 */
function textOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `\0${literal.text}`).join('');
}

const isCompared = (/** @type {ts.Node} */ { parent }) =>
  (ts.isBinaryExpression(parent) && /^(?:[!=]==?|in)$/.test(parent.operatorToken.getText())) ||
  ts.isCaseClause(parent) ||
  ts.isElementAccessExpression(parent);

const isArgument = (/** @type {ts.Node} */ { parent }) =>
  ts.isCallExpression(parent) || ts.isPropertyAssignment(parent);

/**
 * @param {ts.Node} node
 * @returns {string} the property that the literal is the value of, or one of two values
 */
function propertyOf(node) {
  let { parent } = node;
  while (ts.isConditionalExpression(parent) || ts.isParenthesizedExpression(parent))
    parent = parent.parent;
  return ts.isPropertyAssignment(parent) && parent.initializer.pos <= node.pos
    ? parent.name.getText()
    : '';
}
