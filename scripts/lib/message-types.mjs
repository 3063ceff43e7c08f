// TypeScript types of a topic's messages: what each id takes, as its text in Fluent says.
import { FluentParser, Visitor } from '@fluent/syntax';

const pluralKeys = new Set(['zero', 'one', 'two', 'few', 'many']);

/** @typedef {Map<string, Set<string>>} Variables types by name */

/** Collects the variables of one pattern, and the messages and terms that it refers to. */
class Collector extends Visitor {
  /** @type {Variables} */
  variables = new Map();
  /** @type {string[]} */
  references = [];

  /** @param {string} name @param {string} type */
  #add(name, type) {
    const types = this.variables.get(name) ?? new Set();
    this.variables.set(name, types.add(type));
  }

  /**
   * @override
   * @param {import('@fluent/syntax').VariableReference} node
   */
  visitVariableReference(node) {
    this.#add(node.id.name, 'string');
  }

  /**
   * @override
   * @param {import('@fluent/syntax').MessageReference} node
   */
  visitMessageReference(node) {
    this.references.push(node.attribute ? `${node.id.name}.${node.attribute.name}` : node.id.name);
  }

  /**
   * @override
   * @param {import('@fluent/syntax').TermReference} node
   */
  visitTermReference(node) {
    this.references.push(`-${node.id.name}`);
  }

  /**
   * @override
   * @param {import('@fluent/syntax').FunctionReference} node
   */
  visitFunctionReference(node) {
    for (const argument of node.arguments.positional) {
      if (argument.type === 'VariableReference') this.#add(argument.id.name, 'number');
    }
  }

  /**
   * @override
   * @param {import('@fluent/syntax').SelectExpression} node
   */
  visitSelectExpression(node) {
    if (node.selector.type === 'VariableReference') {
      for (const type of selected(node.variants)) this.#add(node.selector.id.name, type);
    } else this.visit(node.selector);
    for (const variant of node.variants) this.visit(variant.value);
  }
}

/**
 * @param {readonly import('@fluent/syntax').Variant[]} variants
 * @returns {string[]} `number` of a choice by plural or number, else the keys
 */
function selected(variants) {
  const keys = variants.map(({ key }) => (key.type === 'Identifier' ? key.name : undefined));
  const byNumber = keys.some((key) => key === undefined || pluralKeys.has(key));
  return byNumber ? ['number'] : keys.map((key) => `'${key}'`);
}

/**
 * What a message takes: the type of each variable, that of a choice before that of a mere place.
 * @param {Variables} variables
 * @returns {string}
 */
function typeOf(variables) {
  if (variables.size === 0) return 'None';
  const fields = [...variables].sort(([one], [other]) => (one < other ? -1 : 1));
  const field = (/** @type {[string, Set<string>]} */ [name, types]) => {
    const keys = [...types].filter((type) => type.startsWith("'"));
    if (types.has('number')) return `${name}: number`;
    return `${name}: ${keys.length > 0 ? keys.join(' | ') : 'string'}`;
  };
  return `{ ${fields.map(field).join('; ')} }`;
}

/**
 * @param {string} text Fluent
 * @returns {Map<string, Collector>} what each message and term holds, by its id; `id.attribute` too
 * @throws {Error} with line and reason, where the text is no Fluent
 */
function collect(text) {
  const resource = new FluentParser().parse(text);
  /** @type {Map<string, Collector>} */
  const collected = new Map();
  for (const entry of resource.body) {
    if (entry.type === 'Junk') {
      const line = text.slice(0, entry.span?.start ?? 0).split('\n').length;
      throw new Error(
        `line ${line}: ${entry.annotations.map(({ message }) => message).join('; ')}`,
      );
    }
    if (entry.type !== 'Message' && entry.type !== 'Term') continue;
    const id = entry.type === 'Term' ? `-${entry.id.name}` : entry.id.name;
    const add = (
      /** @type {string} */ key,
      /** @type {import('@fluent/syntax').Pattern} */ value,
    ) => {
      const collector = new Collector();
      collector.visit(value);
      collected.set(key, collector);
    };
    if (entry.value) add(id, entry.value);
    for (const attribute of entry.attributes) add(`${id}.${attribute.id.name}`, attribute.value);
  }
  return collected;
}

/**
 * @param {string} text Fluent
 * @param {readonly string[]} others the texts of the other topics, to which this one may refer
 * @returns {Map<string, string>} the type of what each message takes, by its id; `id.attribute` too
 * @throws {Error} with line and reason, where the text is no Fluent, or a reference leads nowhere
 */
export function messageTypes(text, others = []) {
  const own = collect(text);
  const known = new Map([...others.flatMap((other) => [...collect(other)]), ...own]);
  /** @type {Map<string, string>} */
  const types = new Map();
  for (const id of own.keys()) {
    if (!id.startsWith('-')) types.set(id, typeOf(gather(id, known, new Set())));
  }
  return types;
}

/**
 * @param {string} id
 * @param {Map<string, Collector>} collected
 * @param {Set<string>} seen
 * @returns {Variables} of the message and of all that it refers to
 * @throws {Error} where it refers to what there is not
 */
function gather(id, collected, seen) {
  /** @type {Variables} */
  const all = new Map();
  const collector = collected.get(id);
  if (collector === undefined) throw new Error(`there is no message ${id} to refer to`);
  if (seen.has(id)) return all;
  seen.add(id);
  const parts = [
    collector.variables,
    ...collector.references.map((one) => gather(one, collected, seen)),
  ];
  for (const part of parts) {
    for (const [name, types] of part) {
      const known = all.get(name) ?? new Set();
      for (const type of types) known.add(type);
      all.set(name, known);
    }
  }
  return all;
}

/**
 * The file of types for one topic.
 * @param {string} topic as its file is named: `verdict`
 * @param {string} text
 * @param {readonly string[]} others the texts of the other topics
 * @returns {string}
 */
export function typesFile(topic, text, others) {
  const name = topic.replace(/(^|-)(\w)/g, (_, __, letter) => String(letter).toUpperCase());
  const lines = [...messageTypes(text, others)].map(([id, type]) => `  '${id}': ${type};`);
  const none = lines.some((line) => line.endsWith(': None;'))
    ? "import type { None } from '../none';\n\n"
    : '';
  const head = `// What each message of en/${topic}.ftl takes. Written by \`npm run messages\`.\n`;
  if (lines.length === 0)
    return `${head}export type ${name}Messages = Readonly<Record<never, never>>;\n`;
  return [
    head,
    none,
    `export interface ${name}Messages {\n`,
    ...lines.map((line) => `${line}\n`),
    '}\n',
  ].join('');
}
