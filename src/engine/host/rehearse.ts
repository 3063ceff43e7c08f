// Runs the instrument's own code once before it counts: a JavaScript engine compiles a function
// when it is first called, and that time belongs to the instrument, not to a task. No code of a
// workload is run. It happens before the decision for a program, in the ready phase for spawned
// workers, and takes what their first tasks would otherwise pay: some tenths of a millisecond.
import type { Schedule } from '@shared/experiment';
import type { HostSetup } from '@shared/messages';
import { nowNs, type RunClock } from '../clock';
import { HostSession } from './session';
import { recordHeap, runTasks, type TaskRunner } from './task-loop';
import { TaskTable } from './task-table';

const rehearsedTasks = 2;

const nothing: TaskRunner = { run: (task) => task };

/** A host's whole part, from its setup to its results, with tasks that do nothing. */
export async function rehearseHost(setup: HostSetup): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const session = new HostSession({
      send: (message) => {
        if (message.type === 'ready') {
          session.receive(
            setup.role === 'program'
              ? { type: 'decide' }
              : { type: 'go', range: { from: 0, count: rehearsedTasks, last: true } },
          );
        } else if (message.type === 'finished') {
          session.receive({ type: 'drain' });
        } else if (message.type === 'spans' && message.last) {
          resolve();
        } else if (message.type === 'fault') {
          reject(new Error(message.message));
        }
      },
      beganNs: nowNs(),
      threadEntry: '',
      loadWorkload: () => Promise.resolve(nothing),
      leave: () => undefined,
    });
    session.receive({ ...setup, tasks: rehearsedTasks, threads: 0 });
  });
}

/** A thread's part: the loop alone. */
export async function rehearseThread(clock: RunClock, schedule: Schedule): Promise<void> {
  const table = TaskTable.create(rehearsedTasks, 1);
  table.publish(0, rehearsedTasks, true);
  recordHeap(table, 0, clock.now());
  await runTasks({
    table,
    clock,
    runner: nothing,
    schedule,
    worker: 0,
    workers: 1,
    concurrency: 1,
    waitForMore: () => undefined,
  });
}
