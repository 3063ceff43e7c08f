import { findingText } from '@present/words/claims/findings';
import { describe, expect, it } from 'vitest';
import { responsive } from '@analysis/claims/responsive';
import type { Figure } from '@shared/claims/claims';
import { makeFigure } from '../../helpers/make/figure';

const ms = 1e6;

const variant = (name: string, loopMs: number, frameMs: number): Figure[] => [
  makeFigure('loop-delay', name, loopMs * ms, { unit: 'ns' }),
  makeFigure('worst-frame', name, frameMs * ms, { unit: 'ns' }),
];

describe('threads keep a window responsive', () => {
  const blocked = [...variant('page', 5, 530), ...variant('main', 500, 20)];

  it('holds where only work on its own loops keeps it waiting', () => {
    const found = responsive([
      ...blocked,
      ...variant('thread', 8, 20),
      ...variant('process', 9, 21),
    ]);
    expect(found.outcome).toBe('holds');
    expect(findingText(found)).toContain("on the page's own thread 530 ms");
    expect(findingText(found)).toContain('on a thread 20 ms');
  });

  it('fails where a thread keeps it waiting too', () => {
    expect(responsive([...blocked, ...variant('thread', 300, 20)]).outcome).toBe('fails');
    expect(responsive([...blocked, ...variant('thread', 5, 300)]).outcome).toBe('fails');
  });

  it('depends where the work keeps nothing waiting anywhere', () => {
    const quick = [
      ...variant('page', 5, 20),
      ...variant('main', 20, 20),
      ...variant('thread', 5, 20),
    ];
    expect(responsive(quick).outcome).toBe('depends');
  });

  it('is unavailable where the window waits as long without work', () => {
    const busy = [...variant('page', 5, 420), ...variant('main', 420, 20)];
    const found = responsive([
      ...busy,
      ...variant('thread', 10, 140),
      ...variant('process', 10, 140),
      ...variant('idle', 10, 140),
    ]);
    expect(found.outcome).toBe('unavailable');
    expect(findingText(found)).toContain('The window waited 140 ms without any work');
    expect(findingText(found)).toContain('what the work adds is not decided');
    const slower = responsive([
      ...busy,
      ...variant('thread', 10, 300),
      ...variant('idle', 10, 140),
    ]);
    expect(slower.outcome).toBe('unavailable');
  });

  it('holds a thread to what the window waits without work', () => {
    const idle = variant('idle', 5, 98);
    expect(responsive([...blocked, ...variant('thread', 5, 104), ...idle]).outcome).toBe('holds');
    expect(responsive([...blocked, ...variant('thread', 5, 300), ...idle]).outcome).toBe('fails');
    const quiet = variant('idle', 5, 20);
    expect(responsive([...blocked, ...variant('thread', 5, 20), ...quiet]).outcome).toBe('holds');
  });

  it('depends where a thread and no work overlap', () => {
    const spread = (name: string, values: readonly number[]) =>
      makeFigure(
        'worst-frame',
        name,
        values.map((value) => value * ms),
        { unit: 'ns' },
      );
    const found = responsive([
      ...blocked,
      spread('thread', [60, 130, 150]),
      spread('idle', [20, 80, 140]),
    ]);
    expect(found.outcome).toBe('depends');
    expect(findingText(found)).toContain('on a thread 130 ms (60 ms to 150 ms)');
    expect(findingText(found)).toContain('Whether the thread adds to that is not decided');
  });

  it('says why a page can wait for longer than the work takes', () => {
    const long = [
      ...variant('page', 5, 748),
      ...variant('main', 300, 20),
      ...variant('thread', 5, 20),
    ];
    expect(findingText(responsive(long))).toContain(
      'The work takes 300 ms. Chromium gives a page that kept it waiting fewer frames',
    );
    const plain = [
      ...variant('page', 5, 320),
      ...variant('main', 300, 20),
      ...variant('thread', 5, 20),
    ];
    expect(findingText(responsive(plain))).not.toContain('Chromium');
  });

  it('tells the share of frames that were not drawn', () => {
    const rate = (name: string, perSecond: number | readonly number[]) =>
      makeFigure('frames', name, perSecond, { unit: 'frames/s' });
    const frames = [rate('page', 15), rate('main', 30), rate('thread', 61), rate('process', 57)];
    const shown = [...blocked, ...variant('thread', 5, 20), ...frames];
    expect(findingText(responsive([...shown, rate('idle', [59, 60, 61])]))).toContain(
      "at the rate without work (60 frames/s (59 frames/s to 61 frames/s)): 75 % on the page's own thread, 50 % on the main process's loop, 0 % on a thread, 5 % in a process.",
    );
    expect(findingText(responsive(shown))).not.toContain('were not drawn');
  });

  it('is unavailable without a window', () => {
    expect(responsive([]).outcome).toBe('unavailable');
    expect(responsive(variant('thread', 5, 20)).outcome).toBe('unavailable');
  });
});
