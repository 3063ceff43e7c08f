// Turns TypeScript's types of messages into Python's: a TypedDict for every object, as text.
import ts from 'typescript';

const WIDTH = 110;

/** Words that Python keeps for itself: a field of such a name needs the other spelling of a TypedDict. */
const KEYWORDS = new Set(
  (
    'and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda nonlocal not or pass raise return try while with yield None True False'
  ).split(' '),
);

/**
 * @typedef {object} Field
 * @property {string} name
 * @property {string} type as Python writes it
 * @property {boolean} optional
 */

/** Collects the definitions that the types which it is asked for need, each before the first that uses it. */
export class PythonTypes {
  /** @type {Map<string, string>} text by name, in the order in which Python may read them */
  definitions = new Map();

  /** @type {Map<ts.Type, string>} */
  #names = new Map();

  /** @type {Set<string>} fractional fields that exist */
  #met = new Set();

  /**
   * @param {ts.TypeChecker} checker
   * @param {ReadonlySet<string>} fractional fields whose numbers need not be whole: `RawFigure.values`
   * @param {ReadonlySet<string>} open types and fields that only their user knows more of
   */
  constructor(checker, fractional, open) {
    this.checker = checker;
    this.fractional = fractional;
    this.open = open;
  }

  /** @returns {string[]} fractional fields that no type has */
  get unmet() {
    return [...this.fractional].filter((field) => !this.#met.has(field));
  }

  /**
   * Defines a type by its name.
   * @param {string} name
   * @param {ts.Type} type
   */
  define(name, type) {
    if (this.definitions.has(name)) return;
    if (!type.isUnion()) {
      this.#object(name, type);
      return;
    }
    this.definitions.set(name, `${wrapped(`${name} = ${this.#members(type, name, '')}`)}\n`);
  }

  /**
   * @param {ts.Type} type
   * @param {string} path what it is called where it has no name of its own
   * @param {string} [field] `RawFigure.x`, of a field
   * @returns {string}
   */
  typeOf(type, path, field = '') {
    if (this.open.has(type.aliasSymbol?.name ?? '')) return 'Any';
    const values = this.checker.getIndexInfoOfType(type, ts.IndexKind.String);
    if (this.open.has(field)) return values ? 'Dict[str, Any]' : 'Any';
    if (type.flags & ts.TypeFlags.BooleanLike) return 'bool';
    if (type.isStringLiteral()) return `Literal[${JSON.stringify(type.value)}]`;
    if (type.isNumberLiteral()) return `Literal[${type.value}]`;
    if (type.isUnion()) return this.#union(type, path, field);
    if (type.flags & ts.TypeFlags.String) return 'str';
    if (type.flags & ts.TypeFlags.Number) return this.#number(field);
    if (type.flags & ts.TypeFlags.Any || type.flags & ts.TypeFlags.Unknown) return 'Any';
    const element = this.#elementOf(type);
    if (element) {
      const list =
        this.checker.isArrayType(type) && type.symbol.name === 'Array' ? 'List' : 'Sequence';
      return `${list}[${this.typeOf(element, path, field)}]`;
    }
    if (values) return `Dict[str, ${this.typeOf(values.type, path, field)}]`;
    return this.#named(type, path);
  }

  /** @param {string} field */
  #number(field) {
    if (!this.fractional.has(field)) return 'int';
    this.#met.add(field);
    return 'float';
  }

  /**
   * @param {ts.UnionType} type
   * @param {string} path
   * @param {string} field
   */
  #union(type, path, field) {
    const alias = type.aliasSymbol?.name;
    if (alias !== undefined && type.aliasTypeArguments === undefined) {
      this.define(alias, type);
      return alias;
    }
    return this.#members(type, path, field);
  }

  /**
   * @param {ts.UnionType} type
   * @param {string} path
   * @param {string} field
   */
  #members(type, path, field) {
    const members = type.types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
    if (members.every((member) => member.isStringLiteral())) {
      const values = members.map((member) => JSON.stringify(member.value)).sort();
      return `Literal[${values.join(', ')}]`;
    }
    const types = members.map((member) =>
      this.typeOf(member, `${path}${this.#tag(member)}`, field),
    );
    return union(types);
  }

