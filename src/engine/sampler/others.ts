// Finds which processes outside the run used CPU time between two readings of the process table. Pure.
import type { OtherProcess } from '@shared/report/live';
import { otherRunName } from '@shared/wire/run-mark';
import { tickNs } from '../machine/core-times';
import type { ProcessRow, ProcessRows } from '../machine/process-table';

/** Runs, as their processes show them. */
export interface Runs {
  /** Whether a process is of this run, whoever its parent is now. */
  readonly isOurs: (pid: number) => boolean;
  /** The processes that lead runs. */
  readonly leaders: readonly number[];
}

/**
 * The processes that are no part of the run and used CPU time, most first.
 *
 * A process that began in between counts from its start. One that ended in between is no longer in the
 * table; its time counts with the one that waited for it, less what it had used before. One whose end
 * nobody waited for is not seen.
 * @param leader number of the process that leads the run: it and all its descendants are the run's
 * @param runs what is known of this and of other runs
 */
export function othersBetween(
  before: ProcessRows,
  after: ProcessRows,
  leader: number,
  runs: Runs = { isOurs: () => false, leaders: [] },
): readonly OtherProcess[] {
  const ended = ticksOfEnded(before, after);
  const others = new Map<number, OtherProcess>();
  const add = (pid: number, name: string, cpuNs: number): void => {
    others.set(pid, { pid, name, cpuNs: cpuNs + (others.get(pid)?.cpuNs ?? 0) });
  };
  for (const row of after.values()) {
    const base = sameIn(before, row);
    if (descendsFrom(after, row, leader)) continue;
    if (base !== undefined && descendsFrom(before, base, leader)) continue;
    const own = row.ownTicks - (base?.ownTicks ?? 0);
    const children = row.childrenTicks - (base?.childrenTicks ?? 0) - (ended.get(row.pid) ?? 0);
    const ticks = own + Math.max(0, children);
    if (ticks <= 0 || runs.isOurs(row.pid)) continue;
    const run = runs.leaders.find((one) => one !== leader && descendsFrom(after, row, one));
    if (run === undefined) add(row.pid, row.name, ticks * tickNs);
    else add(run, otherRunName, ticks * tickNs);
  }
  return [...others.values()].sort((one, other) => other.cpuNs - one.cpuNs);
}

/** The same process in another table: a number may have been given anew. */
function sameIn(rows: ProcessRows, { pid, startTicks }: ProcessRow): ProcessRow | undefined {
  const row = rows.get(pid);
  return row?.startTicks === startTicks ? row : undefined;
}

function descendsFrom(rows: ProcessRows, row: ProcessRow, ancestor: number): boolean {
  if (row.pid === ancestor) return true;
  for (const one of ancestorsOf(rows, row)) if (one.pid === ancestor) return true;
  return false;
}

/** From its parent upwards. */
function* ancestorsOf(rows: ProcessRows, row: ProcessRow): Generator<ProcessRow> {
  // Rows are not read at one moment: where a number was given anew in between they might form a ring.
  let left = rows.size;
  let one = rows.get(row.parent);
  while (one !== undefined && left > 0) {
    yield one;
    left -= 1;
    one = rows.get(one.parent);
  }
}

/** Returns what those that have ended had used before, by the nearest ancestor that is still there. */
function ticksOfEnded(before: ProcessRows, after: ProcessRows): ReadonlyMap<number, number> {
  const ticks = new Map<number, number>();
  for (const row of before.values()) {
    if (sameIn(after, row) !== undefined) continue;
    for (const heir of ancestorsOf(before, row)) {
      if (sameIn(after, heir) === undefined) continue;
      ticks.set(heir.pid, (ticks.get(heir.pid) ?? 0) + row.ownTicks + row.childrenTicks);
      break;
    }
  }
  return ticks;
}
