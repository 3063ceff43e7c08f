// The code of one worker thread: load the workload, wait for go, run tasks, wait to be let go.
import { parentPort, workerData } from 'node:worker_threads';
import { nowNs } from '@engine/clock';
import { Chores } from '@engine/host/chores';
import { rehearseLoop } from '@engine/host/rehearse-loop';
import { noChore, runTasks } from '@engine/host/task-loop';
import { TaskTable } from '@engine/host/task-table';
import type { FromThread, ThreadSetup } from '@engine/host/thread-group';
import { ownThreadId } from '@engine/host/thread-id';
import { paces } from '@shared/sampling';
import { loadWorkload } from './workloads';

async function main(): Promise<void> {
  const beganNs = nowNs();
  const setup = workerData as ThreadSetup;
  const port = parentPort;
  if (port === null) throw new Error('this file runs as a worker thread of Corelane only');
  const say = (message: FromThread): void => port.postMessage(message);
  const tid = ownThreadId();
  const runner = await loadWorkload(setup.workload, setup.seed, setup.surroundings);
  await rehearseLoop(setup);
  const table = new TaskTable(setup.table);
  const chore = setup.telemetry
    ? new Chores(table, setup.worker, paces[setup.pace].drainMs)
    : noChore;
  say({
    type: 'ready',
    beganNs: Number(beganNs - setup.table.originNs),
    ...(tid === undefined ? {} : { tid }),
  });

  table.awaitGo();
  await runTasks({
    table,
    runner,
    schedule: setup.schedule,
    worker: setup.worker,
    workers: setup.workers,
    concurrency: 1,
    chore,
    onPart: (published) => say({ type: 'part', published }),
    waitForMore: (known) => {
      say({ type: 'hungry' });
      table.waitForMore(known);
    },
  });
  const closing = runner.close !== undefined;
  say({ type: 'done', closing });
  if (setup.telemetry) chore.run(nowNs());
  await runner.close?.();
  if (closing) say({ type: 'closed' });
  table.awaitLeave();
}

// A rejection here reaches the host as the thread's error event.
void main();
