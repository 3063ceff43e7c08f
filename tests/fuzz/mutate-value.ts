// A value with a few things in it changed, wherever they are. What is not changed is shared with the original.
import type { Chance } from './random';

type Loose = Readonly<Record<string, unknown>>;

const numbers: readonly number[] = [
  ...[0, -0, 1, -1, 0.5, 2, 3, 255, 256, 257, 65_535, 65_536, 1e6, 1e9, 1e12, 1e15, 1e18, 1e100],
  ...[2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 53 + 2, -(2 ** 53), 1e308, -1e308],
  ...[1e-9, 1e-300, 5e-324],
];

const texts: readonly string[] = [
  ...['', ' ', 'x', '0', '-1', '__proto__', 'constructor', 'cores', 'all', 'serial-1'],
  ...['=1+1', '\t=cmd|x', '"; -2+3', 'a\r\nb;=2,+3', '</script><!--', `'"><svg onload=x>`],
  ...['\u001b[31m\u202egnp\u2066', '\u0000', '\ud800', 'ü 工作者 🙂', '＝1', 'x'.repeat(5000)],
  ...['2026-01-15T14:07:00Z', '2026-13-45T99:99:99Z'],
];

const names: readonly string[] = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'undefined', ''],
  ...['length', 'kind', 'a b', 'x'.repeat(1000), '\u202e', '0', '-1'],
];

function nested(depth: number): unknown {
  let value: unknown = [];
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

function anything(chance: Chance): unknown {
  switch (chance.below(10)) {
    case 0:
      return null;
    case 1:
      return chance.in(0.5);
    case 2:
      return [];
    case 3:
      return {};
    case 4:
      return { length: chance.of(numbers) };
    case 5:
      return nested(chance.of([1, 3, 20, 97, 98, 130, 400]));
    case 6:
      return chance.of(texts);
    case 7:
      return Array.from({ length: chance.of([1, 5, 300]) }, () => chance.of(numbers));
    default:
      return chance.of(numbers);
  }
}

/** Something in place of a leaf: often its like, which may still be taken. */
function other(value: unknown, chance: Chance): unknown {
  if (chance.in(0.3)) return anything(chance);
  if (typeof value === 'number') {
    if (chance.in(0.4)) return chance.of(numbers);
    return chance.of([value + 1, value - 1, value * 2, value / 3, -value, value * 1e6]);
  }
  if (typeof value === 'string') {
    if (chance.in(0.6)) return chance.of(texts);
    return chance.of([`${value}${chance.of(texts)}`, value.slice(1), value.toUpperCase()]);
  }
  return typeof value === 'boolean' ? !value : anything(chance);
}

function changedList(list: readonly unknown[], chance: Chance): unknown {
  const at = chance.below(list.length);
  switch (chance.below(6)) {
    case 0:
      return list.toSpliced(at, 1);
    case 1:
      return list.toSpliced(at, 0, list[at]);
    case 2:
      return [...list].reverse();
    case 3:
      return list.slice(0, at);
    case 4:
      return list.map(() => list[at]);
    default:
      return list.toSpliced(at, 0, anything(chance));
  }
}

/** A name such as `__proto__` becomes the object's own. */
function withEntry(object: Loose, name: string, value: unknown): Loose {
  const copy = { ...object };
  Object.defineProperty(copy, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return copy;
}

function changedObject(object: Loose, chance: Chance): unknown {
  const keys = Object.keys(object);
  const key = chance.of(keys);
  switch (chance.below(4)) {
    case 0: {
      const { [key]: _, ...rest } = object;
      return rest;
    }
    case 1:
      return withEntry(object, chance.of(names), anything(chance));
    case 2:
      return withEntry(object, key, object[chance.of(keys)]);
    default:
      return withEntry(object, key, anything(chance));
  }
}

/** The value with one change somewhere in it. */
function changedOnce(value: unknown, chance: Chance): unknown {
  if (typeof value !== 'object' || value === null) return other(value, chance);
  const size = Array.isArray(value) ? value.length : Object.keys(value).length;
  if (size === 0) return anything(chance);
  if (Array.isArray(value)) {
    if (chance.in(0.12)) return changedList(value, chance);
    const at = chance.below(size);
    return value.with(at, changedOnce(value[at], chance));
  }
  const object = value as Loose;
  if (chance.in(0.08)) return changedObject(object, chance);
  const key = chance.of(Object.keys(object));
  return withEntry(object, key, changedOnce(object[key], chance));
}

/** The value with one leaf replaced by its like. */
function leafChanged(value: unknown, chance: Chance): unknown {
  if (typeof value === 'number') {
    return chance.of([value, value + 1, value * 1.5, value / 3, value * 1000, 0, 1, 2 ** 53]);
  }
  if (typeof value === 'string') return chance.of(texts);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value);
  if (keys.length === 0) return value;
  const key = chance.of(keys);
  const inner = leafChanged((value as Loose)[key], chance);
  return Array.isArray(value)
    ? value.with(Number(key), inner)
    : withEntry(value as Loose, key, inner);
}

/** The value with up to `most` leaves replaced by their like: mostly it is still what it was. */
export function mutateLeaves(value: unknown, chance: Chance, most: number): unknown {
  let mutated = value;
  for (let changes = 1 + chance.below(most); changes > 0; changes -= 1) {
    mutated = leafChanged(mutated, chance);
  }
  return mutated;
}

/** The value with up to `most` changes. */
export function mutateValue(value: unknown, chance: Chance, most: number): unknown {
  let mutated = value;
  for (let changes = 1 + chance.below(most); changes > 0; changes -= 1) {
    mutated = changedOnce(mutated, chance);
  }
  return mutated;
}
