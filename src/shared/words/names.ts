// A cell in words: in a sentence ("2 threads") and as a label ("threads 2").
import type { Cell } from '../experiment/cells';
import { cleanText } from '../base/clean-text';
import { formatCount } from '../base/format';
import { describeWorkers, familyOf, isPython } from '../experiment/strategies';

type Named = Pick<Cell, 'strategy' | 'workers' | 'topology' | 'placement' | 'python'>;

function baseName({ strategy, workers, topology, python }: Named): string {
  switch (strategy) {
    case 'serial':
      return 'serial';
    case 'async':
      return `async with ${workers} at once`;
    case 'threads':
      return formatCount(workers, 'thread');
    case 'processes':
      return formatCount(workers, 'process', 'processes');
    case 'hybrid':
      return `${formatCount(topology.processes, 'process', 'processes')} of ${formatCount(topology.threads, 'thread')}`;
    case 'python-serial':
      return `serial ${pythonName(python)}`;
    case 'python-asyncio':
      return `${pythonName(python)} asyncio with ${workers} at once`;
    case 'python-threads':
      return pythonWorkers(python, workers, 'thread', 'threads');
    case 'python-processes':
      return pythonWorkers(python, workers, 'process', 'processes');
    case 'python-thread-pool':
      return `a pool of ${pythonWorkers(python, workers, 'thread', 'threads')}`;
    case 'python-process-pool':
      return `a pool of ${pythonWorkers(python, workers, 'process', 'processes')}`;
    case 'python-interpreters':
      return pythonWorkers(python, workers, 'interpreter', 'interpreters');
  }
}

/** As long as an interpreter's id can be here; in a report it is what somebody wrote. */
const longestId = 40;

const idOf = ({ interpreter }: { readonly interpreter: string }): string =>
  cleanText(interpreter, longestId);

/** `Python 3.12`. */
function pythonName(python: Named['python']): string {
  return python === undefined ? 'Python' : `Python ${idOf(python)}`;
}

function pythonWorkers(
  python: Named['python'],
  workers: number,
  one: string,
  many: string,
): string {
  return `${workers} ${pythonName(python)} ${workers === 1 ? one : many}`;
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
  const way = strategy.replace('python-', '').replace('-', ' ');
  if (python === undefined) return isPython(strategy) ? `py ${way}` : strategy;
  const how = python.startMethod === undefined ? '' : ` ${python.startMethod}`;
  return `py ${idOf(python)} ${way}${how}`;
}

/** As a label: `threads 8`, `hybrid 4×2`. */
export function labelCell(cell: Named): string {
  return `${labelStrategy(cell)} ${labelCount(cell)}`;
}

/** A trial as people count, from 1: `trial 4` for the one with the number 3. */
export function numberTrial(trial: number): string {
  return `trial ${trial + 1}`;
}

/** `take` or `takes`, whichever goes with the cell's name. */
export function takes(cell: Named): string {
  const subjects = cell.strategy === 'hybrid' ? cell.topology.processes : cell.workers;
  const family = familyOf(cell.strategy);
  const pool = cell.strategy.endsWith('-pool');
  const single = family === 'serial' || family === 'async' || pool || subjects === 1;
  return single ? 'takes' : 'take';
}

/** `a`, `a and b`, `a, b and c`. */
export function listNames(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
}

/** `a, b and c`; of more than four the first three, and how many more. */
export function listSome(names: readonly string[]): string {
  return listNames(names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names);
}

/** A share of time in whole percent: `31 %`; below one, `under 1 %`. */
export function formatShare(share: number): string {
  const percent = Math.round(share * 100);
  return percent === 0 && share > 0 ? 'under 1 %' : `${percent} %`;
}

/** The first letter as a sentence begins. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
