import { describe, expect, it } from 'vitest';
import { CoreRows } from '@renderer/model/core-rows';
import { showAll, toggleLane, usualView, type LaneView } from '@renderer/model/lane-view';
import { mainCore } from '@renderer/timeline/scene/lanes/lane-order';
import { planLanes } from '@renderer/timeline/scene/lanes/lane-plan';
import { headAt, hiddenLanes, laneHeads, laneName } from '@renderer/timeline/scene/lane-heads';
import { layoutTimeline, type LayoutRequest } from '@renderer/timeline/scene/layout';
import { buildScene } from '@renderer/timeline/scene/scene';
import { extentOf } from '@renderer/timeline/scene/extent';
import { bufferOf, ms, samples, spans, trackOf, trialOf, workers } from '../../helpers/events';

const { hybrid } = trialOf;
const view = (over: Partial<LaneView>): LaneView => ({ ...usualView, ...over });

/** Two processes of two threads each. Worker 3 begins first, worker 2 has the longest task, worker 1 is the busiest. */
const events = [
  workers(hybrid, [70, 70, 80, 80]),
  spans(hybrid, [
    [0, 0, 30, 40],
    [1, 1, 20, 35],
    [2, 2, 25, 90],
    [3, 3, 5, 15],
  ]),
  samples(hybrid, {
    cores: [
      [20, 0.2, 0.9],
      [40, 0.1, 0.8],
    ],
    workers: [
      [40, 0, 5, 0, 4],
      [40, 1, 20, 0, 6],
      [40, 2, 10, 0, 6],
      [40, 3, 1, 0, 4],
    ],
  }),
];
const buffer = bufferOf({ type: 'trial-begin', trial: hybrid, atNs: 0 }, ...events);
const track = buffer.trial(hybrid)!;
const plan = (over: Partial<LaneView> = {}) => planLanes(track, buffer.coreRows, view(over));
const workersOf = (over: Partial<LaneView>): readonly (readonly number[])[] =>
  plan(over).groups.map(({ lanes }) => lanes.map((lane) => lane.track.worker));

describe('a view', () => {
  it('puts a lane into a set and takes it out again', () => {
    const once = toggleLane(usualView, 'pinned', 'core-1');
    expect(once.pinned).toEqual(['core-1']);
    expect(toggleLane(once, 'pinned', 'core-1')).toEqual(usualView);
  });

  it('shows all, and leaves what is pinned', () => {
    const before = view({ hidden: ['core-0', 'memory'], pinned: ['worker-1'] });
    expect(showAll(before)).toEqual(view({ pinned: ['worker-1'] }));
  });
});

