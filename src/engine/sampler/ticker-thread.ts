// The ticker in a thread of its own. A thread that sleeps in a wait with a time limit wakes for less
// than half the CPU time that an event loop takes to turn for a timer; at 50 ticks a second that is
// most of what the sampler costs. Messages wake it at once.
import {
  isMainThread,
  parentPort,
  receiveMessageOnPort,
  Worker,
  workerData,
} from 'node:worker_threads';
import { createRunClock } from '../clock';
import { deferred } from '../host/base/deferred';
import { ownThreadId } from '../host/thread-id';
import { openReaders } from './open-readers';
import { Ticker, type DrivenTicker, type FromTicker, type ToTicker } from './ticker';

/** Enough that nothing is left to compile: less than a tenth of a second of CPU time. */
const warmUpPlan = { parts: 4, ticks: 1000, pauseMs: 5 } as const;

interface ThreadSetup {
  readonly originNs: string;
  readonly hz: number;
  readonly quiet: boolean;
  /** One number: how many messages have been posted to the thread. */
  readonly posted: Int32Array;
}

/** What the thread says when it is warmed up. */
const ticking = { type: 'ticking' } as const;

/** Whether this code runs in a ticker's thread. */
export const isTickerThread = !isMainThread;

/**
 * Starts a thread with a ticker.
 * @param entry a file that calls {@link runTicker} where {@link isTickerThread}
 */
export function startTickerThread(
  entry: string,
  options: Omit<ThreadSetup, 'posted'>,
  onMessage: (message: FromTicker) => void,
): DrivenTicker {
  const posted = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const setup: ThreadSetup = { ...options, posted };
  const worker = new Worker(entry, { workerData: setup });
  const ready = deferred<void>();
  let warmingUp = true;
  worker.on('message', (message: FromTicker | typeof ticking) => {
    if (message.type === 'ticking') {
      warmingUp = false;
      ready.resolve();
    } else if (!warmingUp) onMessage(message);
  });
  // Nothing is measured without it: let the process end with the error as its last words.
  worker.on('error', (error) => {
    throw error;
  });
  return {
    send: (message) => {
      worker.postMessage(message);
      Atomics.add(posted, 0, 1);
      Atomics.notify(posted, 0);
    },
    ready: ready.promise,
    ended: new Promise((resolve) => void worker.once('exit', () => resolve())),
  };
}

/** Ticks until asked to end. */
export function runTicker(): void {
  const port = parentPort;
  if (port === null) throw new Error('the ticker runs in a thread only');
  const { originNs, hz, quiet, posted } = workerData as ThreadSetup;
  const clock = createRunClock(originNs);
  const { readers } = openReaders();
  const send = (message: FromTicker): void => {
    const moved =
      message.type === 'batch'
        ? [message.cores.buffer, message.workers.buffer, message.resident.buffer]
        : [];
    port.postMessage(message, moved);
  };
  const ticker = new Ticker({ readers, clock, hz, quiet, send });
  warmUp(ticker);
  port.postMessage(ticking);
  let received = 0;
  for (;;) {
    const inAll = Atomics.load(posted, 0);
    for (; received < inAll; received += 1) {
      const { message } = receiveMessageOnPort(port) as { readonly message: ToTicker };
      if (!ticker.follow(message)) return;
    }
    Atomics.wait(posted, 0, inAll, ticker.wake());
  }
}

function warmUp(ticker: Ticker): void {
  const tid = ownThreadId();
  if (tid === undefined) return;
  const self = { worker: 0, host: 0, thread: 0, pid: process.pid, tid };
  const never = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  for (let part = 0; part < warmUpPlan.parts; part += 1) {
    ticker.warmUp(self, warmUpPlan.ticks);
    // Code is compiled beside the thread; the next part runs what is ready.
    Atomics.wait(never, 0, 0, warmUpPlan.pauseMs);
  }
}
