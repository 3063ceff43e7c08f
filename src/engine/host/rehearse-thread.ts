// A worker thread's rehearsal: its loop, once, with tasks that do nothing (see rehearse-host.ts). Apart
// from the host's, so that a thread loads only what it runs.
import { nowNs } from '../clock';
import { Chores } from './chores';
import { noChore, runTasks, type TaskRunner } from './task-loop';
import { TaskTable } from './task-table';
import type { ThreadSetup } from './thread-group';

/** Few: more would only make workers start later. */
export const rehearsedTasks = 2;

export const nothing: TaskRunner = { run: (task) => task };

/** Runs the loop on a table of its own. */
export async function rehearseThread({ schedule, telemetry }: ThreadSetup): Promise<void> {
  const table = TaskTable.create(rehearsedTasks, 1, nowNs());
  table.publish(0, rehearsedTasks, true);
  await runTasks({
    table,
    runner: nothing,
    schedule,
    worker: 0,
    workers: 1,
    concurrency: 1,
    waitForMore: () => undefined,
    onPart: () => undefined,
    chore: telemetry ? new Chores(table, 0) : noChore,
  });
}
