import { expandCells, namedCell } from '@shared/experiment/cells';
import { describe, expect, it } from 'vitest';
import type { Guess, Outcome, Prediction } from '@shared/claims/claims';
import { claimChart, rowScale } from '@present/figures/claim-chart';
import { mainFigures, mainQuantity, pairOf } from '@present/figures/claim-figures';
import { claimLine } from '@present/figures/claim-line';
import { countParts, emptyHeading, scoreLine, scoreOf } from '@present/figures/claim-score';
import { makeFigure } from '../../helpers/make/figure';
import { makeFinding } from '../../helpers/make/finding';

const times = (way: 'threads' | 'processes', x: number, value: number, runtime = 'node') =>
  makeFigure('round-trip', way, value, { unit: 'ns', x, strategy: way, runtime });
const speedup = (way: 'threads' | 'processes' | 'serial', x: number, value: number) =>
  makeFigure('speedup', way, value, { unit: 'times', x, strategy: way });

describe('the figures a claim is shown by', () => {
  it('are of its first quantity that was measured, or of whatever was', () => {
    const pss = makeFigure('pss', 'threads', 1);
    const start = makeFigure('start', 'threads', 2);
    expect(mainFigures({ id: 'light', figures: [pss, start] })).toEqual([start]);
    expect(mainFigures({ id: 'light', figures: [pss] })).toEqual([pss]);
    expect(mainQuantity({ id: 'kill', figures: [makeFigure('bandwidth', 'threads', 1)] })).toBe(
      'bandwidth',
    );
    expect(mainQuantity({ id: 'kill', figures: [] })).toBeUndefined();
  });

  it('are paired at the most workers, or where most was won', () => {
    const figures = [2, 8].flatMap((x) => [times('threads', x, x), times('processes', x, 2 * x)]);
    expect(pairOf({ id: 'messages', figures })?.processes.median).toBe(16);
    const faster = [
      ...[speedup('threads', 2, 1.9), speedup('processes', 2, 1.8)],
      ...[speedup('threads', 4, 1.1), speedup('processes', 4, 1)],
    ];
    expect(pairOf({ id: 'cores', figures: faster })?.threads.x).toBe(2);
  });

  it('have no pair without both, in one runtime, for as many', () => {
    const id = 'messages';
    expect(pairOf({ id, figures: [times('threads', 1, 1)] })).toBeUndefined();
    expect(
      pairOf({ id, figures: [times('threads', 1, 1), times('processes', 2, 1)] }),
    ).toBeUndefined();
    expect(
      pairOf({ id, figures: [times('threads', 1, 1), times('processes', 1, 1, '3.12')] }),
    ).toBeUndefined();
  });
});

describe('the line of a claim', () => {
  it('says what is known, and what is not', () => {
    expect(claimLine(undefined)).toBe('not tried yet');
    expect(claimLine(makeFinding('kill'))).toBe('could not be measured');
  });

  it('sets threads against processes', () => {
    const figures = [times('threads', 1000, 95_000), times('processes', 1000, 127_000)];
    expect(claimLine({ id: 'messages', figures })).toBe('JS: 95 µs against 127 µs, 1 kB');
  });

  it('counts what was lost', () => {
    const lost = (value: number) =>
      makeFigure('lost', 'threads', value, { label: 'plain', runtime: '3.12' });
    expect(claimLine({ id: 'lost-updates', figures: [lost(0), lost(4000)] })).toBe(
      'Py 3.12: plain lost 4,000',
    );
    expect(claimLine({ id: 'lost-updates', figures: [lost(0)] })).toBe('none lost');
  });

  it('says yes and no of the runtime in which the two differ', () => {
    const seen = (way: string, value: number, runtime: string) =>
      makeFigure('seen', way, value, { unit: 'yes', runtime });
    const figures = [
      ...[seen('threads', 0, 'node'), seen('processes', 0, 'node')],
      ...[seen('threads', 1, '3.12'), seen('processes-fork', 0, '3.12')],
    ];
    expect(claimLine({ id: 'heap', figures })).toBe('Py 3.12: threads yes, processes no');
  });
});

describe('the series of a chart', () => {
  it('are named by the cells of a run without their count, else by the method of a probe', () => {
    const cells = expandCells(
      { placement: 'host', strategies: [{ kind: 'processes', workers: [2, 4] }] },
      2,
    );
    const figures = [
      ...cells.map((cell) =>
        makeFigure('elapsed', 'processes', 1e6, {
          ...{ x: cell.workers, unit: 'ns', strategy: 'processes', label: namedCell(cell) },
        }),
      ),
      ...[2, 4].map((x) => makeFigure('elapsed', 'atomic', 2e6, { x, unit: 'ns' })),
    ];
    expect(claimChart(figures)?.series.map(({ name }) => name)).toEqual([
      'JS processes',
      'JS atomic',
    ]);
  });
});

