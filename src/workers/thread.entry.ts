// The code of one worker thread: load the workload, wait for go, run tasks, wait to be let go.
import { parentPort, receiveMessageOnPort } from 'node:worker_threads';
import { nowNs } from '@engine/clock';
import { PeriodicTelemetry } from '@engine/host/periodic-telemetry';
import { SaidError } from '@engine/host/base/said-error';
import { warmUpLoop } from '@engine/host/warm-up-loop';
import { nothingBetween, runTasks } from '@engine/host/task-loop';
import { TaskTable } from '@engine/host/task-table';
import type { FromThread, ThreadSetup, ThreadStart } from '@engine/host/thread-group';
import { ownThreadId } from '@engine/host/thread-id';
import { defined } from '@shared/base/defined';
import { isModule } from '@shared/experiment/own-code';
import { paces } from '@shared/experiment/sampling';
import type { OwnThread } from './own-thread';
import { loadWorkload } from './workloads';

/** Said by own code's thread only, and loaded there only. */
const loadOwnThread = () => import('./own-thread');

/** Posted right after the thread was made, so it lies there already; own code finds nothing of it. */
function takeStart(): ThreadStart | Promise<ThreadStart> {
  const port = parentPort;
  if (port === null) throw new Error('this file runs as a worker thread of Corelane only');
  const received = receiveMessageOnPort(port) as { readonly message: ThreadStart } | undefined;
  return received?.message ?? new Promise((resolve) => void port.once('message', resolve));
}

async function main(): Promise<void> {
  const beganNs = nowNs();
  const { setup, port } = await takeStart();
  const post = port.postMessage.bind(port);
  const say = (message: FromThread): void => post(message);
  const own = isModule(setup.workload)
    ? (await loadOwnThread()).beginOwnThread(setup.shared, say)
    : undefined;
  try {
    await work(setup, beganNs, say, own);
  } catch (error) {
    if (own !== undefined) return own.fail(error);
    // Thrown, it would come to the host without its reason.
    const reason = SaidError.reasonOf(error);
    if (reason !== undefined) {
      const stack = error instanceof Error ? error.stack : undefined;
      say({ type: 'fault', kind: 'threw', message: '', reason, ...defined({ stack }) });
    }
    throw error;
  }
}

async function work(
  setup: ThreadSetup,
  beganNs: bigint,
  say: (message: FromThread) => void,
  own: Pick<OwnThread, 'rest' | 'letGo'> | undefined,
): Promise<void> {
  const tid = ownThreadId();
  const runner = await loadWorkload(setup.workload, setup.seed, setup.inputs);
  await warmUpLoop(setup);
  const table = new TaskTable(setup.table);
  const betweenTasks = setup.telemetry
    ? new PeriodicTelemetry(table, setup.worker, paces[setup.pace].drainMs)
    : nothingBetween;
  say({
    type: 'ready',
    beganNs: Number(beganNs - setup.table.originNs),
    closes: runner.close !== undefined,
    ...defined({ tid }),
  });

  table.awaitGo();
  await runTasks({
    table,
    runner,
    schedule: setup.schedule,
    worker: setup.worker,
    workers: setup.workers,
    concurrency: 1,
    betweenTasks,
    onPart: (published) => say({ type: 'part', published }),
    waitForMore: (known) => {
      say({ type: 'starved' });
      table.waitForMore(known);
    },
  });
  const close = runner.close?.bind(runner);
  const closing = close !== undefined || own !== undefined;
  say({ type: 'done', closing });
  if (setup.telemetry) betweenTasks.run(nowNs());
  await own?.rest();
  // What a teardown does must not cost the results of the other threads, nor their time.
  if (closing) table.awaitLetGo();
  if (own === undefined) {
    await close?.();
    if (closing) say({ type: 'closed', notes: [], printedBytes: 0 });
    return table.awaitLeave();
  }
  const leave = await own.letGo(close);
  table.awaitLeave();
  leave();
}

// A rejection here reaches the host as the thread's error event.
void main();
