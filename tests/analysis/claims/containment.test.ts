import { findingText } from '@present/words/claims/findings';
import { describe, expect, it } from 'vitest';
import { containment } from '@analysis/claims/containment';
import type { Figure } from '@shared/claims/claims';
import { crashFaults } from '@shared/claims/crash-faults';
import { makeFigure } from '../../helpers/make/figure';

/** Survivors of a fault, and whether the program lived; one value of each for a repeat. */
type Losses = Readonly<Record<string, readonly (readonly [survivors: number, alive: number])[]>>;

/** Every fault in threads and processes: harmless unless it is said otherwise. */
function crashes(losses: Losses, runtime = 'node'): readonly Figure[] {
  return ['threads', 'processes'].flatMap((kind) =>
    crashFaults.flatMap((fault) => {
      const variant = `${kind}-${fault}`;
      const repeats = losses[variant] ?? [[3, 1]];
      const survivors = repeats.map(([count]) => count);
      const alive = repeats.map(([, program]) => program);
      return [
        makeFigure('survivors', variant, survivors, { runtime }),
        makeFigure('program-alive', variant, alive, { unit: 'yes', runtime }),
      ];
    }),
  );
}

const all = [[0, 0]] as const;

describe('a crash in a thread can damage others, a process contains it', () => {
  it('holds where a fault in a thread ends all and none in a process does', () => {
    const found = containment(crashes({ 'threads-abort': all, 'threads-segv': all }));
    expect(found.outcome).toBe('holds');
    expect(findingText(found)).toContain('abort and segv in a thread ended the program and all 4');
    expect(findingText(found)).toContain('throw, memory, exit and leak affected no other worker');
    expect(findingText(found)).toContain(
      'every fault in a process left the 3 other workers and the program running',
    );
  });

  it('fails where no fault in a thread damages anybody', () => {
    expect(containment(crashes({})).outcome).toBe('fails');
  });

  it('fails where a fault in a process damages others too', () => {
    const found = containment(crashes({ 'threads-abort': all, 'processes-memory': [[2, 1]] }));
    expect(found.outcome).toBe('fails');
    expect(findingText(found)).toContain('memory in a process ended 1 of 3 other workers');
  });

  it('depends where repeats differ, or the languages', () => {
    const now = [
      [3, 1],
      [0, 0],
    ] as const;
    expect(containment(crashes({ 'threads-abort': now })).outcome).toBe('depends');
    expect(containment(crashes({ 'threads-abort': all, 'processes-abort': now })).outcome).toBe(
      'depends',
    );
    const both = containment([...crashes({}), ...crashes({ 'threads-exit': all }, '3.11')]);
    expect(both.outcome).toBe('depends');
    expect(both.languages.map(({ outcome }) => outcome)).toEqual(['fails', 'holds']);
  });

  it('tells what a leak leaves in the program', () => {
    const found = containment([
      ...crashes({ 'threads-exit': all }),
      makeFigure('memory-kept', 'threads-leak', 64_000_000, { unit: 'bytes' }),
      makeFigure('memory-kept', 'processes-leak', -4_096, { unit: 'bytes' }),
    ]);
    expect(findingText(found)).toContain('grown by 64 MB with threads and by 0 B with processes');
  });

  it.each(['memory', 'abort', 'segv'])('is unavailable where %s was not measured', (fault) => {
    const without = (figures: readonly Figure[], kind: string): readonly Figure[] =>
      figures.filter(({ variant }) => variant !== `${kind}-${fault}`);
    const harmless = containment(without(crashes({}), 'threads'));
    expect(harmless.outcome).toBe('unavailable');
    expect(findingText(harmless)).toContain(
      `Not measured, and needed to decide: ${fault} in a thread.`,
    );
    const contained = containment(without(crashes({ 'threads-exit': all }), 'processes'));
    expect(contained.outcome).toBe('unavailable');
    expect(findingText(contained)).toContain(`needed to decide: ${fault} in a process.`);
  });

  it('names the faults that were tried, and those that were not', () => {
    const few = crashes({}).filter(({ variant }) => !/memory|abort|segv/.test(variant));
    const found = containment(few);
    expect(found.outcome).toBe('unavailable');
    expect(findingText(found)).toContain(
      'every fault in a thread left the 3 other workers and the program running (tried: throw, exit and leak)',
    );
    expect(findingText(found)).toContain(
      'memory, abort and segv in a thread; memory, abort and segv in a process',
    );
  });

  it('does not need the other faults to decide', () => {
    const deciding = crashes({ 'threads-abort': all }).filter(({ variant }) =>
      /memory|abort|segv/.test(variant),
    );
    expect(containment(deciding).outcome).toBe('holds');
  });

  it('is unavailable without figures', () => {
    expect(containment([]).outcome).toBe('unavailable');
  });
});
