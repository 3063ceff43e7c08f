// Names workers and hosts, and gives them their looks: process by tint, thread within it by texture.
import { message } from '@present/messages/message';
import { describeWorkers, labelStrategy } from '@present/names/cells';
import type { Cell } from '@shared/experiment/cells';
import type { WorkerIdentity } from '@shared/wire/messages';
import { isPaired, type StrategyKind } from '@shared/experiment/strategies';

/** Drawn at the foot of a bar: threads of one process differ by it. */
export type Texture = 'none' | 'solid' | 'dashed';

export interface WorkerLook {
  readonly name: string;
  readonly strategy: StrategyKind;
  /** Index of its tint among its strategy's. */
  readonly tint: number;
  readonly texture: Texture;
}

const textures = ['none', 'solid', 'dashed'] as const;

/** Returns how a worker is drawn; before its identity is known, by its index alone. */
export function workerLook(
  cell: Cell,
  worker: number,
  identity: WorkerIdentity | undefined,
): WorkerLook {
  const { strategy, topology } = cell;
  const host = identity?.host ?? Math.floor(worker / topology.threads);
  const thread = identity?.thread ?? worker % topology.threads;
  if (isPaired(strategy)) {
    const texture = textures[thread % textures.length] ?? 'none';
    return { name: `${host + 1}·${thread + 1}`, strategy, tint: host, texture };
  }
  return { name: String(worker + 1), strategy, tint: worker, texture: 'none' };
}

/** `host 2`, or `app` where the app's own process does the work. */
export function hostName(cell: Cell, host: number): string {
  return cell.placement === 'main'
    ? message('host-app')
    : message('host-name', { number: host + 1 });
}

/** `threads 4`, `hybrid 4×2`, `threads 4 in the app`, `py 3.12 threads 4`. */
export function cellName(cell: Cell): string {
  const name = `${labelStrategy(cell)} ${describeWorkers(cell.strategy, cell.topology)}`;
  return cell.placement === 'main' ? message('cell-in-app', { cell: name }) : name;
}
