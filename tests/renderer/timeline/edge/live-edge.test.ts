import { describe, expect, it } from 'vitest';
import type { TimelineBuffer } from '@renderer/model/timeline-buffer';
import { cutScene } from '@renderer/timeline/edge/cut';
import { extentOf } from '@renderer/timeline/scene/extent';
import { LiveEdge } from '@renderer/timeline/edge/live-edge';
import { buildScene, type Scene } from '@renderer/timeline/scene/scene';
import { bufferOf, ms, samples, spans, trialOf, workers } from '../../helpers/events';

const trial = trialOf.processes;

/** A picture 1 px a millisecond, from 0 to 400 ms: a moment lies at 136 px and as many as it has milliseconds. */
function sceneOf(buffer: TimelineBuffer, toNs = 400 * ms): Scene {
  const track = buffer.trial(trial)!;
  return buildScene({
    buffer,
    track,
    extent: extentOf(track, buffer.nowNs, undefined),
    window: { fromNs: 0, toNs },
    width: 136 + 400 + 12,
    height: 700,
    scrollTop: 0,
  });
}

function grown() {
  const buffer = bufferOf(
    { type: 'trial-begin', trial, atNs: 0 },
    workers(trial, [70, 80]),
    spans(trial, [[10, 0, 100, 160]]),
    samples(trial, { cores: [[200, 1, 0.5]], workers: [[200, 0, 20, 0, 4]] }),
  );
  const edge = new LiveEdge();
  buffer.onTouch((fromNs) => edge.freshen(fromNs));
  buffer.touch();
  edge.next(sceneOf(buffer), trial, 0);
  const add = (...events: Parameters<TimelineBuffer['apply']>[0][]): void => {
    for (const event of events) buffer.apply(event);
    buffer.touch();
  };
  return { buffer, edge, add };
}

describe('LiveEdge', () => {
  it('draws everything first, then from the earliest of what is new to the clock', () => {
    const { buffer, edge, add } = grown();
    add(
      spans(trial, [[11, 1, 110, 230]]),
      samples(trial, { cores: [[240, 1, 0.5]], workers: [[240, 0, 20, 0, 4]] }),
    );
    const strip = edge.next(sceneOf(buffer), trial, 50);
    expect(strip).toEqual({ x0: 136 + 110 - 2, x1: 136 + 240 + 64 });
  });

  it('reaches back to where the badge of the clock stood', () => {
    const { buffer, edge, add } = grown();
    add(samples(trial, { cores: [[210, 1, 0.5]], workers: [[210, 0, 10, 0, 4]] }));
    expect(edge.next(sceneOf(buffer), trial, 50)?.x0).toBe(136 + 200 - 64);
  });

  it('draws everything where more than time has changed', () => {
    const { buffer, edge } = grown();
    expect(edge.next(sceneOf(buffer), trial, 50)).toBeDefined();
    expect(edge.next(sceneOf(buffer, 800 * ms), trial, 60)).toBeUndefined();
    expect(edge.next({ ...sceneOf(buffer, 800 * ms), hoverX: 200 }, trial, 70)).toBeUndefined();
    expect(edge.next(sceneOf(buffer, 800 * ms), trial + 1, 80)).toBeUndefined();
    edge.forget();
    expect(edge.next(sceneOf(buffer, 800 * ms), trial + 1, 90)).toBeUndefined();
  });

  it('draws everything once in a while, and whatever is over', () => {
    const { buffer, edge, add } = grown();
    expect(edge.next(sceneOf(buffer), trial, 1990)).toBeDefined();
    expect(edge.next(sceneOf(buffer), trial, 2010)).toBeUndefined();
    expect(edge.next(sceneOf(buffer), trial, 2020)).toBeDefined();
    const end = { trial, status: 'ok', endNs: 300 * ms, coldNs: 1, warmNs: 1 } as const;
    add({ type: 'trial-end', end });
    expect(edge.next(sceneOf(buffer), trial, 2030)).toBeUndefined();
    expect(edge.next(sceneOf(buffer), trial, 2040)).toBeUndefined();
  });
});

describe('cutScene', () => {
  it('keeps what touches the strip, and nothing else of the lanes', () => {
    const { buffer, add } = grown();
    add(
      spans(trial, [
        [11, 0, 160, 230],
        [12, 0, 230, 260],
      ]),
      samples(trial, {
        cores: [
          [220, 1, 0.5],
          [240, 1, 0.5],
          [260, 1, 0.5],
        ],
        workers: [
          [240, 0, 20, 0, 4],
          [260, 0, 20, 0, 4],
        ],
      }),
    );
    const scene = sceneOf(buffer);
    const cut = cutScene(scene, { x0: 136 + 245, x1: 136 + 300 });
    const [lane] = cut.groups[0]!.lanes;
    expect(lane!.bars.map(({ task }) => task)).toEqual([12]);
    expect(lane!.states.map(({ x1 }) => x1)).toEqual([136 + 260]);
    expect(cut.cores[0]!.stretches.at(-1)?.steps.map(({ x1 }) => x1)).toEqual([136 + 260]);
    expect(cut.cores[0]!.stretches.at(-1)?.x0).toBe(scene.cores[0]!.stretches.at(-1)?.x0);
  });
});
