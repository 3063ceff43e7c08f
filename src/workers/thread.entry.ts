// The code of one worker thread: load the workload, wait for go, run tasks, wait to be let go.
import { parentPort, workerData } from 'node:worker_threads';
import { createRunClock } from '@engine/clock';
import { rehearseThread } from '@engine/host/rehearse';
import { runTasks, recordHeap } from '@engine/host/task-loop';
import { TaskTable } from '@engine/host/task-table';
import type { FromThread, ThreadSetup } from '@engine/host/thread-group';
import { ownThreadId } from '@engine/host/thread-id';
import { loadWorkload } from './workloads';

async function main(): Promise<void> {
  const setup = workerData as ThreadSetup;
  const clock = createRunClock(setup.originNs);
  const beganNs = clock.now();
  const port = parentPort;
  if (port === null) throw new Error('this file runs as a worker thread of Corelane only');
  const say = (message: FromThread): void => port.postMessage(message);
  const tid = ownThreadId();
  const runner = await loadWorkload(setup.workload, setup.seed, setup.surroundings);
  await rehearseThread(clock, setup.schedule);
  const table = new TaskTable(setup.table);
  recordHeap(table, setup.worker, clock.now());
  say({ type: 'ready', beganNs, ...(tid === undefined ? {} : { tid }) });

  table.awaitGo();
  await runTasks({
    table,
    clock,
    runner,
    schedule: setup.schedule,
    worker: setup.worker,
    workers: setup.workers,
    concurrency: 1,
    waitForMore: (known) => {
      say({ type: 'hungry' });
      table.waitForMore(known);
    },
  });
  say({ type: 'done' });
  recordHeap(table, setup.worker, clock.now());
  await runner.close?.();
  table.awaitLeave();
}

// A rejection here reaches the host as the thread's error event.
void main();