describe('the plan', () => {
  it('has each process with its workers, by number', () => {
    expect(workersOf({})).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(plan().groups.map(({ id }) => id)).toEqual(['process-0', 'process-1']);
  });

  it.each([
    ['busy', [1, 2, 0, 3]],
    ['first', [3, 1, 2, 0]],
    ['longest', [2, 1, 0, 3]],
    ['core', [0, 3, 1, 2]],
  ] as const)('sorts by %s, across processes', (order, expected) => {
    expect(workersOf({ order })).toEqual([expected]);
  });

  it('has the cores by number, and the busiest first in the order by busy time', () => {
    expect(plan().cores.map(({ core }) => core)).toEqual([0, 1]);
    expect(plan({ order: 'busy' }).cores.map(({ core }) => core)).toEqual([1, 0]);
  });

  it('leaves out what is hidden: a worker, a process, a core, a lane at the foot', () => {
    expect(workersOf({ hidden: ['worker-1', 'process-1'] })).toEqual([[0]]);
    expect(workersOf({ hidden: ['process-1'], order: 'busy' })).toEqual([[1, 0]]);
    expect(plan({ hidden: ['core-0'] }).cores.map(({ core }) => core)).toEqual([1]);
    expect(plan({ hidden: ['cores', 'memory'] })).toMatchObject({ cores: [], memory: 'hidden' });
  });

  it('has what is pinned first, in the order in which it was pinned', () => {
    const pinned = ['process-1', 'worker-1', 'core-1'] as const;
    const made = plan({ pinned });
    expect(made.groups.map(({ id, pinned: is }) => [id, is])).toEqual([
      ['process-1', true],
      ['worker-1', true],
      ['process-0', false],
    ]);
    expect(made.cores.map(({ core, pinned: is }) => [core, is])).toEqual([
      [1, true],
      [0, false],
    ]);
  });

  it('folds a process, the cores and what is at the foot', () => {
    const made = plan({ collapsed: ['process-1', 'cores', 'loop'] });
    expect(made.groups.map(({ folded }) => folded)).toEqual([false, true]);
    expect(made).toMatchObject({ coreForm: 'strip', loop: 'strip', memory: 'open' });
  });

  it('makes one heat strip of more than 32 cores', () => {
    const form = (count: number) => planLanes(track, new CoreRows(count), usualView).coreForm;
    expect([form(32), form(33), form(256)]).toEqual(['lanes', 'heat', 'heat']);
  });

  it('knows the core a worker ran on most', () => {
    expect(track.workers.map(mainCore)).toEqual([4, 6, 6, 4]);
  });
});

describe('the places of lanes', () => {
  const request = (over: Partial<LayoutRequest>): LayoutRequest => ({
    width: 1000,
    height: 800,
    cores: [{}, {}],
    groups: [{ lanes: [{ rows: 1 }, { rows: 1 }] }, { lanes: [{ rows: 1 }] }],
    scrollTop: 0,
    ...over,
  });

  it('keeps pinned lanes under the axis while the rest scrolls', () => {
    const groups = [
      { lanes: [{ rows: 1 }], pinned: true },
      { lanes: Array.from({ length: 80 }, () => ({ rows: 1 })) },
    ];
    const top = layoutTimeline(request({ groups }));
    const down = layoutTimeline(request({ groups, scrollTop: 300 }));
    expect(top.pinned.top).toBe(top.axis.top + top.axis.height);
    expect(top.scrolled.top).toBe(top.pinned.top + top.pinned.height);
    expect(down.groups[0]).toEqual(top.groups[0]);
    expect(down.groups[1]!.lanes[0]!.top).toBe(top.groups[1]!.lanes[0]!.top - 300);
  });

  it('lets those scroll that have no room among the pinned, and loses none', () => {
    const groups = Array.from({ length: 60 }, () => ({ lanes: [{ rows: 1 }], pinned: true }));
    const layout = layoutTimeline(request({ groups }));
    const places = layout.groups.map(({ pinned }) => pinned);
    expect(places).toHaveLength(60);
    expect(new Set(places)).toEqual(new Set([true, false]));
    expect(layout.scrolled.height).toBeGreaterThan(100);
    const last = layout.groups.filter(({ pinned }) => pinned).at(-1)!.lanes[0]!;
    expect(last.top + last.height).toBeLessThanOrEqual(layout.scrolled.top);
  });

  it('makes one strip of a group that is folded', () => {
    const folded = { lanes: [{ rows: 1 }, { rows: 1 }], folded: true, heap: true };
    const [first, second] = layoutTimeline(
      request({ groups: [folded, { lanes: [{ rows: 1 }] }] }),
    ).groups;
    expect(first).toMatchObject({ lanes: [], strip: { height: 18 }, heap: { height: 0 } });
    expect(second!.lanes[0]!.top).toBe(first!.strip!.top + 18 + 6);
  });

  it('makes a low lane of one that is collapsed', () => {
    const lanes = [{ rows: 8, thin: true }, { rows: 1 }];
    const [thin, usual] = layoutTimeline(request({ groups: [{ lanes }] })).groups[0]!.lanes;
    expect(thin).toMatchObject({ height: 8, strip: { height: 0 } });
    expect(usual!.top).toBe(thin!.top + 8);
  });

  it('gives each of 256 cores a row of at least 1 px, one under another', () => {
    const cores = Array.from({ length: 256 }, () => ({}));
    const layout = layoutTimeline(request({ cores, coreForm: 'heat' }));
    const tops = layout.cores.map((band) => band!.top);
    expect(layout.cores[0]!.height).toBeGreaterThanOrEqual(1);
    expect(tops.at(-1)! - tops[0]!).toBe(255 * layout.cores[0]!.height);
    expect(layout.coreSection.height).toBeLessThan(600);
    const strip = layoutTimeline(request({ cores, coreForm: 'strip' }));
    expect(strip.coreStrip?.height).toBe(18);
    expect(new Set(strip.cores)).toEqual(new Set([undefined]));
  });

  it('gives the room of what is hidden to what is left', () => {
    const all = layoutTimeline(request({}));
    const without = layoutTimeline(request({ loop: 'hidden', memory: 'strip' }));
    expect([without.loop.height, without.memory.height]).toEqual([0, 24]);
    expect(without.scrolled.height).toBeGreaterThan(all.scrolled.height);
    expect(layoutTimeline(request({ cores: [], groups: [] })).scrolled.contentHeight).toBe(0);
  });
});

