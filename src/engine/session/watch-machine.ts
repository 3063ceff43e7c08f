// The machine at rest: core samples and the loop delay while nothing runs.
import type { Note } from '@shared/report/notes';
import type { LiveEvent } from '@shared/report/live';
import { LoopDelay } from '../sampler/loop-delay';
import type { EntryPaths, Launcher } from '../types';
import { MeasuringSession } from './measuring-session';

export interface WatchOptions {
  readonly launcher: Launcher;
  readonly entries: Pick<EntryPaths, 'sampler'>;
  readonly onEvent: (event: LiveEvent) => void;
}

/** Rarer than in a run: the picture at rest must cost nothing worth seeing. */
const restHz = 1;
/** Each look at the loop wakes a process that has nothing else to do. */
const restLoop = { loopProbeMs: 1000, loopIntervalMs: 3000 };

/** Samples the machine until stopped; `stop` resolves when the sampler is gone. */
export function watchMachine({ launcher, entries, onEvent }: WatchOptions): {
  stop(): Promise<void>;
} {
  const onNote = (note: Note): void => onEvent({ type: 'note', note });
  const session = new MeasuringSession({ launcher, entries, quiet: false, onNote });
  session.startSampler({
    hz: restHz,
    // No process is watched.
    memoryHz: 0,
    onBatch: (samples, cost) => onEvent({ type: 'samples', samples, cost }),
  });
  const loop = new LoopDelay({
    pace: restLoop,
    clock: session.clock,
    onBatch: (columns) => onEvent({ type: 'loop', loop: columns }),
  });
  loop.start();
  return {
    stop: async () => {
      loop.stop();
      await session.end();
    },
  };
}
