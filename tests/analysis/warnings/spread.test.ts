import { seededShares } from '@analysis/stats/random';
import { describe, expect, it } from 'vitest';
import { ofKind, warningsOf } from './make-run';

/** Times around 1 s that vary by `spread`, times what `shape` gives for their place. */
function vary(count: number, spread: number, shape: (i: number) => number = () => 1, seed = 1) {
  const next = seededShares(seed);
  return {
    coldMs: Array.from(
      { length: count },
      (_, i) => 1000 * shape(i) * (1 + spread * (next() - 0.5)),
    ),
  };
}

const experiment = { repeats: 5 };

describe('outliers', () => {
  const calm = { coldMs: [1000, 1010, 990, 1005, 1002] };

  it('are named with their trial, as users count, and how far they are', () => {
    const threads = { coldMs: [1000, 1010, 990, 1840, 1000] };
    expect(ofKind('outliers', { experiment, serial: calm, threads })).toEqual([
      {
        kind: 'outliers',
        text: '1 trial lies far from the median of the cell: trial 8 of threads 2 (1.84×).',
        advice: 'See what happened around them. They are kept and count like the others.',
        cells: ['threads-2'],
        trials: [7],
      },
    ]);
  });

  it('are at most four by name', () => {
    const coldMs = [
      ...new Array<number>(30).fill(1000).map((ms, i) => ms + i),
      2e3,
      3e3,
      4e3,
      5e3,
      6e3,
    ];
    const found = ofKind('outliers', { experiment, serial: calm, threads: { coldMs } });
    expect(found[0]?.text).toMatch(
      /^5 trials lie far .*, trial 66 of threads 2 \(.*\) and 2 more\.$/,
    );
    expect(found[0]?.trials).toHaveLength(5);
  });

  it('are no reason for a warning within 5 % of the median', () => {
    const threads = { coldMs: [1000, 1001, 999, 1049, 1000] };
    expect(ofKind('outliers', { experiment, serial: calm, threads })).toEqual([]);
  });
});

describe('drift', () => {
  it('of all cells together is one warning about the run', () => {
    const rising = (i: number) => 1 + 0.1 * (i / 9);
    const found = ofKind('drift', {
      experiment,
      serial: vary(10, 0.02, rising, 2),
      threads: vary(10, 0.02, rising, 3),
    });
    expect(found).toHaveLength(1);
    expect(found[0]?.text).toMatch(
      /^Times, each against its cell's median, rose by \d(\.\d)? % from the first third of the run to the last \(p below 0\.001\)\.$/,
    );
    expect(found[0]?.cells).toEqual([]);
  });

  it('is found in rounds too few for a single cell', () => {
    const found = ofKind('drift', {
      experiment,
      serial: vary(6, 0.01, (i) => 1 - 0.03 * i, 2),
      threads: vary(6, 0.01, (i) => 1 - 0.03 * i, 3),
    });
    expect(found[0]?.text).toContain(' fell by 1');
    expect(found[0]?.advice).toBe('Add warm-up rounds and run again.');
  });

  it('of one cell names it', () => {
    const found = ofKind('drift', {
      experiment,
      serial: vary(16, 0.3, undefined, 5),
      threads: vary(16, 0.01, (i) => 1 + 0.004 * i, 3),
    });
    expect(found.map(({ cells }) => cells)).toEqual([['threads-2']]);
    expect(found[0]?.text).toMatch(/^Times of threads 2 rose by /);
  });

  it('is not found in noise, in few trials or below 2 %', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const noise = {
        serial: vary(8, 0.1, undefined, seed),
        threads: vary(8, 0.1, undefined, 50 + seed),
      };
      expect(ofKind('drift', { experiment, ...noise })).toEqual([]);
    }
    const rising = (i: number) => 1 + 0.2 * i;
    expect(
      ofKind('drift', { experiment, serial: vary(4, 0, rising), threads: vary(4, 0, rising) }),
    ).toEqual([]);
    const slow = (i: number) => 1 + 0.0005 * i;
    expect(
      ofKind('drift', { experiment, serial: vary(20, 0, slow), threads: vary(20, 0, slow) }),
    ).toEqual([]);
  });
});

describe('modes', () => {
  it('are told with both groups, and the trials of the smaller', () => {
    const found = ofKind('modes', {
      experiment,
      threads: vary(16, 0.02, (i) => (i % 4 === 0 ? 1.3 : 1)),
    });
    expect(found).toHaveLength(1);
    expect(found[0]?.text).toMatch(
      /^Times of threads 2 fall into two groups: 12 trials around (1\.00 s|\d+ ms), 4 around 1\.(29|30|31) s\.$/,
    );
    expect(found[0]?.trials).toEqual([1, 9, 17, 25]);
  });

  it('are not cried of 5 trials, however far apart', () => {
    const threads = { coldMs: [1000, 1001, 1300, 1301, 1302] };
    expect(ofKind('modes', { experiment, threads })).toEqual([]);
  });

  it('are not seen in one group', () => {
    expect(ofKind('modes', { experiment, threads: vary(40, 0.3) })).toEqual([]);
  });
});

describe('calm times', () => {
  it('are no reason for a warning', () => {
    expect(
      warningsOf({
        experiment,
        serial: vary(15, 0.04, undefined, 9),
        threads: vary(15, 0.04, undefined, 8),
      }),
    ).toEqual([]);
  });
});
