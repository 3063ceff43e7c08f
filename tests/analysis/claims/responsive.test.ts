import { describe, expect, it } from 'vitest';
import { responsive } from '@analysis/claims/responsive';
import type { Figure } from '@shared/claims';
import { makeFigure } from '../../helpers/make-figure';

const ms = 1e6;

const way = (name: string, loopMs: number, frameMs: number): Figure[] => [
  makeFigure('loop-delay', name, loopMs * ms, { unit: 'ns' }),
  makeFigure('worst-frame', name, frameMs * ms, { unit: 'ns' }),
];

describe('threads keep a window responsive', () => {
  const blocked = [...way('page', 5, 530), ...way('main', 500, 20)];

  it('holds where only work on its own loops keeps it waiting', () => {
    const found = responsive([...blocked, ...way('thread', 8, 20), ...way('process', 9, 21)]);
    expect(found.outcome).toBe('holds');
    expect(found.text).toContain("on the page's own thread 530 ms");
    expect(found.text).toContain('on a thread 20 ms');
  });

  it('fails where a thread keeps it waiting too', () => {
    expect(responsive([...blocked, ...way('thread', 300, 20)]).outcome).toBe('fails');
    expect(responsive([...blocked, ...way('thread', 5, 300)]).outcome).toBe('fails');
  });

  it('depends where the work keeps nothing waiting anywhere', () => {
    const quick = [...way('page', 5, 20), ...way('main', 20, 20), ...way('thread', 5, 20)];
    expect(responsive(quick).outcome).toBe('depends');
  });

  it('is unavailable without a window', () => {
    expect(responsive([]).outcome).toBe('unavailable');
    expect(responsive(way('thread', 5, 20)).outcome).toBe('unavailable');
  });
});
