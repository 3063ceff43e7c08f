import { describe, expect, it } from 'vitest';
import { containment } from '@analysis/claims/containment';
import type { Figure } from '@shared/claims';
import { crashFaults } from '@shared/probes';
import { makeFigure } from '../../helpers/make-figure';

/** Survivors of a fault, and whether the program lived; one value of each for a repeat. */
type Losses = Readonly<Record<string, readonly (readonly [survivors: number, alive: number])[]>>;

/** Every fault in threads and processes: harmless unless it is said otherwise. */
function crashes(losses: Losses, runtime = 'node'): readonly Figure[] {
  return ['threads', 'processes'].flatMap((kind) =>
    crashFaults.flatMap((fault) => {
      const way = `${kind}-${fault}`;
      const repeats = losses[way] ?? [[3, 1]];
      const survivors = repeats.map(([count]) => count);
      const alive = repeats.map(([, program]) => program);
      return [
        makeFigure('survivors', way, survivors, { runtime }),
        makeFigure('program-alive', way, alive, { unit: 'yes', runtime }),
      ];
    }),
  );
}

const all = [[0, 0]] as const;

describe('a crash in a thread can damage others, a process contains it', () => {
  it('holds where a fault in a thread ends all and none in a process does', () => {
    const found = containment(crashes({ 'threads-abort': all, 'threads-segv': all }));
    expect(found.outcome).toBe('holds');
    expect(found.text).toContain('abort and segv in a thread ended the program and all 4');
    expect(found.text).toContain('throw, memory, exit and leak took nobody along');
    expect(found.text).toContain('every fault in a process left 3 of 3 others and the program');
  });

  it('fails where no fault in a thread damages anybody', () => {
    expect(containment(crashes({})).outcome).toBe('fails');
  });

  it('fails where a fault in a process damages others too', () => {
    const found = containment(crashes({ 'threads-abort': all, 'processes-memory': [[2, 1]] }));
    expect(found.outcome).toBe('fails');
    expect(found.text).toContain('memory in a process took 1 of 3 others along');
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
    expect(found.text).toContain('larger by 64 MB with threads and by 0 B with processes');
  });

  it('is unavailable without figures', () => {
    expect(containment([]).outcome).toBe('unavailable');
  });
});
