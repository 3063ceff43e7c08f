// A JSON Schema checker for tests, written from the specification (draft 2020-12), so that the
// published schemas are judged by something else than what made them. It knows the keywords those
// schemas use and throws at any other.

type Schema = Readonly<Record<string, unknown>>;

const annotations = new Set(['$schema', 'title', 'description', 'default', 'format']);

function typeOf(value: unknown): readonly string[] {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  if (typeof value === 'number') {
    return Number.isInteger(value) ? ['number', 'integer'] : ['number'];
  }
  return [typeof value];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Check = (wanted: never, value: never, schema: Schema) => boolean;

const forObjects: Record<string, Check> = {
  properties: (
    wanted: Readonly<Record<string, Schema>>,
    value: Readonly<Record<string, unknown>>,
  ) =>
    Object.entries(wanted).every(
      ([key, schema]) => !Object.hasOwn(value, key) || isValid(schema, value[key]),
    ),
  required: (wanted: readonly string[], value: object) =>
    wanted.every((key) => Object.hasOwn(value, key)),
  additionalProperties: (
    wanted: boolean | Schema,
    value: Readonly<Record<string, unknown>>,
    schema,
  ) =>
    Object.entries(value)
      .filter(([key]) => !Object.hasOwn((schema['properties'] ?? {}) as object, key))
      .every(([, item]) => (typeof wanted === 'boolean' ? wanted : isValid(wanted, item))),
};

const forArrays: Record<string, Check> = {
  items: (wanted: Schema | false, value: readonly unknown[], schema) => {
    const rest = value.slice(((schema['prefixItems'] ?? []) as readonly unknown[]).length);
    return wanted === false ? rest.length === 0 : rest.every((item) => isValid(wanted, item));
  },
  prefixItems: (wanted: readonly Schema[], value: readonly unknown[]) =>
    wanted.every((schema, index) => index >= value.length || isValid(schema, value[index])),
  minItems: (wanted: number, value: readonly unknown[]) => value.length >= wanted,
  maxItems: (wanted: number, value: readonly unknown[]) => value.length <= wanted,
};

const forNumbers: Record<string, Check> = {
  minimum: (wanted: number, value: number) => value >= wanted,
  maximum: (wanted: number, value: number) => value <= wanted,
};

const forStrings: Record<string, Check> = {
  minLength: (wanted: number, value: string) => [...value].length >= wanted,
  maxLength: (wanted: number, value: string) => [...value].length <= wanted,
  pattern: (wanted: string, value: string) => new RegExp(wanted, 'u').test(value),
};

const forAll: Record<string, Check> = {
  type: (wanted: string, value: unknown) => typeOf(value).includes(wanted),
  const: (wanted: unknown, value: unknown) => wanted === value,
  enum: (wanted: readonly unknown[], value: unknown) => wanted.includes(value),
  anyOf: (wanted: readonly Schema[], value: unknown) =>
    wanted.some((schema) => isValid(schema, value)),
  oneOf: (wanted: readonly Schema[], value: unknown) =>
    wanted.filter((schema) => isValid(schema, value)).length === 1,
};

function check(keyword: string, schema: Schema, value: unknown): boolean {
  const groups: readonly (readonly [Record<string, Check>, boolean])[] = [
    [forAll, true],
    [forObjects, isObject(value)],
    [forArrays, Array.isArray(value)],
    [forNumbers, typeof value === 'number'],
    [forStrings, typeof value === 'string'],
  ];
  const found = groups.find(([checks]) => Object.hasOwn(checks, keyword));
  if (found === undefined) throw new Error(`keyword not known to this checker: ${keyword}`);
  const [checks, applies] = found;
  return !applies || (checks[keyword] as Check)(schema[keyword] as never, value as never, schema);
}

const place = '#/$defs/';
const linkedSchemas = new WeakMap<Schema, Schema>();

/** The schema with each definition itself in place of what names it: definitions may hold themselves. */
function linked(schema: Schema): Schema {
  const known = linkedSchemas.get(schema);
  if (known !== undefined) return known;
  const definitions = (schema['$defs'] ?? {}) as Readonly<Record<string, unknown>>;
  const copies = new Map<object, unknown>();
  const copy = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(copy);
    if (!isObject(node)) return node;
    const name = node['$ref'];
    if (typeof name === 'string') {
      const definition = name.startsWith(place) && definitions[name.slice(place.length)];
      if (!definition) throw new Error(`no definition of ${name}`);
      return copy(definition);
    }
    const before = copies.get(node);
    if (before !== undefined) return before;
    const made: Record<string, unknown> = {};
    copies.set(node, made);
    for (const [key, value] of Object.entries(node)) if (key !== '$defs') made[key] = copy(value);
    return made;
  };
  const whole = copy(schema) as Schema;
  linkedSchemas.set(schema, whole);
  return whole;
}

/** Whether the value fits the schema. */
export function isValid(schema: Schema, value: unknown): boolean {
  const whole = Object.hasOwn(schema, '$defs') ? linked(schema) : schema;
  return Object.keys(whole)
    .filter((keyword) => !annotations.has(keyword))
    .every((keyword) => check(keyword, whole, value));
}
