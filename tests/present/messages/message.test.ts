// Messages become text: plurals, numbers, lists.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeMoment } from '@present/locale/moment';
import { paragraph, list, listSome } from '@present/messages/list';
import {
  inLanguage,
  language,
  message,
  speak,
  trackLanguage,
  type MessageId,
} from '@present/messages/message';

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

describe('Chinese', () => {
  beforeAll(() => speak('zh'));
  afterAll(() => speak('en'));

  it('has one form for every number, and its own list', () => {
    expect(message('count-tasks', { count: 1 })).toBe('1 个任务');
    expect(message('count-tasks', { count: 20_000 })).toBe('20,000 个任务');
    expect(list(['串行', '线程', '进程'])).toBe('串行、线程和进程');
    expect(list(['2 个线程', '4 个进程'])).toBe('2 个线程和 4 个进程');
    expect(paragraph(['一。', '二。'])).toBe('一。二。');
  });

  it('leaves English to what is written in it, and comes back', () => {
    expect(inLanguage('en', () => message('count-tasks', { count: 2 }))).toBe('2 tasks');
    expect(message('count-tasks', { count: 2 })).toBe('2 个任务');
  });

  it('is not spoken where English was asked for meanwhile', async () => {
    await Promise.all([speak('en'), speak('zh'), speak('en')]);
    expect(language()).toBe('en');
    await speak('zh');
  });

  it('tells who follows the language of every text', () => {
    let told = 0;
    trackLanguage(() => {
      told += 1;
    });
    message('not-known');
    trackLanguage(() => undefined);
    expect(told).toBe(1);
  });

  it('has dates in its own order', () => {
    expect(describeMoment('2026-11-22T14:07:00Z', 'utc')).toBe('2026 年 11 月 22 日 14:07 UTC');
  });
});
