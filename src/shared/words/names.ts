// A cell in words: in a sentence ("2 threads") and as a label ("threads 2").
import type { Cell } from '../experiment/cells';
import { cleanText } from '../base/clean-text';
import { formatCount, notKnown } from '../base/format';
import { describeWorkers, isPaired, isPython, strategyRecords } from '../experiment/strategies';

type Named = Pick<Cell, 'strategy' | 'workers' | 'topology' | 'placement' | 'python'>;

function baseName({ strategy, workers, topology, python }: Named): string {
  const { base, worker, pool } = strategyRecords[strategy];
  if (isPaired(strategy)) {
    const { processes, threads } = topology;
    return `${formatCount(processes, 'process', 'processes')} of ${formatCount(threads, 'thread')}`;
  }
  const runtime = isPython(strategy) ? pythonName(python) : undefined;
  if (worker === undefined) {
    if (base === 'serial') return runtime === undefined ? 'serial' : `serial ${runtime}`;
    return `${runtime === undefined ? 'async' : `${runtime} asyncio`} with ${workers} at once`;
  }
  if (runtime === undefined) return formatCount(workers, worker.one, worker.many);
  const counted = `${workers} ${runtime} ${workers === 1 ? worker.one : worker.many}`;
  return pool === true ? `a pool of ${counted}` : counted;
}

/** As long as an interpreter's id can be here; in a report it is what somebody wrote. */
const longestId = 40;

const idOf = ({ interpreter }: { readonly interpreter: string }): string =>
  cleanText(interpreter, longestId);

/** `Python 3.12`. */
function pythonName(python: Named['python']): string {
  return python === undefined ? 'Python' : `Python ${idOf(python)}`;
}

const where = (cell: Named): string => {
  const { startMethod } = cell.python ?? {};
  if (startMethod !== undefined) return ` by ${startMethod}`;
  return cell.placement === 'main' ? ' in the main process' : '';
};

/** As in a sentence: `2 threads`, `async with 8 at once`, `2 processes of 4 threads`. */
export function nameCell(cell: Named): string {
  return baseName(cell) + where(cell);
}

/** The count as a label shows it: `8`, `4×2`, `8 main`. */
export function labelCount(cell: Named): string {
  return describeWorkers(cell.strategy, cell.topology) + (cell.placement === 'main' ? ' main' : '');
}

/** The strategy as a label shows it: `threads`, `py 3.12 threads`, `py 3.12 process pool spawn`. */
export function labelStrategy({ strategy, python }: Pick<Named, 'strategy' | 'python'>): string {
  const { label } = strategyRecords[strategy];
  if (python === undefined) return isPython(strategy) ? `py ${label}` : label;
  const how = python.startMethod === undefined ? '' : ` ${python.startMethod}`;
  return `py ${idOf(python)} ${label}${how}`;
}

/** As a label: `threads 8`, `hybrid 4×2`. */
export function labelCell(cell: Named): string {
  return `${labelStrategy(cell)} ${labelCount(cell)}`;
}

/** A trial as users count, from 1: `trial 4` for the one with the number 3. */
export function numberTrial(trial: number): string {
  return `trial ${trial + 1}`;
}

/** Returns how many the cell's name speaks of: the verb after it goes by that. Serial, async and a pool are one. */
export function subjectsOf(cell: Named): number {
  const { worker, pool } = strategyRecords[cell.strategy];
  if (worker === undefined || pool === true) return 1;
  return isPaired(cell.strategy) ? cell.topology.processes : cell.workers;
}

/** A share of time in whole percent: `31 %`; below one, `under 1 %`. */
export function formatShare(share: number): string {
  if (!Number.isFinite(share)) return notKnown;
  const percent = Math.round(share * 100);
  return percent === 0 && share > 0 ? 'under 1 %' : `${percent} %`;
}
