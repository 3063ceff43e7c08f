import { describe, expect, it } from 'vitest';
import type { BreakEven } from '@shared/report/break-even';
import {
  articleAnswer,
  cellsOfPoints,
  columnsAnswer,
  describeHeavier,
  describePoint,
  describeSearch,
  describeTimes,
  medianTimes,
  writeCrossing,
} from '@present/figures/break-even-text';
import type { MessagePart } from '@present/messages/parts';
import { makeBreakEven, makePoint } from '../../helpers/make/break-even';

const map = makeBreakEven();
const say = (pieces: readonly MessagePart[]): string => pieces.map(({ text }) => text).join('');
const withArticle = (article: BreakEven['article']) => ({ ...map, ...(article && { article }) });

describe('from where a strategy pays', () => {
  it('is the size it was found at, or at most that, or how far it was looked for', () => {
    expect(writeCrossing({ strategy: 'threads', belowNs: 1e6, fromNs: 2e6 }, 9e6)).toBe('2 ms');
    expect(writeCrossing({ strategy: 'threads', fromNs: 2e6 }, 9e6)).toBe('≤ 2 ms');
    expect(writeCrossing({ strategy: 'threads', belowNs: 9e6 }, undefined)).toBe(
      'not found up to 9 ms',
    );
    expect(writeCrossing({ strategy: 'threads' }, 8e6)).toBe('not found up to 8 ms');
    expect(writeCrossing(undefined, 8e6)).toBe('not known');
  });
});

describe('the answer for the article’s program', () => {
  it('names the size from which its column pays', () => {
    expect(say(articleAnswer(map, 2))).toBe(
      'Neither pays. Two tasks must take 20 ms each before two threads do.',
    );
    expect(
      articleAnswer(map, 2)
        .filter(({ mark }) => mark === 'strong')
        .map(({ text }) => text),
    ).toEqual(['20 ms']);
    expect(say(articleAnswer(map, undefined))).toContain('before threads pay.');
  });

  it('says at most where no size was too small', () => {
    const columns = [{ tasks: 2, crossings: [{ strategy: 'processes' as const, fromNs: 5e6 }] }];
    expect(say(articleAnswer({ ...map, columns }, 4))).toBe(
      'Neither pays. Two tasks must take at most 5 ms each before four processes do.',
    );
    expect(describeHeavier({ ...map, columns }, map.article!)).toBe(
      'would have to be at most 500× as large',
    );
  });

  it('says how far it was looked where nothing was found, and no more than that it does not pay where nobody looked', () => {
    const none = { ...map, columns: [{ tasks: 2, crossings: [] }] };
    expect(say(articleAnswer(none, 2))).toBe('Neither pays, up to 1 s per task.');
    expect(describeHeavier(none, map.article!)).toBe('workers did not pay up to 1 s per task');
    expect(say(articleAnswer({ ...map, columns: [] }, 2))).toBe('Neither pays.');
    expect(describeHeavier({ ...map, columns: [] }, map.article!)).toBeUndefined();
  });

  it('turns round with what was measured', () => {
    const of = (article: BreakEven['article']) => say(articleAnswer(withArticle(article), 2));
    expect(of(makePoint(2, 9, 'threads', 1.7))).toBe('Threads pay: 1.70× serial.');
    expect(of(makePoint(2, 9, 'processes', 1.9))).toBe('Processes pay: 1.90× serial.');
    const open = makePoint(2, 9, 'undecided', 1);
    expect(of({ ...open, between: ['serial', 'threads'] })).toBe(
      'No difference found between serial and threads.',
    );
    expect(of({ ...open, between: ['threads', 'processes'] })).toBe(
      'Workers pay. Between threads and processes no difference was found.',
    );
  });

  it('is absent where it was not run', () => {
    const { article: _, ...rest } = map;
    expect(articleAnswer(rest, 2)).toEqual([]);
  });
});

describe('the answer over the columns', () => {
  it('names the first and the last that pay', () => {
    expect(say(columnsAnswer(map))).toBe(
      'Threads pay from 20 ms per task at 2 tasks, from 2 ms at 32.',
    );
    const one = { ...map, columns: map.columns.slice(0, 1) };
    expect(say(columnsAnswer(one))).toBe('Threads pay from 20 ms per task at 2 tasks.');
  });

  it('says how far was measured where none does', () => {
    const columns = [{ tasks: 2, crossings: [] }];
    expect(say(columnsAnswer({ ...map, columns }))).toBe('Workers did not pay up to 1 s per task.');
    expect(say(columnsAnswer({ ...map, columns, points: [] }))).toBe('Nothing was measured.');
  });
});

describe('a point', () => {
  it('tells medians, who was fastest and by how much', () => {
    const point = makePoint(32, 2, 'processes', 1.6);
    expect(medianTimes(point, map.cells)).toEqual({ serial: 64e6, threads: 40e6 });
    expect(describeTimes(point, map.cells)).toBe(
      'Serial 64 ms, threads 40 ms, all cold, medians of 3.',
    );
    expect(describePoint(point, map.cells)).toBe(
      '32 tasks of 2 ms: processes are fastest, the faster workers 1.60× serial. Serial 64 ms, threads 40 ms, all cold, medians of 3.',
    );
  });

  it('gives the cells it compares by their names', () => {
    expect(cellsOfPoints(map.points)).toEqual({
      serial: 'serial-1',
      threads: 'threads-2',
      processes: 'processes',
    });
  });
});

describe('the search', () => {
  it('says what was measured, and why it ended early', () => {
    expect(describeSearch(map)).toBe(
      '6 points, 66 trials, measured in 81 s. A full grid this fine would need 540 trials.',
    );
    expect(describeSearch({ ...map, status: 'budget' })).toContain('It ended at its time budget.');
    expect(describeSearch({ ...map, status: 'stopped' })).toContain('It was stopped.');
  });
});
