import { describe, expect, it } from 'vitest';
import { recommendationText } from '@present/words/claims/recommendation';
import { recommend } from '@analysis/claims/recommend';
import {
  evenWeights,
  type ClaimId,
  type Figure,
  type Finding,
  type Weights,
} from '@shared/claims/claims';
import { makeFigure } from '../../helpers/make/figure';

function finding(id: ClaimId, figures: readonly Figure[]): Finding {
  return {
    ...{ id, claim: id, outcome: 'holds', languages: [], notes: [] },
    ...{ figures, measuredAt: '', measurements: [] },
  };
}

const process = { strategy: 'processes' } as const;

/** Processes are as many times as fast as threads, and take as many times the memory. */
function findings(faster: number, larger: number): readonly Finding[] {
  return [
    finding('cores', [
      makeFigure('speedup', 'threads', 1, { unit: 'times', x: 2 }),
      makeFigure('speedup', 'processes', faster, { ...process, unit: 'times', x: 2 }),
    ]),
    finding('memory', [
      makeFigure('pss', 'threads', 10e6, { unit: 'bytes', x: 16 }),
      makeFigure('pss', 'processes', 10e6 * larger, { ...process, unit: 'bytes', x: 16 }),
    ]),
  ];
}

const only = (some: Partial<Weights>): Weights => ({
  ...{ speed: 0, memory: 0, isolation: 0, killability: 0, sharing: 0 },
  ...some,
});

const choiceOf = (some: readonly Finding[], weights: Weights) =>
  recommend(some, weights).map(({ choice }) => choice);

describe('the recommendation', () => {
  it('follows what matters', () => {
    const measured = findings(2, 4);
    expect(choiceOf(measured, only({ speed: 5 }))).toEqual(['processes']);
    expect(choiceOf(measured, only({ memory: 5 }))).toEqual(['threads']);
    expect(choiceOf(measured, only({ speed: 1, memory: 1 }))).toEqual(['either']);
    expect(choiceOf(measured, only({ speed: 3, memory: 1 }))).toEqual(['processes']);
  });

  it('follows what was measured', () => {
    expect(choiceOf(findings(0.5, 0.25), only({ speed: 1 }))).toEqual(['threads']);
    expect(choiceOf(findings(0.5, 0.25), only({ memory: 1 }))).toEqual(['processes']);
    expect(choiceOf(findings(1.05, 1), evenWeights)).toEqual(['either']);
  });

  it('says what decided it, with the figures', () => {
    const [advice] = recommend(findings(2, 4), only({ speed: 3, memory: 1 }));
    expect(advice && recommendationText(advice)).toBe(
      'Processes, for speed (2 threads are 1.00×, 2 processes 2.00× as fast as serial). Against it: memory (16 threads take 10 MB, as many processes 40 MB).',
    );
    expect(advice?.missing).toEqual(['isolation', 'killability', 'sharing']);
  });

  it('knows nothing of what was not measured', () => {
    expect(recommend([], evenWeights)).toEqual([]);
    expect(choiceOf(findings(2, 2), only({ isolation: 1 }))).toEqual(['unknown']);
  });

  it('weighs crashes, kills and messages', () => {
    const crash = finding('containment', [
      makeFigure('survivors', 'threads-abort', 0, { x: 3 }),
      makeFigure('survivors', 'threads-throw', 3, { x: 3 }),
      makeFigure('survivors', 'processes-abort', 3, { ...process, x: 3 }),
    ]);
    const kill = finding('kill', [
      makeFigure('ended', 'threads', 0, { unit: 'yes' }),
      makeFigure('ended', 'processes', 1, { ...process, unit: 'yes' }),
    ]);
    const messages = finding('messages', [
      makeFigure('round-trip', 'clone', 50e3, { unit: 'ns', x: 16384 }),
      makeFigure('round-trip', 'process', 200e3, { ...process, unit: 'ns', x: 16384 }),
    ]);
    const [advice] = recommend([crash, kill, messages], evenWeights);
    expect(
      advice?.reasons.map(({ criterion, favours, strength }) => [criterion, favours, strength]),
    ).toEqual([
      ['isolation', 'processes', 1],
      ['killability', 'processes', 1],
      ['sharing', 'threads', 1],
    ]);
    expect(advice?.choice).toBe('processes');
  });
});
