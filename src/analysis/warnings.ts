// What limits the figures of a run: one warning each, from what the run and the machine tell.
import type { Scaling, Warning } from '@shared/findings';
import type { CellReport } from '@shared/report';
import type { RunRecords } from './analyse';
import { listCaveats } from './caveats';

/** A run's records with its cells summarised. */
export interface RunFacts extends Omit<RunRecords, 'cells'> {
  readonly cells: readonly CellReport[];
  readonly scaling: readonly Scaling[];
}

/** Every warning the run deserves, the gravest first. */
export function listWarnings({ cells, experiment, machine }: RunFacts): Warning[] {
  return listCaveats(cells, experiment, machine).map((text) => ({
    kind: 'earlier',
    text,
    advice: '',
    cells: [],
    trials: [],
  }));
}
