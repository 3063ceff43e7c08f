// The live stream's one way into the window: samples to the buffers, decisions to the store.
import type { CorelaneApi } from '@shared/ipc';
import type { LiveEvent } from '@shared/live';
import { useRunStore } from '../stores/run';
import { restBuffer, runBuffer } from './buffers';
import { drawRate } from './draw-rate';
import { frameLoop, type FrameLoop } from './frame';
import type { RestBuffer } from './rest-buffer';
import type { TimelineBuffer } from './timeline-buffer';

/** Where the feed writes; tests give their own. */
export interface FeedTargets {
  readonly run: TimelineBuffer;
  readonly rest: RestBuffer;
  readonly frames: Pick<FrameLoop, 'setRate'>;
}

const windowTargets: FeedTargets = { run: runBuffer, rest: restBuffer, frames: frameLoop };

/** Listens to the live stream until the returned function is called. Needs Pinia to be installed. */
export function connectFeed(
  api: Pick<CorelaneApi, 'live'>,
  targets: FeedTargets = windowTargets,
): () => void {
  const store = useRunStore();
  const { run, rest, frames } = targets;
  let running = false;

  function take(event: LiveEvent): void {
    if (event.type === 'run-begin') {
      running = true;
      rest.clear();
    }
    if (running) {
      run.apply(event);
      store.apply(event);
    } else if (event.type === 'samples') {
      rest.addSamples(event.samples);
    } else if (event.type === 'loop') {
      rest.addLoop(event.loop);
    } else if (event.type === 'run-end') {
      store.apply(event);
    }
    if (event.type === 'run-end') running = false;
  }

  return api.live((events) => {
    if (events.length === 0) return;
    const before = running;
    for (const event of events) take(event);
    if (before || running) run.touch();
    else rest.touch();
    frames.setRate(drawRate(running, run.coreRows.latestBusy(), run.coreRows.count));
  });
}
