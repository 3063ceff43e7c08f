// Whatever was thrown is described so that one sentence names it.
import { expect, it } from 'vitest';
import { describeThrown } from '@engine/host/base/describe-thrown';
import { SaidError, saidError } from '@engine/host/base/said-error';
import { saidOf } from '../../../helpers/said';

const circle: Record<string, unknown> = { code: 1 };
circle['self'] = circle;

/** An error whose cause has a cause, and so on: the last one began it. */
const chained = (length: number): Error => {
  let error = new Error('the root');
  for (let at = length; at > 0; at -= 1) error = new Error(`layer ${at}`, { cause: error });
  return error;
};

const first = new Error('first');
const second = new Error('second', { cause: first });
first.cause = second;

const holdsItself = new AggregateError([new Error('one')], 'all');
holdsItself.errors.push(holdsItself);

it.each([
  ['an error', new Error('no'), 'no'],
  [
    'a long chain of causes, with what began it',
    chained(50),
    'layer 1, because: layer 2, because: layer 3, because: layer 4, because: the root',
  ],
  [
    'a chain that is just told',
    chained(4),
    `${[1, 2, 3, 4].map((at) => `layer ${at}, because: `).join('')}the root`,
  ],
  [
    'a chain of thousands',
    chained(20_000),
    'layer 1, because: layer 2, because: layer 3, because: layer 4, because: the root',
  ],
  [
    'a chain that ends in a circle',
    new Error('a', { cause: new Error('b', { cause: new Error('c', { cause: first }) }) }),
    'a, because: b, because: c, because: first, because: second',
  ],
  ['causes in a circle', first, 'first, because: second'],
  ['an error within itself', holdsItself, 'all: (1) one, and 1 more'],
  ['a promise', Promise.resolve(), 'it threw Promise {}'],
  [
    'an instance',
    new (class Refusal {
      readonly code = 3;
    })(),
    'it threw Refusal {"code":3}',
  ],
  ['an error without a message', new RangeError(), 'RangeError without a message'],
  ['an empty text', '', 'it threw an empty text'],
  ['an error with a cause', new Error('no', { cause: null }), 'no, because: it threw null'],
  [
    'errors within another, and theirs',
    new AggregateError([new Error('one'), new Error('two', { cause: 'why' }), 3], 'all'),
    'all: (1) one, (2) two, because: why, (3) it threw 3',
  ],
  [
    'many errors within another',
    new AggregateError([1, 2, 3, 4, 5, 6, 7].map(String), 'all'),
    'all: (1) 1, (2) 2, (3) 3, (4) 4, (5) 5, and 2 more',
  ],
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
  ['an object that contains itself', circle, 'it threw an object with code, self'],
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
  expect(saidOf(value)).toBe(message);
});

it('keeps own words as they are, with no reason beside them', () => {
  const { message, reason } = describeThrown(new Error('as it was'));
  expect([message, reason]).toEqual(['as it was', undefined]);
});

it('hands a reason of Corelane’s on, which own code can’t imitate', () => {
  const error = saidError('on-purpose', { task: 2 });
  const reason = { code: 'on-purpose', args: { task: 2 } };
  expect(describeThrown(error)).toMatchObject({ message: '', reason });
  expect(describeThrown(error).stack).toContain('describe-thrown.test');
  const imitated = Object.assign(Object.create(SaidError.prototype) as object, {
    message: 'no',
    reason,
  });
  expect(describeThrown(imitated).message).toBe('no');
  expect(describeThrown(new Proxy(error, {})).message).toBe('on-purpose');
});
