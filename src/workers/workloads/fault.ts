// Fault: misbehaves at one task on purpose; every other task computes a little.
import { saidError } from '@engine/host/base/said-error';
import { isMainThread, threadId } from 'node:worker_threads';
import { compute } from './compute';
import { param, type LoadedWorkload, type WorkloadContext } from './context';
import { pause } from './pause';
import { taskState } from './random';

const iterations = 10_000;
const leakBytes = 8 * 1024 * 1024;
const leakEveryMs = 20;

function hang(): never {
  let state = taskState(0, 0);
  for (;;) state = compute(iterations, state);
}

/** Ends the whole process by SIGABRT. A thread may not call `process.abort`, but may send the signal. */
function abort(): never {
  if (isMainThread) process.abort();
  process.kill(process.pid, 'SIGABRT');
  return hang();
}

/** Holds ever more memory, every page of it written, until somebody ends the worker. */
async function leak(): Promise<never> {
  const held: Buffer[] = [];
  for (;;) {
    held.push(Buffer.alloc(leakBytes, 1));
    await pause(leakEveryMs);
  }
}

/** Never the right checksum, and another one in every process and thread. */
function wrong(right: number): number {
  return right + 1 + process.pid * 1024 + (threadId % 1024);
}

function misbehave(mode: number, task: number, right: number): number | Promise<number> {
  switch (mode) {
    case 0:
      throw saidError('on-purpose', { task });
    case 1:
      return process.exit(3);
    case 2:
      return abort();
    case 3:
      return hang();
    case 4:
      return leak();
    case 5:
      return wrong(right);
    default:
      throw new Error(`there is no fault ${mode}`);
  }
}

export function create(context: WorkloadContext): LoadedWorkload {
  const mode = param(context, 'mode');
  const atTask = param(context, 'atTask');
  return {
    run: (task) => {
      const right = compute(iterations, taskState(context.seed, 0));
      return task === atTask ? misbehave(mode, task, right) : right;
    },
  };
}
