// Threads or processes, in words.
import { describe, expect, it } from 'vitest';
import type { Reason, ReasonFact } from '@analysis/claims/recommend';
import { reasonText, recommendationText } from '@present/words/claims/recommendation';

const facts: readonly (readonly [ReasonFact, string])[] = [
  [
    { kind: 'isolation', threads: 0, processes: 1 },
    'at worst 0 % of the other threads survive a crash, 100 % of the other processes',
  ],
  [
    { kind: 'killability', threads: 0, processes: 1 },
    'a busy thread cannot be ended from outside, a busy process can',
  ],
  [
    { kind: 'killability', threads: 0.5, processes: 1 },
    'a busy thread could be ended from outside in 50 % of the tries, a busy process can',
  ],
  [
    {
      kind: 'sharing',
      bytes: 16_384,
      threads: { label: 'clone', ns: 50e3 },
      processes: { label: 'process', ns: 200e3 },
    },
    '16.4 kB go to a thread and back in 50 µs, to a process in 200 µs (clone; process)',
  ],
];

describe('a recommendation', () => {
  it.each(facts)('rests on %j', (fact, text) => {
    expect(reasonText(fact)).toBe(text);
  });

  it('says what counted, and that nothing did', () => {
    const reason: Reason = {
      ...{ criterion: 'killability', favours: 'processes', strength: 1, claim: 'kill' },
      fact: { kind: 'killability', threads: 0, processes: 1 },
    };
    const advice = { language: 'node', reasons: [], missing: [] } as const;
    const none = { for: [], against: [] };
    const some = { for: [reason], against: [] };
    const killed = 'killability (a busy thread cannot be ended from outside, a busy process can)';
    expect(recommendationText({ ...advice, choice: 'unknown', decisive: none })).toBe(
      'Nothing that matters to you has been measured.',
    );
    expect(recommendationText({ ...advice, choice: 'either', decisive: none })).toBe(
      'Either: nothing that was measured tells them apart.',
    );
    expect(recommendationText({ ...advice, choice: 'either', decisive: some })).toBe(
      `Either: the reasons balance: ${killed}.`,
    );
    expect(recommendationText({ ...advice, choice: 'processes', decisive: some })).toBe(
      `Processes, for ${killed}.`,
    );
  });
});
