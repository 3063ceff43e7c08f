// Wait: a timer and nothing else, the stand-in for I/O.
import { param, type LoadedWorkload, type WorkloadContext } from './context';
import { pause } from './pause';

/** There is nothing to compute: the checksum is the wait in ms, given once it is over. */
export function create(context: WorkloadContext): LoadedWorkload {
  const ms = param(context, 'ms');
  return {
    run: async () => {
      await pause(ms);
      return ms;
    },
  };
}
