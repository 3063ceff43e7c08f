// Lists the counters that can be read on this machine, and why others cannot.
import type { ReaderFault } from '@shared/base/problem-schemas';
import type { MachineInfo } from '@shared/report/machine';
import type { UnknownFigure } from '@shared/report/tables';
import { parseOnlineCores } from './core-times';
import type { ReadText } from './read-text';
import { parseSmapsRollup } from './smaps-rollup';
import { wholeNumber } from './whole-number';
import type { Reading } from './reading';

export type Counter = MachineInfo['counters'][number];

/** The counters that the sampler's columns come from. */
const sampledCounters = ['per-core', 'schedstat', 'smaps_rollup'] as const;

export function frequencyPath(core: number): string {
  return `/sys/devices/system/cpu/cpu${core}/cpufreq`;
}

function counter(
  name: string,
  text: Reading<string>,
  isUsable: (text: string) => boolean,
): Counter {
  if (!text.ok) return { name, readable: false, note: text.problem };
  if (!isUsable(text.value)) return { name, readable: false, note: { code: 'no-figures' } };
  return { name, readable: true };
}

/** A few sandboxes show /proc/stat with nothing but zeros. */
function countsCores(text: string): boolean {
  return parseOnlineCores(text).length > 0 && /^cpu .*[1-9]/m.test(text);
}

/** A kernel built or started without scheduling statistics shows zeros. */
function countsTime(text: string): boolean {
  return /^[1-9]\d* \d+/.test(text);
}

/** Tries each counter of Linux on this very process; `core` is one it may run on. */
export function probeCounters(read: ReadText, core: number): readonly Counter[] {
  return [
    counter('per-core', read('/proc/stat'), countsCores),
    counter('schedstat', read('/proc/thread-self/schedstat'), countsTime),
    counter(
      'smaps_rollup',
      read('/proc/self/smaps_rollup'),
      (text) => parseSmapsRollup(text) !== undefined,
    ),
    counter(
      'cpufreq',
      read(`${frequencyPath(core)}/scaling_cur_freq`),
      (text) => (wholeNumber(text) ?? 0) > 0,
    ),
    counter('cgroup', read('/proc/self/cgroup'), (text) => text.trim() !== ''),
  ];
}

/** The counters where there is no /proc: the cores only, and those from the runtime. */
export function runtimeCounters(platform: string): readonly Counter[] {
  const note: ReaderFault = { code: 'linux-only', platform };
  return [
    { name: 'per-core', readable: true, note: { code: 'from-runtime' } },
    ...['schedstat', 'smaps_rollup', 'cpufreq', 'cgroup'].map((name) => ({
      name,
      readable: false,
      note,
    })),
  ];
}

/** Figures that the sampler cannot give with these counters, and why. */
export function missingFigures(
  counters: readonly Counter[],
): readonly { readonly what: UnknownFigure; readonly why: ReaderFault }[] {
  const notes = new Map(
    counters
      .filter(({ readable }) => !readable)
      .map(({ name, note }) => [name, note ?? ({ code: 'unknown' } as const)]),
  );
  return sampledCounters.flatMap((what) => {
    const why = notes.get(what);
    return why === undefined ? [] : [{ what, why }];
  });
}
