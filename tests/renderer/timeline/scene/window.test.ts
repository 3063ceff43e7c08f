import { describe, expect, it } from 'vitest';
import { BusyBins } from '@renderer/model/busy-bins';
import { niceStep, timeTicks, valueTicks } from '@present/scales/axis';
import { extentOf } from '@renderer/timeline/scene/extent';
import { layoutTimeline, type Layout, type LayoutRequest } from '@renderer/timeline/scene/layout';
import { dragView, gripAt, overview } from '@renderer/timeline/scene/overview';
import {
  followSpanNs,
  freeze,
  niceAbove,
  pan,
  revealSpan,
  visibleWindow,
  wholeTrial,
  zoom,
  type Extent,
} from '@renderer/timeline/scene/viewport';
import { ms } from '../../helpers/events';

const live: Extent = { beginNs: 0, nowNs: 500 * ms, live: true };
const over: Extent = { beginNs: 0, nowNs: 1000 * ms, live: false };

describe('the viewport', () => {
  it('follows by pages that fill and then turn, with a fifth of the page before in view', () => {
    const at = (nowMs: number) =>
      visibleWindow({ kind: 'follow' }, { ...live, nowNs: nowMs * ms }, 1000 * ms);
    expect(at(500)).toEqual({ fromNs: 0, toNs: 1000 * ms });
    expect([900, 944, 950, 1700, 1744, 1750].map((now) => at(now).fromNs / ms)).toEqual([
      0, 0, 800, 800, 800, 1600,
    ]);
  });

  it('shows a whole trial: to its end, to where it may end, or a round length ahead', () => {
    expect(wholeTrial(over).toNs).toBeCloseTo(1020 * ms);
    expect(wholeTrial({ ...live, expectedEndNs: 800 * ms }).toNs).toBeCloseTo(832 * ms);
    expect(wholeTrial({ ...live, nowNs: 900 * ms, expectedEndNs: 800 * ms }).toNs).toBe(1000 * ms);
    expect(wholeTrial(live).toNs).toBe(500 * ms);
  });

  it('takes a window in which one sample can be seen, shorter for a short trial', () => {
    expect(followSpanNs(850, 20 * ms, live)).toBe(1000 * ms);
    expect(followSpanNs(850, 20 * ms, { ...live, expectedEndNs: 94.5 * ms })).toBeCloseTo(100 * ms);
  });

  it('zooms around the pointer', () => {
    const shown = { fromNs: 0, toNs: 1000 * ms };
    const zoomed = zoom({ kind: 'all' }, shown, over, 0.25, 0.5);
    expect(zoomed).toEqual({ kind: 'fixed', fromNs: 125 * ms, toNs: 625 * ms });
  });

  it('goes on following while it zooms', () => {
    const shown = { fromNs: 0, toNs: 400 * ms };
    expect(zoom({ kind: 'follow' }, shown, over, 0.5, 0.5)).toEqual({
      kind: 'follow',
      spanNs: 200 * ms,
    });
  });

  it('keeps a part of the trial in view, however far it is moved', () => {
    const far = pan({ fromNs: 0, toNs: 100 * ms }, over, 1000);
    expect(far.kind === 'fixed' && far.fromNs).toBeLessThan(1000 * ms);
    const early = pan({ fromNs: 0, toNs: 100 * ms }, over, -1000);
    expect(early.kind === 'fixed' && early.toNs).toBeGreaterThan(0);
  });

  it('moves no further than it must to reveal a stretch', () => {
    const shown = { fromNs: 100 * ms, toNs: 200 * ms };
    expect(revealSpan(shown, over, 190 * ms, 230 * ms)).toEqual({
      kind: 'fixed',
      fromNs: 130 * ms,
      toNs: 230 * ms,
    });
    expect(revealSpan(shown, over, 50 * ms, 60 * ms)).toMatchObject({ fromNs: 50 * ms });
  });

  it('freezes what is shown', () => {
    expect(freeze({ fromNs: 1, toNs: 2 })).toEqual({ kind: 'fixed', fromNs: 1, toNs: 2 });
  });

  it('knows an extent live by its expectation and over by its end', () => {
    const track = { beginNs: 10, end: undefined };
    expect(extentOf(track, 5, 100)).toEqual({
      beginNs: 10,
      nowNs: 10,
      live: true,
      expectedEndNs: 110,
    });
    const end = { trial: 0, status: 'ok', endNs: 80 } as const;
    expect(extentOf({ beginNs: 10, end }, 500, 100)).toEqual({
      beginNs: 10,
      nowNs: 80,
      live: false,
    });
    const decided = extentOf({ beginNs: 10, end: { ...end, startNs: 30 } }, 500, 100);
    expect(decided).toMatchObject({ beginNs: 10, decidedNs: 30 });
    expect(wholeTrial({ ...decided, nowNs: 80e6 }).fromNs).toBe(30);
    expect(wholeTrial({ ...decided, nowNs: 80e6, live: true }).fromNs).toBe(10);
  });
});

