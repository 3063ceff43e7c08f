// Cuts a scene down to some columns: what lies outside them is not drawn at all.
import type { CoreStretch } from '../scene/core-lane';
import type { Columns, Scene, WorkerLaneScene } from '../scene/scene';

const touches =
  ({ x0, x1 }: Columns) =>
  (item: Columns): boolean =>
    item.x1 >= x0 && item.x0 <= x1;

function cutStretch(stretch: CoreStretch, touching: (item: Columns) => boolean): CoreStretch {
  return { ...stretch, steps: stretch.steps.filter(touching) };
}

/** A mark of a move is so wide to each side, in px. */
const moveReach = 3;

function cutLane(lane: WorkerLaneScene, touching: (item: Columns) => boolean): WorkerLaneScene {
  return {
    ...lane,
    bars: lane.bars.filter(touching),
    states: lane.states.filter(touching),
    moves: lane.moves.filter(({ x }) => touching({ x0: x - moveReach, x1: x + moveReach })),
  };
}

/**
 * The scene with what touches the strip. What is drawn by more than its own columns stays whole: a stretch's label, the
 * tallest step of tasks in flight, the first and last reading of the memory.
 */
export function cutScene(scene: Scene, strip: Columns): Scene {
  const touching = touches(strip);
  return {
    ...scene,
    strip,
    cores: scene.cores.map((lane) => ({
      ...lane,
      stretches: lane.stretches.filter(touching).map((stretch) => cutStretch(stretch, touching)),
      cells: lane.cells?.filter(touching),
    })),
    coreStrip: scene.coreStrip && {
      ...scene.coreStrip,
      cells: scene.coreStrip.cells.filter(touching),
    },
    groups: scene.groups.map((group) => ({
      ...group,
      lanes: group.lanes.map((lane) => cutLane(lane, touching)),
      fold: group.fold && { ...group.fold, steps: group.fold.steps.filter(touching) },
    })),
    loop: { ...scene.loop, bars: scene.loop.bars.filter(touching) },
  };
}