  /**
   * The type of what a list holds: of an array, and of what is typed as one by its length and its numbers.
   * @param {ts.Type} type
   * @returns {ts.Type | undefined}
   */
  #elementOf(type) {
    if (!type.getProperty('length')) return undefined;
    return this.checker.getIndexInfoOfType(type, ts.IndexKind.Number)?.type;
  }

  /**
   * @param {ts.Type} type
   * @param {string} path
   * @returns {string}
   */
  #named(type, path) {
    const known = this.#names.get(type);
    if (known) return known;
    const own = type.aliasSymbol?.name ?? type.symbol?.name ?? '__type';
    const generic = own.startsWith('__') || (type.aliasTypeArguments?.length ?? 0) > 0;
    const name = generic ? path : own;
    this.#names.set(type, name);
    this.#object(name, type);
    return name;
  }

  /**
   * What tells a member of a union from the others, as a name's end.
   * @param {ts.Type} member
   */
  #tag(member) {
    for (const key of ['type', 'kind']) {
      const symbol = member.getProperty(key);
      const value = symbol && this.checker.getTypeOfSymbol(symbol);
      if (value?.isStringLiteral()) return pascal(value.value);
    }
    return '';
  }

  /**
   * @param {string} name
   * @param {ts.Type} type
   */
  #object(name, type) {
    const fields = type.getProperties().map((property) => this.#field(name, property));
    const needed = fields.filter(({ optional }) => !optional);
    const others = fields.filter(({ optional }) => optional);
    this.definitions.set(name, typedDict(name, needed, others));
  }

  /**
   * @param {string} owner
   * @param {ts.Symbol} property
   * @returns {Field}
   */
  #field(owner, property) {
    const { name } = property;
    const type = this.checker.getTypeOfSymbol(property);
    return {
      name,
      type: this.typeOf(type, `${owner}${pascal(name)}`, `${owner}.${name}`),
      optional: (property.flags & ts.SymbolFlags.Optional) !== 0,
    };
  }
}

/**
 * @param {string} name
 * @param {readonly Field[]} needed
 * @param {readonly Field[]} others
 * @returns {string}
 */
function typedDict(name, needed, others) {
  if ([...needed, ...others].some((field) => KEYWORDS.has(field.name))) {
    const entries = needed.map((field) => `"${field.name}": ${field.type}`);
    if (others.length > 0)
      throw new Error(`${name}: a keyword beside optional fields is not provided for.`);
    return `${name} = TypedDict("${name}", {${entries.join(', ')}})\n`;
  }
  const lines = (/** @type {readonly Field[]} */ fields) =>
    fields.map((field) => `${wrapped(`    ${field.name}: ${field.type}`)}\n`).join('');
  if (others.length === 0) return `class ${name}(TypedDict):\n${lines(needed)}`;
  if (needed.length === 0) return `class ${name}(TypedDict, total=False):\n${lines(others)}`;
  return [
    `class ${name}Needed(TypedDict):\n${lines(needed)}`,
    `\n\nclass ${name}(${name}Needed, total=False):\n${lines(others)}`,
  ].join('');
}

/** @param {readonly string[]} types */
function union(types) {
  const single = [...new Set(types)];
  return single.length === 1 ? String(single[0]) : `Union[${single.join(', ')}]`;
}

/**
 * A line that is too long, with one member of its union or list of values on each line.
 * @param {string} line
 */
function wrapped(line) {
  const [, indent = '', start = '', members = ''] = /^( *)([^[]*\[)(.*)\]$/.exec(line) ?? [];
  if (line.length <= WIDTH || members === '') return line;
  const each = members.split(/, (?![^[]*\])/);
  return [indent + start, ...each.map((one) => `${indent}    ${one},`), `${indent}]`].join('\n');
}

/**
 * @param {string} name `startMethod`, `thread-pool`
 * @returns {string} `StartMethod`, `ThreadPool`
 */
function pascal(name) {
  return name.replace(/(?:^|-)(\w)/g, (_, letter) => String(letter).toUpperCase());
}
