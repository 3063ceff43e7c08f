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

  it('chooses the slowest task', () => {
    const made = picture();
    made.build(width, 700);
    made.slowest();
    expect(made.chosen).toEqual({ worker: 1, index: 0 });
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
