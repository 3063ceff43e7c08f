// What limits a cell: the largest of the losses that its phases and samples show.
import type { Bottleneck } from '@shared/report/bottleneck';
import { listLosses, unknownTaskNs, type LossFacts } from './losses';

/** A loss of less than this share of the cold time limits nothing. */
const minShare = 0.1;

/**
 * The bottleneck of a cell: the loss that takes most of the median trial's cold time, from a tenth
 * of it on, and `none` where tasks on a core dominate. Absent where the samples do not tell what the
 * workers did in their tasks, and that may hide a larger loss than any that is known.
 */
export function nameBottleneck(facts: LossFacts): Bottleneck | undefined {
  const { phases } = facts;
  const coldNs = phases.spawnNs + phases.readyNs + phases.runNs + phases.collectNs + phases.joinNs;
  if (!(coldNs > 0)) return undefined;
  const losses = listLosses(facts);
  const minNs = minShare * coldNs;
  const worst = losses[0];
  if (unknownTaskNs(facts) >= Math.max(minNs, worst?.ns ?? 0)) return undefined;
  if (worst !== undefined && worst.ns >= minNs) {
    const share = Math.min(1, worst.ns / coldNs);
    return { kind: worst.kind, share, fact: { ...worst, coldNs } };
  }
  const lostNs = losses.reduce((sum, { ns }) => sum + ns, 0);
  return { kind: 'none', fact: { kind: 'none', ns: Math.max(0, coldNs - lostNs), coldNs } };
}
