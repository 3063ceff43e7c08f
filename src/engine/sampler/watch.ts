// The machine at rest: core samples and the loop delay while nothing runs.
import type { LiveEvent } from '@shared/report/live';
import { createRunClock, nowNs } from '../clock';
import { LoopDelay } from './loop-delay';
import { readMachine } from '../machine/machine';
import { SamplerClient } from './sampler-client';
import type { EntryPaths, Launcher } from '../types';

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
export function watchMachine(options: WatchOptions): { stop(): Promise<void> } {
  const origin = nowNs();
  const { onEvent } = options;
  const sampler = new SamplerClient(
    {
      launcher: options.launcher,
      entry: options.entries.sampler,
      originNs: String(origin),
      hz: restHz,
      // No process is watched.
      memoryHz: 0,
      quiet: false,
      cores: readMachine().affinity.length,
    },
    {
      onBatch: (samples, cost) => onEvent({ type: 'samples', samples, cost }),
      onNote: (text) => onEvent({ type: 'note', text }),
    },
  );
  const loop = new LoopDelay({
    pace: restLoop,
    clock: createRunClock(origin),
    onBatch: (columns) => onEvent({ type: 'loop', loop: columns }),
  });
  loop.start();
  return {
    stop: async () => {
      loop.stop();
      await sampler.end();
    },
  };
}
