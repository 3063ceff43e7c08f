// Whatever was thrown is described in one sentence that names it.
import { expect, it } from 'vitest';
import { describeThrown } from '@engine/host/base/describe-thrown';

const circle: Record<string, unknown> = { code: 1 };
circle['self'] = circle;

it.each([
  ['an error', new Error('no'), 'no'],
  ['a named function', function work() {}, 'it threw the function work'],
  ['a class', class Mistake extends Map {}, 'it threw the function Mistake'],
  [
    'a function without a name',
    (
      () => () =>
        1
    )(),
    'it threw a function',
  ],
  ['a plain object', { code: 1 }, 'it threw {"code":1}'],
  ['an object that holds itself', circle, 'it threw an object with code, self'],
  ['an object with a large number', { large: 1n }, 'it threw an object with large'],
  [
    'an object whose JSON is nothing',
    { toJSON: () => undefined },
    'it threw an object with toJSON',
  ],
  [
    'an object with many keys',
    { a: 1n, b: 2, c: 3, d: 4, e: 5, f: 6 },
    'it threw an object with a, b, c, d, e, and 1 more',
  ],
  ['nothing', undefined, 'it threw undefined'],
  [
    'what throws when it is read',
    new Proxy(
      {},
      {
        get() {
          throw new Error('trap');
        },
        ownKeys() {
          throw new Error('trap');
        },
      },
    ),
    "it threw a value that can't be read",
  ],
])('%s', (_, value, message) => {
  expect(describeThrown(value).message).toBe(message);
});
