// A value with some of its leaves replaced, wherever they are.
import fc from 'fast-check';

export const oddNumbers: readonly number[] = [
  -1,
  0,
  0.5,
  1e-9,
  5e-324,
  1e12,
  2 ** 31,
  2 ** 53,
  1e18,
  1e300,
  1.7e308,
  -1.7e308,
];

/** What no file can hold. */
export const noNumbers: readonly number[] = [Number.NaN, Infinity, -Infinity];

export const oddTexts: readonly string[] = [
  '',
  '=1+1',
  ' \t=cmd|x',
  '"; -2+3',
  'line\r\nbreak;=2,+3',
  '</script><!--',
  '\'"><svg onload=x>',
  '\u001b[31m\u202egnp\u2066',
  '\u0000',
  'ü – naïve 工作者 🙂',
  'x'.repeat(5000),
  '\ud800',
  '＝1',
];

type Path = readonly (string | number)[];

/** Texts under these keys are one of a closed set. */
const closed = new Set(
  'schema shell kind code strategy status placement basis answer utilisation winner outcome language unit'.split(
    ' ',
  ),
);

/** Where a value's numbers and texts are. */
function leaves(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value === 'string') return closed.has(String(path.at(-1))) ? [] : [path];
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
}

function replaced(value: unknown, [key, ...rest]: Path, odd: (leaf: unknown) => unknown): unknown {
  if (key === undefined) return odd(value);
  if (Array.isArray(value)) {
    return value.map((item, at) => (String(at) === key ? replaced(item, rest, odd) : item));
  }
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [key]: replaced(object[key], rest, odd) };
}

/** Copies of `value` with up to `most` of its numbers and texts replaced by odd ones. */
export function mutations<T>(value: T, numbers = oddNumbers, most = 6): fc.Arbitrary<T> {
  // Columns hold most of the leaves; a place of each kind is as likely as any other.
  const byKind = new Map<string, Path[]>();
  for (const path of leaves(value)) {
    const kind = path.filter((key) => !/^\d+$/.test(String(key))).join('.');
    byKind.set(kind, [...(byKind.get(kind) ?? []), path]);
  }
  const kinds = [...byKind.values()];
  const change = fc.record({
    kind: fc.nat(kinds.length - 1),
    place: fc.nat(),
    number: fc.constantFrom(...numbers),
    text: fc.constantFrom(...oddTexts),
  });
  return fc.array(change, { minLength: 1, maxLength: most }).map((changes) => {
    let mutated: unknown = value;
    for (const { kind, place, number, text } of changes) {
      const paths = kinds[kind] ?? [];
      const path = paths[place % paths.length] ?? [];
      mutated = replaced(mutated, path, (leaf) => (typeof leaf === 'number' ? number : text));
    }
    return mutated as T;
  });
}
