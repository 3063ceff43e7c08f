// How often what is said is wrong, by simulation with the functions that say it: lognormal times, a fixed seed.
// A rate of 5 % in so many runs is seen as up to 5 % and three standard errors.
import { answerPoint, isClear, rounds, type PointTimes } from '@analysis/break-even/point';
import { chooseCell } from '@analysis/cells/choice';
import { medianInterval } from '@analysis/stats/median-interval';
import { isPrecise } from '@analysis/stats/precision';
import { seededShares } from '@analysis/stats/random';
import { describe, expect, it } from 'vitest';
import { makeCells } from '../../helpers/make/cells';

const next = seededShares(7);

/** Times in milliseconds whose median is `median`, of this relative spread. */
function draw(count: number, spread: number, median = 100): number[] {
  return Array.from({ length: count }, () => {
    const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    return median * Math.exp(spread * normal);
  });
}

/** The share of runs of which it is so. */
function rate(runs: number, isSo: () => boolean): number {
  let count = 0;
  for (let run = 0; run < runs; run += 1) if (isSo()) count += 1;
  return count / runs;
}

const bound = (runs: number): number => 0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs);

const holds = (times: readonly number[]): boolean => {
  const interval = medianInterval(times);
  return interval !== undefined && interval.low <= 100 && 100 <= interval.high;
};

describe('what is called a 95 % interval', () => {
  it('holds the median in 95 of 100 cells, by number of trials', () => {
    for (const count of [6, 7, 8, 10, 15]) {
      expect(rate(1000, () => !holds(draw(count, 0.05)))).toBeLessThan(bound(1000));
    }
  });

  it('does so where the repeating ended because it looked precise', () => {
    for (const spread of [0.01, 0.02, 0.05]) {
      const missed = rate(1000, () => {
        const times = draw(3, spread);
        while (!isPrecise(times, 0.02) && times.length < 15) times.push(...draw(1, spread));
        return !holds(times);
      });
      expect(missed).toBeLessThan(bound(1000));
    }
  });
});

describe('a run whose strategies are all equal to serial', () => {
  it.each([
    [1, 3],
    [3, 3],
    [15, 3],
    [7, 5],
    [3, 10],
  ])(
    'is told that one of %i is faster in at most 5 %% of runs, with %i trials',
    (count, trials) => {
      const strategies = [
        { kind: 'serial' },
        { kind: 'threads', workers: Array.from({ length: count }, (_, index) => index + 1) },
      ] as const;
      const runs = 200;
      const wrong = rate(runs, () => {
        const times = Object.fromEntries(
          Array.from({ length: count }, (_, index) => [
            `threads-${index + 1}`,
            { coldMs: draw(trials, 0.05) },
          ]),
        );
        const cells = makeCells([...strategies].map((one) => ({ ...one })) as never, {
          'serial-1': { coldMs: draw(trials, 0.05) },
          ...times,
        });
        return chooseCell(cells, 'cold')?.cell.id !== 'serial-1';
      });
      expect(wrong).toBeLessThan(bound(runs));
    },
  );
});

describe('a strategy that is slower than the fastest by more than the margin', () => {
  it.each([
    [3, 0.05, 1.15],
    [5, 0.1, 1.2],
  ])(
    'is named in its place in at most 5 %% of runs: %i trials, spread %d',
    (trials, spread, slower) => {
      const runs = 200;
      const wrong = rate(runs, () => {
        const cells = makeCells([{ kind: 'serial' }, { kind: 'threads', workers: [2, 8] }], {
          'serial-1': { coldMs: draw(trials, spread, 400) },
          'threads-2': { coldMs: draw(trials, spread, 100 * slower) },
          'threads-8': { coldMs: draw(trials, spread, 100) },
        });
        return chooseCell(cells, 'cold')?.cell.id === 'threads-2';
      });
      expect(wrong).toBeLessThan(bound(runs));
    },
  );
});

describe('a point of the break-even search', () => {
  it.each([1, 2])('tells %i equal strategies apart at no more than 5 %% of points', (count) => {
    const strategies = (['threads', 'processes'] as const).slice(0, count);
    const wrong = rate(2000, () => {
      const times: Record<string, number[]> = {};
      for (let round = 0; round < rounds.most; round += 1) {
        if (round >= rounds.least && isClear(times as PointTimes)) break;
        for (const strategy of ['serial', ...strategies])
          (times[strategy] ??= []).push(...draw(1, 0.05));
      }
      const { answers } = answerPoint({ tasks: 2, size: 1 }, times as PointTimes);
      return strategies.some((strategy) => answers[strategy] !== 'no-difference');
    });
    expect(wrong).toBeLessThan(bound(2000));
  });

  it('tells strategies that differ apart after three rounds', () => {
    const times = { serial: [100, 101, 102], threads: [60, 61, 62], processes: [150, 152, 151] };
    expect(isClear(times)).toBe(true);
  });
});
