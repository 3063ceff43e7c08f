// Sentences of the facts that follow the answer: what it costs, what limits it, and what would change it.
import {
  formatBytes,
  formatDecimals,
  formatDuration,
  formatRatio,
  formatShare,
} from '../../locale/format';
import { baseStrategyOf } from '@shared/experiment/strategies';
import type { FactOf, Limit } from '@shared/report/verdict';
import { nameCell } from '../../names/cells';
import { utilisationWord } from '../../names/outcomes';
import { message } from '../../messages/message';
import { sayClauses, type ClauseEvidence, type Sentence } from '../clauses';
import { countTasks, countWorkers } from '../count';
import { evidenceAt, intervalDetail, ratioText, type FindCell } from './cells';

const places = {
  'start-up': 'phases',
  messaging: 'phases',
  imbalance: 'lane',
  'run-queue': 'lane',
  waiting: 'lane',
  'interpreter-lock': 'lane',
  memory: 'lane',
} as const;

/** `starting and joining take 31 % of the time`; `1.9 of 2 cores are busy` where nothing limits it. */
function limitPart(limit: Limit, cell: string): Sentence {
  if (limit.kind === 'cores') {
    const busy = formatDecimals(limit.busy, 1);
    const detail =
      limit.utilisation === undefined
        ? message('verdict-detail-busy', { busy })
        : utilisationWord(limit.utilisation);
    const cores = Number(limit.cores.toFixed(2));
    const evidence = { limit: evidenceAt('row', cell, detail) };
    return sayClauses('verdict-cores', { busy, cores }, evidence);
  }
  const { loss, share, coldNs = Number.NaN } = limit;
  const detail = message('verdict-detail-part', {
    part: formatDuration(share * coldNs),
    whole: formatDuration(coldNs),
  });
  return sayClauses(
    'verdict-loss',
    { loss, share: formatShare(share) },
    { limit: evidenceAt(places[loss], cell, detail) },
  );
}

/** `With 2 threads, starting and joining take 31 % of the time.` */
export function sayLimit({ cell, limit }: FactOf<'limit'>, find: FindCell): Sentence {
  const values = { cell: nameCell(find(cell)), limit: limitPart(limit, cell) };
  return sayClauses('verdict-limit', values);
}

/** `It costs 1.25× the CPU time and 2.00× the memory of serial; 1.9 of 2 cores are busy.` */
export function sayCost({ cell, cpu, memory, limit }: FactOf<'cost'>): Sentence {
  const evidence: Record<string, ClauseEvidence> = {};
  const ratio = (one = Number.NaN, other = Number.NaN): string => formatRatio(one / other);
  if (cpu !== undefined) {
    const values = { figure: formatDuration(cpu.ns), serial: formatDuration(cpu.overNs) };
    evidence['cpu'] = evidenceAt('row', cell, message('verdict-detail-serial', values));
  }
  if (memory !== undefined) {
    const values = { figure: formatBytes(memory.bytes), serial: formatBytes(memory.overBytes) };
    evidence['memory'] = evidenceAt('memory', cell, message('verdict-detail-serial', values));
  }
  const values = {
    costs: cpu === undefined ? 'memory' : memory === undefined ? 'cpu' : 'both',
    cpuRatio: ratio(cpu?.ns, cpu?.overNs),
    memoryRatio: ratio(memory?.bytes, memory?.overBytes),
  } as const;
  if (limit === undefined) return sayClauses('verdict-cost', values, evidence);
  const whole = { ...values, limit: limitPart(limit, cell) };
  return sayClauses('verdict-cost-limit', whole, evidence);
}

/** `Of the trials of 2 threads, 1 of 4 failed.` */
export function sayFailed(fact: FactOf<'failed'>, find: FindCell): Sentence {
  const { cell, failed, trials, status } = fact;
  return sayClauses(
    'verdict-failed',
    { cell: nameCell(find(cell)), failed, trials },
    { trials: evidenceAt('warnings', cell, message('trial-status', { status })) },
  );
}

/** The speed-ups by workers, and the best count of the fit where there is one. */
function scalingDetail({ best, speedups }: FactOf<'counts'>): string {
  const fitted =
    best === undefined
      ? []
      : [
          message('verdict-detail-best', {
            low: Math.round(best.low),
            high: Math.round(best.high),
          }),
        ];
  const measured = speedups.map(({ workers, ratio }) =>
    message('verdict-detail-speedup', { workers, ratio: formatRatio(ratio) }),
  );
  return [...fitted, ...measured].join(message('list-separator'));
}

/** `More than 4 workers gain nothing.` */
export function sayCounts(fact: FactOf<'counts'>, find: FindCell): Sentence {
  const cell = find(fact.cell);
  const { workers } = cell;
  const count =
    baseStrategyOf(cell.strategy) === 'async'
      ? message('verdict-count-at-once', { count: workers })
      : countWorkers(workers);
  return sayClauses(
    'verdict-counts',
    { count, measured: fact.measured ? 'yes' : 'no' },
    { scaling: evidenceAt('scaling', cell.id, scalingDetail(fact)) },
  );
}

/** `Under 2 ms per task or with 2 tasks of this size, use neither.` */
export function sayOtherTasks({ answer, size, number }: FactOf<'other-tasks'>): Sentence {
  const evidence: Record<string, ClauseEvidence> = {};
  const add = (name: string, detail: string): void => {
    evidence[name] = evidenceAt('break-even', undefined, detail);
  };
  if (size !== undefined) {
    const { strategy } = size;
    const tasks = countTasks(size.tasks);
    const at = strategy === undefined ? undefined : { strategy, tasks };
    add(
      'size',
      at ? message('verdict-detail-pays-at', at) : message('verdict-detail-at', { tasks }),
    );
  }
  if (number !== undefined) {
    const { strategy } = number;
    const time = formatDuration(number.taskNs);
    const from = strategy === undefined ? undefined : { strategy, time };
    add(
      'number',
      from ? message('verdict-detail-pays', from) : message('verdict-detail-neither', { time }),
    );
  }
  const values = {
    size: size === undefined ? 'none' : size.ownTasks ? 'own' : 'other',
    or: size !== undefined && number !== undefined ? 'yes' : 'no',
    time: formatDuration(size?.taskNs ?? Number.NaN),
    tasks: countTasks(size?.tasks ?? 0),
    number: countTasks(number?.tasks ?? 0),
  } as const;
  const id = answer === 'neither' ? 'verdict-other-neither' : 'verdict-other-workers';
  return sayClauses(id, values, evidence);
}

/** `Under about 2.50 ms per task, by the measured cost of starting, use neither.` */
export function sayOtherSize(fact: FactOf<'other-size'>, find: FindCell): Sentence {
  const detail = message('verdict-detail-start', {
    cell: nameCell(find(fact.cell)),
    time: formatDuration(fact.startNs),
    tasks: countTasks(fact.tasks),
  });
  const id = fact.answer === 'neither' ? 'verdict-start-neither' : 'verdict-start-workers';
  const evidence = { overhead: evidenceAt('overhead', fact.cell, detail) };
  return sayClauses(id, { time: formatDuration(fact.taskNs) }, evidence);
}

/** `With workers kept running, 2 threads would be 2.00× faster than serial.` */
export function sayWarm({ cell, over, ratio }: FactOf<'warm'>, find: FindCell): Sentence {
  const detail = message('verdict-detail-warm', { interval: intervalDetail(ratio) });
  return sayClauses(
    'verdict-warm',
    { cell: nameCell(find(cell)), over: nameCell(find(over)), ratio: ratioText(ratio) },
    { row: evidenceAt('row', cell, detail) },
  );
}
