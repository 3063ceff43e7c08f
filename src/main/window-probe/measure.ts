// One look at a window while work runs somewhere: the frames it drew, and how late the loop was.
import type { BrowserWindow } from 'electron';
import { createRunClock, nowNs } from '@engine/clock';
import { LoopDelay } from '@engine/sampler/loop-delay';
import { windowWorkMs } from '@shared/claims/window-probe';
import {
  computeHere,
  computeInProcess,
  computeInThread,
  type OnWorker,
  type WorkPlace,
} from './placements';

/** Watched before and after it. */
const marginMs = 100;

export interface Look {
  /** The longest the main process's loop was late, in ns. */
  readonly loopDelayNs: number;
  /** Frames a second over the time watched. */
  readonly framesPerSecond: number;
  /** The longest time without a new frame, in ns. */
  readonly worstFrameNs: number;
}

/** Watches the window's animation and this process's loop while the work runs there. */
export async function look(
  window: BrowserWindow,
  placement: WorkPlace,
  onWorker: OnWorker,
): Promise<Look> {
  let loopDelayNs = 0;
  const loop = new LoopDelay({
    clock: createRunClock(nowNs()),
    onBatch: ({ maxNs }) => (loopDelayNs = Math.max(loopDelayNs, ...maxNs)),
    pace: { loopProbeMs: 5, loopIntervalMs: 50 },
  });
  const frames = inPage<readonly number[]>(window, `frames(${windowWorkMs + 2 * marginMs})`);
  loop.start();
  await pause(marginMs);
  await work(window, placement, onWorker);
  const times = await frames;
  loop.stop();
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
  const spanMs = (times.at(-1) ?? 0) - (times[0] ?? 0);
  return {
    loopDelayNs,
    framesPerSecond: (gaps.length / spanMs) * 1000,
    worstFrameNs: Math.max(0, ...gaps) * 1e6,
  };
}

async function work(
  window: BrowserWindow,
  placement: WorkPlace,
  onWorker: OnWorker,
): Promise<void> {
  switch (placement) {
    case 'idle':
      return;
    case 'page':
      await inPage(window, `busy(0, ${windowWorkMs})`);
      return;
    case 'main':
      return computeHere(windowWorkMs);
    case 'thread':
      return computeInThread(windowWorkMs, onWorker);
    case 'process':
      return computeInProcess(windowWorkMs, onWorker);
  }
}

function inPage<T>(window: BrowserWindow, call: string): Promise<T> {
  return window.webContents.executeJavaScript(`corelaneProbe.${call}`) as Promise<T>;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
