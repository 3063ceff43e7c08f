// A cell in words: in a sentence ("2 threads") and as a label ("threads 2").
import type { CellName, NamedCell } from '@shared/experiment/cells';
import { methodIds } from '@shared/claims/methods';
import { cleanText } from '@shared/base/clean-text';
import {
  baseStrategyOf,
  isPaired,
  isPython,
  strategyRecords,
  type StrategyKind,
  type Topology,
} from '@shared/experiment/strategies';
import { notKnown } from '../locale/format';
import { message } from '../messages/message';

function baseName({ strategy, workers, topology, python }: NamedCell): string {
  const { base, worker, pool } = strategyRecords[strategy];
  if (isPaired(strategy)) {
    const { processes, threads } = topology;
    return message('cell-hybrid', { processes, count: threads });
  }
  const runtime = isPython(strategy) ? pythonName(python) : undefined;
  if (worker !== undefined) {
    if (runtime === undefined) return message('cell-workers', { worker, count: workers });
    const values = { worker, count: workers, runtime };
    return pool === true
      ? message('cell-pool-python', values)
      : message('cell-workers-python', values);
  }
  if (base === 'serial') {
    return runtime === undefined
      ? message('cell-serial')
      : message('cell-serial-python', { runtime });
  }
  return runtime === undefined
    ? message('cell-async', { workers })
    : message('cell-asyncio', { runtime, workers });
}

/** As long as an interpreter's id can be here; in a report it is what somebody wrote. */
const longestId = 40;

const idOf = ({ interpreter }: { readonly interpreter: string }): string =>
  cleanText(interpreter, longestId);

/** `Python 3.12`. */
function pythonName(python: NamedCell['python']): string {
  return python === undefined
    ? message('runtime-some-python')
    : message('runtime-python', { interpreter: idOf(python) });
}

/** As in a sentence: `2 threads`, `async with 8 at once`, `2 processes of 4 threads`. */
export function nameCell(named: NamedCell): string {
  const cell = baseName(named);
  const method = named.python?.startMethod;
  if (method !== undefined) return message('cell-by-method', { cell, method });
  return named.placement === 'main' ? message('cell-in-main', { cell }) : cell;
}

/** How a worker count is written: `8`, or `4×2` for a hybrid. */
export function describeWorkers(kind: StrategyKind, topology: Topology): string {
  if (isPaired(kind)) return `${topology.processes}×${topology.threads}`;
  if (baseStrategyOf(kind) === 'async') return String(topology.concurrency);
  const all = topology.processes * topology.threads;
  return Number.isFinite(all) ? String(all) : notKnown();
}

/** The count as a label shows it: `8`, `4×2`, `8 main`. */
export function labelCount({ strategy, topology, placement }: NamedCell): string {
  const workers = describeWorkers(strategy, topology);
  return placement === 'main' ? message('cell-count-main', { workers }) : workers;
}

/** The strategy as a label shows it: `threads`, `py 3.12 threads`, `py 3.12 process pool spawn`. */
export function labelStrategy({
  strategy,
  python,
}: Pick<NamedCell, 'strategy' | 'python'>): string {
  if (python === undefined) {
    return isPython(strategy)
      ? message('strategy-label-python', { strategy })
      : nameStrategy(strategy);
  }
  const values = { strategy, interpreter: idOf(python) };
  return python.startMethod === undefined
    ? message('strategy-label-interpreter', values)
    : message('strategy-label-method', { ...values, method: python.startMethod });
}

/** The strategy by itself, Python's without its runtime: `threads`, `thread pool`. */
export function nameStrategy(strategy: StrategyKind): string {
  return message('strategy-name', { strategy });
}

/** As a label: `threads 8`, `hybrid 4×2`. */
export function labelCell(cell: NamedCell): string {
  return message('cell-label', { strategy: labelStrategy(cell), workers: labelCount(cell) });
}

/** The same of what a fact names: a cell, a probe's method, else the name as it was given. */
export function labelOf(name: CellName): string {
  if (typeof name !== 'string') return labelCell(name);
  const method = methodIds.find((id) => id === name);
  return method === undefined ? name : message(`method-${method}`);
}

/** A trial's number as users read it, from 1: `trial 4` for the one with the number 3. */
export function numberTrial(trial: number): string {
  return message('trial-number', { number: trial + 1 });
}

/** How many the cell's name speaks of: the verb after it goes by that. Serial, async and a pool are one. */
export function subjectsOf(cell: NamedCell): number {
  const { worker, pool } = strategyRecords[cell.strategy];
  if (worker === undefined || pool === true) return 1;
  return isPaired(cell.strategy) ? cell.topology.processes : cell.workers;
}
