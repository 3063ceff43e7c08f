// Load from others: other runs of Corelane, other processes, workers that waited for a core.
import { formatFigure, formatPercent } from '../../locale/format';
import type { WarningFactOf } from '@shared/report/warnings';
import { otherRunName } from '@shared/wire/run-mark';
import { listSome } from '../../messages/list';
import { message } from '../../messages/message';
import { sentences, someCells, type CellNames, type Said } from './cells';

type Load = WarningFactOf<'load'>;
type Others = NonNullable<Load['others']>;

/** Two decimals, as cores are told everywhere. */
const coresText = (cores: number): string => message('warning-load-cores', { cores });

/** `“yes” (pid 2210), 0.98 cores`. */
function processText({ name, pid, cores }: Others['processes'][number]): string {
  const values = { pid: String(pid), cores: coresText(cores) };
  return name === otherRunName
    ? message('warning-load-corelane', values)
    : message('warning-load-process', { ...values, name });
}

function tookText({ cores, processes }: Others): string {
  if (processes.length === 0) return message('warning-load-took', { cores: coresText(cores) });
  return message('warning-load-took-by', {
    cores: coresText(cores),
    processes: processes.map(processText).join(message('warning-load-separator')),
  });
}

/** Two runs at once take each other's cores, memory and caches, whatever a count of CPU time says. */
function runsText({ otherRuns, others }: Load): string | undefined {
  // Those that took most are in the sentence about load.
  const named = (others?.processes ?? []).filter(({ name }) => name === otherRunName);
  const untold = otherRuns.filter((pid) => !named.some((one) => one.pid === pid)).map(String);
  const [pid] = untold;
  if (pid === undefined) return undefined;
  return untold.length === 1
    ? message('warning-load-run', { pid })
    : message('warning-load-runs', { count: untold.length, pids: listSome(untold) });
}

function waitsText({ queued }: Load, { label }: CellNames): string | undefined {
  if (queued.length === 0) return undefined;
  const cells = someCells(queued, ({ cell, share }) =>
    message('warning-load-waited-cell', { cell: label(cell), share: formatPercent(share) }),
  );
  return message('warning-load-waited', { cells });
}

function averageText({ loadAverage }: Load): string | undefined {
  if (loadAverage === undefined) return undefined;
  return message('warning-load-average', {
    load: formatFigure(loadAverage.load),
    cores: loadAverage.usableCores,
  });
}

/** Returns what is said of load from processes other than Corelane's; undefined where nothing is. */
function sayOthers(fact: Load, names: CellNames): Said | undefined {
  const { others } = fact;
  const waits = waitsText(fact, names);
  if (others?.disturbing === true) {
    const count = others.processes.length;
    return {
      text: sentences(tookText(others), waits),
      advice: message('warning-load-took-by.advice', { count }),
    };
  }
  if (others !== undefined) {
    const seen = message('warning-load-seen', { cores: coresText(others.cores) });
    return { text: sentences(waits, seen), advice: message('warning-load-seen.advice') };
  }
  const text = sentences(waits, averageText(fact));
  return text === '' ? undefined : { text, advice: message('warning-load-waited.advice') };
}

/** Returns what was seen of load, with the other runs of Corelane first: they are the easiest to do without. */
export function sayLoad(fact: Load, names: CellNames): Said {
  const others = sayOthers(fact, names);
  const runs = fact.otherRuns.length === 0 ? undefined : message('warning-load-runs.advice');
  return {
    text: sentences(runsText(fact), others?.text),
    advice: sentences(runs, others?.advice),
  };
}
