// Reads counters of the whole machine that show what disturbed a trial: time stolen by the hypervisor,
// swapping, the control group's quota, throttling, and the cores' frequency.
import { tickNs } from './core-times';
import { frequencyPath } from './counters';
import type { ReadText } from './read-text';
import { scaled, wholeNumber } from './whole-number';

/** Since boot; what cannot be read is absent. */
export interface MachineCounts {
  readonly stolenNs?: number;
  readonly swappedPages?: number;
  readonly throttledNs?: number;
  readonly thermalThrottles?: number;
}

const microsecond = 1000;

/** Time stolen from all cores, from /proc/stat: the eighth figure of its first line. */
export function parseStolen(text: string): number | undefined {
  const ticks = /^cpu +(?:\d+ ){7}(\d+)/.exec(text)?.[1];
  return scaled(wholeNumber(ticks), tickNs);
}

/** Pages read from and written to swap, from /proc/vmstat. */
export function parseSwapped(text: string): number | undefined {
  const read = wholeNumber(/^pswpin (\d+)$/m.exec(text)?.[1]);
  const written = wholeNumber(/^pswpout (\d+)$/m.exec(text)?.[1]);
  return read === undefined || written === undefined ? undefined : scaled(read + written, 1);
}

/** Time a quota held tasks back, from a group's cpu.stat: in µs in version 2, in ns in version 1. */
export function parseThrottled(text: string): number | undefined {
  const [, unit, figure] = /^throttled_(usec|time) (\d+)$/m.exec(text) ?? [];
  return scaled(wholeNumber(figure), unit === 'usec' ? microsecond : 1);
}

/** Where this machine's counters lie. */
export interface MachineCounterPaths {
  /** Kernel numbers of the usable cores. */
  readonly cores: readonly number[];
  /** Folders of the control groups with a CPU quota. */
  readonly cgroupFolders: readonly string[];
}

/** Reads the counters that grow. */
export function readMachineCounts(paths: MachineCounterPaths, read: ReadText): MachineCounts {
  const figure = (path: string, parse: (text: string) => number | undefined) => {
    const text = read(path);
    return text.ok ? parse(text.value) : undefined;
  };
  return present({
    stolenNs: figure('/proc/stat', parseStolen),
    swappedPages: figure('/proc/vmstat', parseSwapped),
    throttledNs: largest(
      paths.cgroupFolders.map((folder) => figure(`${folder}/cpu.stat`, parseThrottled)),
    ),
    thermalThrottles: thermalThrottles(paths.cores, (path) => figure(path, parseCount)),
  });
}

/** Mean frequency of the cores now, in MHz; undefined where one of them does not reveal it. */
export function readFrequency(cores: readonly number[], read: ReadText): number | undefined {
  let sumKhz = 0;
  for (const core of cores) {
    const text = read(`${frequencyPath(core)}/scaling_cur_freq`);
    const khz = text.ok ? parseCount(text.value) : undefined;
    if (khz === undefined) return undefined;
    sumKhz += khz;
  }
  return cores.length === 0 ? undefined : sumKhz / cores.length / 1000;
}

/** Returns what grew from one reading to the next. */
export function countsBetween(before: MachineCounts, after: MachineCounts): MachineCounts {
  const grown = (name: keyof MachineCounts): number | undefined => {
    const [from, to] = [before[name], after[name]];
    return from === undefined || to === undefined ? undefined : Math.max(0, to - from);
  };
  return present({
    stolenNs: grown('stolenNs'),
    swappedPages: grown('swappedPages'),
    throttledNs: grown('throttledNs'),
    thermalThrottles: grown('thermalThrottles'),
  });
}

/** Events of each core, and of each package once: the kernel shows a package's in all its cores. */
function thermalThrottles(
  cores: readonly number[],
  figure: (path: string) => number | undefined,
): number | undefined {
  const packages = new Map<number, number>();
  let sum: number | undefined;
  for (const core of cores) {
    const folder = `/sys/devices/system/cpu/cpu${core}`;
    const own = figure(`${folder}/thermal_throttle/core_throttle_count`);
    if (own === undefined) return undefined;
    sum = (sum ?? 0) + own;
    const shared = figure(`${folder}/thermal_throttle/package_throttle_count`);
    const id = figure(`${folder}/topology/physical_package_id`);
    if (shared !== undefined && id !== undefined) packages.set(id, shared);
  }
  if (sum === undefined) return undefined;
  return scaled(
    [...packages.values()].reduce((all, one) => all + one, sum),
    1,
  );
}

function parseCount(text: string): number | undefined {
  return wholeNumber(text);
}

/** Nested groups may be held back at once; the one held back longest counts. */
function largest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function present(counts: {
  readonly [Name in keyof MachineCounts]: MachineCounts[Name] | undefined;
}): MachineCounts {
  return Object.fromEntries(Object.entries(counts).filter(([, value]) => value !== undefined));
}