describe('the axis', () => {
  it('steps by 1, 2 or 5', () => {
    expect([niceStep(10, 5), niceStep(11, 5), niceStep(30, 5), niceStep(0.9, 10)]).toEqual([
      2, 5, 10, 0.1,
    ]);
    expect([niceAbove(1.2), niceAbove(5), niceAbove(700)]).toEqual([2, 5, 1000]);
  });

  it('counts from the zero it is given, in one unit, with the digits the step needs', () => {
    const { ticks, unit } = timeTicks(0, 1000 * ms, 100 * ms, 6);
    expect(unit).toBe('s');
    expect(ticks.map(({ label }) => label)).toEqual(['0.0', '0.2', '0.4', '0.6', '0.8']);
    expect(ticks[0]?.at).toBe(100 * ms);
  });

  it('goes down to microseconds', () => {
    const { ticks, unit } = timeTicks(0, 20_000, 0, 5);
    expect(unit).toBe('µs');
    expect(ticks.map(({ label }) => label)).toEqual(['0', '5', '10', '15', '20']);
  });

  it('scales values up to a round end', () => {
    expect(valueTicks(230, 4)).toEqual([0, 100, 200, 300]);
    expect(valueTicks(0, 4)).toEqual([0]);
  });
});

describe('the layout', () => {
  interface Asked extends Partial<Omit<LayoutRequest, 'cores' | 'groups'>> {
    readonly cores?: number;
    /** Per group, per lane, its rows. */
    readonly groups?: readonly (readonly number[])[];
  }
  const request = ({ cores = 2, groups = [[1], [1]], ...over }: Asked): LayoutRequest => ({
    width: 1000,
    height: 720,
    cores: Array.from({ length: cores }, () => ({})),
    groups: groups.map((rows) => ({ lanes: rows.map((one) => ({ rows: one })) })),
    scrollTop: 0,
    ...over,
  });
  const lanes = (layout: Layout) => layout.groups.flatMap((group) => group.lanes);

  it('fills the height from the overview to the foot of the memory', () => {
    for (const height of [420, 617, 720, 1100]) {
      const { memory, loop, scrolled } = layoutTimeline(request({ height }));
      expect(memory.top + memory.height).toBe(height);
      expect(scrolled.top + scrolled.height).toBe(loop.top);
    }
  });

  it('keeps the lanes of one process together and processes apart', () => {
    const [first, second] = lanes(layoutTimeline(request({ groups: [[1, 1], [1]] }))).slice(0, 2);
    const [, , third] = lanes(layoutTimeline(request({ groups: [[1, 1], [1]] })));
    expect(second!.top).toBe(first!.top + first!.height);
    expect(third!.top).toBe(second!.top + second!.height + 6);
  });

  it('grows lanes where there is room and shrinks memory before lanes', () => {
    const groups = [Array.from({ length: 12 }, () => 1)];
    const large = layoutTimeline(request({ groups, cores: 8, height: 1200 }));
    const small = layoutTimeline(request({ groups, cores: 8, height: 640 }));
    const tight = layoutTimeline(request({ groups, cores: 8, height: 560 }));
    expect(lanes(large)[0]!.height).toBeGreaterThan(23);
    expect([lanes(small)[0]!.height, small.memory.height < 136]).toEqual([23, true]);
    expect(lanes(tight)[0]!.height).toBe(16);
  });

  it('scrolls under fixed heads where nothing fits any more', () => {
    const groups = [Array.from({ length: 60 }, () => 1)];
    const top = layoutTimeline(request({ groups }));
    expect(top.scrolled.contentHeight).toBeGreaterThan(top.scrolled.height);
    const scrolled = layoutTimeline(request({ groups, scrollTop: 200 }));
    expect(scrolled.workerSection.headTop).toBe(scrolled.scrolled.top);
    expect(lanes(scrolled)[0]!.top).toBe(lanes(top)[0]!.top - 200);
    const end = layoutTimeline(request({ groups, scrollTop: 1e6 }));
    const last = lanes(end).at(-1)!;
    expect(last.top + last.height).toBeLessThanOrEqual(end.loop.top);
  });

  it('gives a lane of overlapping tasks more height', () => {
    const one = lanes(layoutTimeline(request({ groups: [[1]] })))[0]!;
    const eight = lanes(layoutTimeline(request({ groups: [[8]] })))[0]!;
    expect(eight.height).toBeGreaterThan(one.height);
  });

  it('leaves the strip out of a lane that is too low for it', () => {
    const strip = lanes(layoutTimeline(request({})))[0]!.strip;
    expect(strip.height).toBeGreaterThanOrEqual(5);
  });
});

describe('the overview', () => {
  const scale = { fromNs: 0, toNs: 1000 * ms, x0: 100, x1: 200 };
  const shown = { fromNs: 200 * ms, toNs: 600 * ms };

  it('says how busy the workers kept the cores they can use', () => {
    const bins = new BusyBins(0);
    bins.add(500 * ms, 500 * ms, 500 * ms);
    const { bars, view } = overview(bins, 0, 2, scale, shown, 500 * ms);
    expect(view).toEqual({ x0: 120, x1: 160 });
    expect(bars.length).toBe(13);
    expect(bars[3]?.share).toBeCloseTo(0.5);
  });

  it('is taken by an edge or as a whole', () => {
    const view = { x0: 120, x1: 160 };
    expect([gripAt(view, 122), gripAt(view, 157), gripAt(view, 140)]).toEqual([
      'from',
      'to',
      'whole',
    ]);
  });

  it('is dragged', () => {
    expect(dragView('to', shown, scale, 180, over)).toEqual({
      kind: 'fixed',
      fromNs: 200 * ms,
      toNs: 800 * ms,
    });
    expect(dragView('whole', shown, scale, 150, over)).toEqual({
      kind: 'fixed',
      fromNs: 300 * ms,
      toNs: 700 * ms,
    });
    expect(dragView('from', shown, scale, 195, over)).toEqual({ kind: 'fixed', ...shown });
  });
});
