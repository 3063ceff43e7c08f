// Messages become text: plurals, numbers, lists.
import { describe, expect, it } from 'vitest';
import { list, listSome } from '@present/messages/list';
import { message, type MessageId } from '@present/messages/message';

describe('a message', () => {
  it('has its plural and its number as English writes them', () => {
    expect(message('count-tasks', { count: 1 })).toBe('1 task');
    expect(message('count-tasks', { count: 0 })).toBe('0 tasks');
    expect(message('count-tasks', { count: 20_000_000 })).toBe('20,000,000 tasks');
  });

  it('is refused where there is no such text, or where a value is missing', () => {
    expect(() => message('no-such' as MessageId, {} as never)).toThrow('no message no-such');
    expect(() => message('count-tasks', {} as never)).toThrow(/count/);
  });
});

describe('a list', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('%j', (items, text) => {
    expect(list(items)).toBe(text);
  });

  it('counts what is beyond the fourth', () => {
    expect(listSome(['a', 'b', 'c', 'd'])).toBe('a, b, c and d');
    expect(listSome(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c and 2 more');
  });
});
