import { findingText } from '@present/words/claims/findings';
import { describe, expect, it } from 'vitest';
import { lostUpdates } from '@analysis/claims/lost-updates';
import type { Figure } from '@shared/claims/claims';
import { makeFigure } from '../../helpers/make/figure';

/** One way with a number of threads: what each of three trials lost, and how long a trial took. */
function counted(
  variant: string,
  lost: number,
  { runtime = 'node', x = 2, ns = 1e6, of = 1000 } = {},
): readonly Figure[] {
  return [
    makeFigure('lost', variant, [lost, lost, lost], { x, runtime }),
    makeFigure('increments', variant, [of, of, of], { x, runtime }),
    makeFigure('elapsed', variant, [ns, ns, ns], { x, runtime, unit: 'ns' }),
  ];
}

describe('threads that write one place at once lose updates', () => {
  it('holds where plain increments are lost and the safe ones are not, and tells the cost', () => {
    const found = lostUpdates([
      ...counted('plain', 470),
      ...counted('atomic', 0, { ns: 3e6 }),
      ...counted('lock', 0, { ns: 4.6e6, of: 100 }),
    ]);
    expect(found.outcome).toBe('holds');
    expect(findingText(found)).toContain('lost 47 % of 1,000 in plain form (2 threads)');
    expect(findingText(found)).toContain('With an atomic operation or a lock none were lost');
    expect(findingText(found)).toContain('an atomic operation takes 3.00× as long');
    // Ten times fewer increments in 4.6 times the time.
    expect(findingText(found)).toContain('a lock takes 46.0× as long');
  });

  it('fails where none are lost in any form', () => {
    const found = lostUpdates([
      ...counted('plain', 0, { runtime: '3.11' }),
      ...counted('call', 0, { runtime: '3.11' }),
      ...counted('lock', 0, { runtime: '3.11' }),
    ]);
    expect(found.outcome).toBe('fails');
    expect(findingText(found)).toContain('3.11 lost none in plain form, none with a call between');
  });

  it('depends where one version loses and another does not, and says which in which form', () => {
    const found = lostUpdates([
      ...counted('plain', 120, { runtime: '3.9' }),
      ...counted('call', 80, { runtime: '3.9' }),
      ...counted('plain', 0, { runtime: '3.13' }),
      ...counted('call', 0, { runtime: '3.13' }),
    ]);
    expect(found.outcome).toBe('depends');
    expect(findingText(found)).toContain(
      '3.9 lost 12 % of 1,000 in plain form (2 threads), 8 % of 1,000',
    );
    expect(findingText(found)).toContain('3.13 lost none in plain form, none with a call between');
  });

  it('holds in a version that loses them with a call between alone', () => {
    const found = lostUpdates([
      ...counted('plain', 0, { runtime: '3.13' }),
      ...counted('call', 80, { runtime: '3.13' }),
      ...counted('lock', 0, { runtime: '3.13' }),
    ]);
    expect(found.outcome).toBe('holds');
  });

  it('does not hold where a lock loses them too, and says so', () => {
    const found = lostUpdates([...counted('plain', 470), ...counted('lock', 1)]);
    expect(found.outcome).toBe('depends');
    expect(findingText(found)).toContain('Updates were lost in spite of a lock');
  });

  it('takes a single thread for no evidence, and the number that loses most for the worst', () => {
    expect(lostUpdates(counted('plain', 0, { x: 1 })).outcome).toBe('unavailable');
    const found = lostUpdates([
      ...counted('plain', 0, { x: 1 }),
      ...counted('plain', 100, { x: 2 }),
      ...counted('plain', 300, { x: 4 }),
    ]);
    expect(findingText(found)).toContain('30 % of 1,000 in plain form (4 threads)');
  });

  it('is unavailable without figures', () => {
    expect(lostUpdates([]).outcome).toBe('unavailable');
  });
});
