// The live stream's only entry into the window: samples to the buffers at once, decisions to the store
// with the next picture, so that the window's words change no more often than it draws.
import type { CorelaneApi } from '@shared/wire/ipc';
import type { LiveEvent } from '@shared/report/live';
import { useRunStore } from '../stores/run';
import { restBuffer, runBuffer } from '../model/buffers';
import { drawRates } from '../canvas/draw-rate';
import { frameLoop, type FrameLoop } from '../canvas/frame';
import type { RestBuffer } from '../model/rest-buffer';
import type { TimelineBuffer } from '../model/timeline-buffer';

/** Where the feed writes; tests give their own. */
export interface FeedTargets {
  readonly run: TimelineBuffer;
  readonly rest: RestBuffer;
  readonly frames: Pick<FrameLoop, 'setRates' | 'add' | 'drawMs'>;
}

/** What the store hears of; the rest is samples. */
const decisive: ReadonlySet<LiveEvent['type']> = new Set([
  'run-begin',
  'note',
  'planned',
  'trial-begin',
  'trial-end',
  'break-even',
  'run-end',
]);

/** Long enough that the kernel's ticks average out. */
const busyOverNs = 500e6;

const windowTargets: FeedTargets = { run: runBuffer, rest: restBuffer, frames: frameLoop };

/** Listens to the live stream until the returned function is called. Needs Pinia to be installed. */
export function connectFeed(
  api: Pick<CorelaneApi, 'live'>,
  targets: FeedTargets = windowTargets,
): () => void {
  const store = useRunStore();
  const { run, rest, frames } = targets;
  let running = false;
  /** Whether the times of the trial under way count: drawing must not cost them anything. */
  let counts = false;
  let waiting: LiveEvent[] = [];
  const decisions = frames.add(tellStore);

  function tellStore(): void {
    const told = waiting;
    waiting = [];
    for (const event of told) store.apply(event);
  }

  /** A run's beginning and end can't wait: a hidden window draws no picture. */
  function decide(event: LiveEvent): void {
    if (!decisive.has(event.type)) return;
    waiting.push(event);
    if (event.type === 'run-begin' || event.type === 'run-end') tellStore();
    else decisions.wake('data');
  }

  function take(event: LiveEvent): void {
    if (event.type === 'run-begin') {
      running = true;
      rest.clear();
    }
    if (event.type === 'trial-begin') counts = !run.isWarmup(event.trial);
    if (event.type === 'trial-end') counts = false;
    if (running) {
      run.apply(event);
      decide(event);
    } else if (event.type === 'samples') {
      rest.addSamples(event.samples);
    } else if (event.type === 'loop') {
      rest.addLoop(event.loop);
    } else if (event.type === 'run-end') {
      decide(event);
    }
    if (event.type === 'run-end') running = false;
  }

  return api.live((events) => {
    if (events.length === 0) return;
    const before = running;
    for (const event of events) take(event);
    if (before || running) run.touch();
    else rest.touch();
    const busy = run.coreRows.meanBusy(busyOverNs);
    const cores = run.coreRows.count;
    frames.setRates(drawRates({ running, counts, busy, cores, drawMs: frames.drawMs }));
  });
}