describe('guesses', () => {
  const finding = (outcome: Outcome, ...languages: Outcome[]) =>
    makeFinding('heap', {
      outcome,
      languages: languages.map((one, index) => ({
        language: index === 0 ? 'node' : 'python',
        outcome: one,
        facts: [],
      })),
    });
  const score = (guess: Guess, of: ReturnType<typeof finding>) => scoreOf({ guess }, of);

  it('are right, wrong, or right in one language', () => {
    expect(score('holds', finding('holds', 'holds'))).toBe('right');
    expect(score('fails', finding('holds', 'holds'))).toBe('wrong');
    expect(score('depends', finding('depends', 'holds', 'fails'))).toBe('right');
    expect(score('fails', finding('depends', 'holds', 'fails'))).toBe('partly');
  });

  it('have no score without a guess, a finding, or a measurement', () => {
    expect(scoreOf(undefined, finding('holds'))).toBeUndefined();
    expect(scoreOf({ guess: 'holds' }, undefined)).toBeUndefined();
    expect(score('holds', finding('unavailable'))).toBeUndefined();
  });

  it('are counted beside what was run', () => {
    const made = (claim: Prediction['claim'], guess: Guess) =>
      [claim, { claim, guess, madeAt: '' }] as const;
    const findings = [makeFinding('heap'), makeFinding('kill', { outcome: 'fails' })];
    const guessed = new Map([made('heap', 'holds'), made('kill', 'holds')]);
    expect(scoreLine(findings, guessed, 'today')).toBe(
      '2 of 12 run in 4 s, today. You predicted 1 of 2 correctly.',
    );
    expect(scoreLine(findings, new Map(), undefined)).toBe('2 of 12 run in 4 s.');
  });

  it('count a measurement that two of them rest on once', () => {
    const findings = [makeFinding('light'), makeFinding('memory')];
    expect(scoreLine(findings, new Map(), undefined)).toBe('2 of 12 run in 2 s.');
  });
});

describe('the line of a claim', () => {
  it('says how many outlived the worst crash', () => {
    const survivors = (way: string, values: number, strategy: 'threads' | 'processes') =>
      makeFigure('survivors', way, values, { strategy });
    const figures = [
      survivors('threads-throw', 3, 'threads'),
      survivors('threads-abort', 0, 'threads'),
      survivors('processes-abort', 3, 'processes'),
    ];
    expect(claimLine(makeFinding('containment', { figures }))).toBe(
      'JS: at worst 0 threads survive, 3 processes',
    );
  });

  it('sets a thread against the page itself', () => {
    const frame = (way: string, ms: number) =>
      makeFigure('worst-frame', way, ms * 1e6, { unit: 'ns' });
    const figures = [frame('idle', 20), frame('thread', 21), frame('page', 540)];
    expect(claimLine(makeFinding('responsive', { figures }))).toBe('JS: thread 21 ms, page 540 ms');
  });
});

describe('the heading', () => {
  it('counts only what could be measured', () => {
    const outcomes: Outcome[] = ['holds', 'unavailable', 'fails', 'holds'];
    const counts = countParts(outcomes.map((outcome) => ({ outcome })));
    expect(counts.map(({ parts }) => parts)).toEqual([
      [{ text: '2', mark: 'n' }, { text: ' hold' }],
      [{ text: '1', mark: 'n' }, { text: ' does not hold here' }],
    ]);
    expect(emptyHeading(0)).toBe('Twelve claims, none tried yet');
    expect(emptyHeading(2)).toBe('Twelve claims, none measured yet');
  });
});

describe('the chart of a claim', () => {
  it('has a series for each way and runtime, by x', () => {
    const data = claimChart([
      speedup('serial', 1, 1),
      ...[4, 1, 2].map((x) => speedup('threads', x, x)),
      speedup('processes', 2, 1.5),
    ]);
    expect(data?.series.map(({ name, points }) => [name, points.map(({ x }) => x)])).toEqual([
      ['JS threads', [1, 2, 4]],
      ['JS processes', [2]],
    ]);
    expect(data).toMatchObject({ by: 'workers', xScale: 'linear', crossings: [] });
  });

  it('is none where no way was measured for several numbers', () => {
    expect(claimChart([speedup('threads', 2, 1), speedup('processes', 2, 2)])).toBeUndefined();
    expect(claimChart([])).toBeUndefined();
  });

  it('rings where two cross, interpolated on logarithmic axes', () => {
    const data = claimChart([
      ...[times('threads', 100, 10), times('threads', 10_000, 1000)],
      ...[times('processes', 100, 100), times('processes', 10_000, 100)],
    ]);
    expect(data).toMatchObject({ by: 'bytes', xScale: 'log', yScale: 'log' });
    expect(data?.crossings).toHaveLength(1);
    expect(data?.crossings[0]?.x).toBeCloseTo(1000, 6);
    expect(data?.crossings[0]?.y).toBeCloseTo(100, 6);
  });

  it('keeps a zero: its axis is linear then', () => {
    const lost = [1, 2, 4].map((x) => makeFigure('lost', 'threads', x === 1 ? 0 : x * 1000, { x }));
    expect(claimChart(lost)?.yScale).toBe('linear');
  });
});

describe('the scale of rows', () => {
  it('starts at zero, or is logarithmic where medians are far apart', () => {
    const near = rowScale([makeFigure('elapsed', 'a', [5, 10])]);
    expect([near.kind, near.place(5)]).toEqual(['linear', 0.5]);
    const far = rowScale([makeFigure('elapsed', 'a', 1), makeFigure('elapsed', 'b', 10_000)]);
    expect([far.kind, far.place(100)]).toEqual(['log', 0.5]);
  });
});
