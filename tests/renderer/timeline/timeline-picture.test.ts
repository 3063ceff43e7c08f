import { describe, expect, it } from 'vitest';
import { TimelinePicture } from '@renderer/timeline/timeline-picture';
import { bufferOf, ms, samples, spans, trialOf, workers } from '../helpers/events';

const trial = trialOf.processes;

function picture(): TimelinePicture {
  const buffer = bufferOf(
    { type: 'trial-begin', trial, atNs: 0 },
    workers(trial, [70, 80]),
    spans(trial, [
      [0, 0, 100, 200],
      [1, 1, 110, 260],
      [2, 0, 210, 300],
    ]),
    samples(trial, { cores: [[320, 1, 1]], workers: [[320, 0, 20, 0, 4]] }),
  );
  const made = new TimelinePicture(buffer);
  made.show(trial);
  made.viewport = { kind: 'fixed', fromNs: 0, toNs: 400 * ms };
  return made;
}

const width = 136 + 400 + 12;

describe('TimelinePicture', () => {
  it('has no scene before its trial has begun', () => {
    const made = picture();
    made.show(trialOf.hybrid);
    expect(made.build(width, 700)).toBeUndefined();
  });

  it('finds the task under a point', () => {
    const made = picture();
    const { top } = made.build(width, 700)!.groups[0]!.lanes[0]!.band;
    made.pointer = { x: 136 + 150, y: top + 3 };
    expect(made.build(width, 700)).toMatchObject({
      hoverX: 286,
      marked: { worker: 0, index: 0 },
    });
    made.pointer = { x: 136 + 205, y: top + 3 };
    expect(made.build(width, 700)?.marked).toBeUndefined();
    made.pointer = undefined;
    expect(made.build(width, 700)?.hoverX).toBeUndefined();
  });

  it('looks anew at what lies under a resting pointer when the window has moved', () => {
    const made = picture();
    const { top } = made.build(width, 700)!.groups[0]!.lanes[0]!.band;
    made.pointer = { x: 136 + 150, y: top + 3 };
    made.viewport = { kind: 'fixed', fromNs: 100 * ms, toNs: 500 * ms };
    expect(made.build(width, 700)?.marked).toEqual({ worker: 0, index: 1 });
  });

  it('moves by task and lane, and follows with the window', () => {
    const made = picture();
    made.build(width, 700);
    made.step('right');
    expect(made.chosen).toEqual({ worker: 0, index: 0 });
    made.step('right');
    expect(made.chosen).toEqual({ worker: 0, index: 1 });
    made.step('right');
    expect(made.chosen).toEqual({ worker: 0, index: 1 });
    made.step('down');
    expect(made.chosen).toEqual({ worker: 1, index: 0 });
    made.viewport = { kind: 'fixed', fromNs: 0, toNs: 50 * ms };
    made.build(width, 700);
    const moved = made.step('up');
    expect(moved.kind).toBe('fixed');
    expect(moved.kind === 'fixed' && moved.toNs).toBeGreaterThan(100 * ms);
  });

  it('chooses the slowest task, again the next slower, and begins anew after the last', () => {
    const made = picture();
    made.build(width, 700);
    const chosen = [1, 2, 3, 4].map(() => {
      made.slowest();
      return made.chosen;
    });
    const [first, second, third] = [
      { worker: 1, index: 0 },
      { worker: 0, index: 0 },
      { worker: 0, index: 1 },
    ];
    expect(chosen).toEqual([first, second, third, first]);
    made.step('up');
    made.slowest();
    expect(made.chosen).toEqual(first);
  });

  it('chooses the task that is clicked, and none beside it', () => {
    const made = picture();
    const { top } = made.build(width, 700)!.groups[0]!.lanes[0]!.band;
    made.pick(136 + 150, top + 3);
    expect(made.chosen).toEqual({ worker: 0, index: 0 });
    made.pick(136 + 205, top + 3);
    expect(made.chosen).toBeUndefined();
  });

  it('frames the time and the lanes between two points', () => {
    const made = picture();
    const [first, second] = made.build(width, 700)!.groups.flatMap(({ lanes }) => lanes);
    expect(made.isOnLanes(136 + 50, first!.band.top)).toBe(true);
    expect(made.isOnLanes(20, first!.band.top)).toBe(false);
    made.frame({ x: 136 + 250, y: first!.band.top + 4 }, { x: 136 + 50, y: first!.band.top + 2 });
    expect(made.area).toEqual({ fromNs: 50 * ms, toNs: 250 * ms, workers: [0] });
    made.frame({ x: 0, y: first!.band.top }, { x: 9999, y: second!.band.top + 2 });
    expect(made.area).toEqual({ fromNs: 0, toNs: 400 * ms, workers: [0, 1] });
    expect(made.build(width, 700)!.area).toEqual(made.area);
    made.unmark();
    expect(made.build(width, 700)!.area).toBeUndefined();
  });

  it('frames the chosen task by keys, and takes further tasks and lanes in', () => {
    const made = picture();
    made.build(width, 700);
    expect(made.extend('right')).toEqual(made.viewport);
    expect(made.area).toBeUndefined();
    made.step('right');
    made.extend('right');
    expect(made.area).toEqual({ fromNs: 100 * ms, toNs: 300 * ms, workers: [0] });
    made.extend('down');
    expect(made.area).toEqual({ fromNs: 100 * ms, toNs: 300 * ms, workers: [0, 1] });
  });

  it('marks two moments at most, at the pointer or where the chosen task begins', () => {
    const made = picture();
    made.build(width, 700);
    made.mark();
    expect(made.markers).toEqual([]);
    made.step('right');
    made.mark();
    made.pointer = { x: 136 + 250, y: 10 };
    made.mark();
    expect(made.markers).toEqual([100 * ms, 250 * ms]);
    made.mark();
    expect(made.markers).toEqual([250 * ms]);
    made.show(trialOf.hybrid);
    expect(made.markers).toEqual([]);
  });

  it('zooms about the pointer or the middle, and moves by a share of what is shown', () => {
    const made = picture();
    made.viewport = { kind: 'fixed', fromNs: 100 * ms, toNs: 300 * ms };
    made.build(width, 700);
    expect(made.zoomBy(0.5)).toEqual({ kind: 'fixed', fromNs: 150 * ms, toNs: 250 * ms });
    made.pointer = { x: 136, y: 10 };
    expect(made.zoomBy(0.5)).toEqual({ kind: 'fixed', fromNs: 100 * ms, toNs: 200 * ms });
    expect(made.panByShare(0.1)).toEqual({ kind: 'fixed', fromNs: 120 * ms, toNs: 320 * ms });
  });

  it('freezes what was shown, and takes hold of the overview only there', () => {
    const made = picture();
    made.viewport = { kind: 'follow', spanNs: 200 * ms };
    const scene = made.build(width, 700)!;
    expect(made.frozen()).toEqual({
      kind: 'fixed',
      fromNs: scene.scale.fromNs,
      toNs: scene.scale.toNs,
    });
    expect(made.grip(300, 300)).toBeUndefined();
    expect(made.grip(scene.overview.view.x0, 10)).toBe('from');
  });

  it('forgets what was pointed at when another trial is shown', () => {
    const made = picture();
    made.build(width, 700);
    made.step('right');
    made.show(trialOf.threads);
    expect([made.chosen, made.marked, made.scene]).toEqual([undefined, undefined, undefined]);
  });

  it('scrolls no further than there are lanes', () => {
    const made = picture();
    made.build(width, 700);
    made.scrollBy(500);
    expect(made.scrollTop).toBe(0);
    made.build(width, 200);
    expect(made.scrolls).toBe(true);
    made.scrollBy(5000);
    const region = made.scene!.layout.scrolled;
    expect(made.scrollTop).toBe(region.contentHeight - region.height);
  });
});