describe('the heads', () => {
  const sceneOf = (over: Partial<LaneView> = {}) =>
    buildScene({
      ...{ buffer, track, extent: extentOf(track, buffer.nowNs, undefined), scrollTop: 0 },
      ...{ window: { fromNs: 0, toNs: 100 * ms }, width: 800, height: 700, lanes: view(over) },
    });
  const ids = (over: Partial<LaneView> = {}) => laneHeads(sceneOf(over)).map(({ id }) => id);

  it('stand from top to bottom, pinned ones first', () => {
    const rest = ['process-0', 'worker-0', 'worker-1', 'process-1', 'worker-2', 'worker-3'];
    expect(ids()).toEqual(['cores', 'core-0', 'core-1', ...rest, 'loop', 'memory']);
    expect(ids({ pinned: ['worker-3'], hidden: ['cores', 'process-0', 'memory'] })).toEqual([
      'worker-3',
      'process-1',
      'worker-2',
      'loop',
    ]);
    expect(ids({ order: 'busy', hidden: ['cores', 'loop'] })).toEqual([
      ...['workers', 'worker-1', 'worker-2', 'worker-0', 'worker-3', 'memory'],
    ]);
  });

  it('are found at a point: the process at the left, the lane beside it', () => {
    const scene = sceneOf();
    const { band } = scene.groups[1]!.lanes[1]!;
    const y = band.top + 2;
    expect(headAt(scene, 30, y)?.id).toBe('process-1');
    expect(headAt(scene, 120, y)?.id).toBe('worker-3');
    expect(headAt(scene, 500, y)?.id).toBe('worker-3');
    expect(headAt(scene, 30, scene.layout.memory.top + 5)?.id).toBe('memory');
    expect(headAt(scene, 30, 5)).toBeUndefined();
  });

  it('have names, and those the trial lacks have none', () => {
    const naming = { track, cores: buffer.cores };
    const named = (
      ['core-1', 'process-1', 'worker-3', 'core-7', 'worker-9', 'process-5'] as const
    ).map((id) => laneName(id, naming));
    expect(named).toEqual(['core 6', 'host 2', 'worker 2·2', undefined, undefined, undefined]);
    expect(hiddenLanes(view({ hidden: ['worker-9', 'core-0'] }), naming)).toEqual([
      { id: 'core-0', name: 'core 4' },
    ]);
  });

  it('of a trial with one worker are the process and the lane', () => {
    const lone = trackOf(0, workers(0, [70]));
    expect(planLanes(lone, new CoreRows(1), usualView).groups).toHaveLength(1);
  });
});
