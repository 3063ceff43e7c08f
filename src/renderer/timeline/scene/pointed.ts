// What lies under the pointer, with its facts: a move between cores, a core's cell of the heat strip, or a task.
import { message } from '@present/messages/message';
import { formatDuration, formatShare } from '@present/locale/format';
import type { TrialTrack } from '../../model/tracks';
import { heatAt, moveAt, type HeatHit, type MoveHit } from './hit';
import type { Scene } from './scene';
import { spanFacts, type SpanFacts } from './span-facts';
import { nsAt } from './time-scale';

/** A title and rows of names and values. */
export interface LaneFacts {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, value: string])[];
}

export type Pointed =
  | { readonly kind: 'task'; readonly facts: SpanFacts }
  | { readonly kind: 'lane'; readonly facts: LaneFacts };

function heatFacts({ kernelId, cell }: HeatHit, scene: Scene): LaneFacts {
  const at = nsAt(scene.scale, cell.x0) - scene.zeroNs;
  const share = formatShare(cell.share);
  return {
    title: message('heat-title', { core: String(kernelId) }),
    rows: [
      [message('heat-busy'), message('heat-share', { share, time: formatDuration(cell.ns) })],
      [message('heat-worker'), scene.looks[cell.by]?.name ?? message('heat-others')],
      [message('span-began'), formatDuration(at)],
    ],
  };
}

function moveFacts({ worker, move }: MoveHit, scene: Scene): LaneFacts {
  return {
    title: message('move-title', { count: move.count }),
    rows: [
      [message('span-worker'), scene.looks[worker]?.name ?? ''],
      [message('span-cores'), `${move.from} → ${move.to}`],
      [message('move-seen'), formatDuration(move.atNs - scene.zeroNs)],
    ],
  };
}

/** What lies under the pointer of a scene; undefined where nothing does. */
export function pointedAt(
  track: TrialTrack,
  scene: Scene,
  { x, y }: { readonly x: number; readonly y: number },
): Pointed | undefined {
  const move = moveAt(scene, x, y);
  if (move !== undefined) return { kind: 'lane', facts: moveFacts(move, scene) };
  const heat = heatAt(scene, x, y);
  if (heat !== undefined) return { kind: 'lane', facts: heatFacts(heat, scene) };
  // What keys have chosen has its words in the live region.
  if (scene.marked === undefined || scene.hoverX === undefined) return undefined;
  const facts = spanFacts(track, scene.marked);
  return facts && { kind: 'task', facts };
}
