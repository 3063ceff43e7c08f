// The sampler's readers where there is no /proc: only the cores, as the runtime reports them.
import { cpus } from 'node:os';
import { emptyCoreTimes } from './core-times';
import type { Readers } from './readers';
import { unread } from './reading';

/** Readers over the runtime's own figures; threads and memory of other processes are not known. */
export function openRuntimeReaders(ids: readonly number[]): Readers {
  const times = emptyCoreTimes(ids.length);
  const unknown = unread({ code: 'untold', platform: process.platform });
  return {
    cores: {
      ids,
      read: () => {
        const all = cpus();
        ids.forEach((id, slot) => {
          const spent = all[id]?.times;
          times.idle[slot] = spent?.idle ?? Number.NaN;
          times.total[slot] =
            spent === undefined
              ? Number.NaN
              : spent.user + spent.nice + spent.sys + spent.idle + spent.irq;
        });
        return times;
      },
      close: () => undefined,
    },
    openWorker: () => unknown,
    openMemory: () => unknown,
    openResident: () => unknown,
  };
}
