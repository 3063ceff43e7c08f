// What a run would do, for `--dry-run`.
import type { Plan } from '@engine/run/plan';
import { cleanLine } from '@report/base/clean-text';
import type { Experiment } from '@shared/experiment/experiment';
import { formatFigure, groupDigits } from '@shared/base/format';
import { describeOwnWork } from '@shared/experiment/own-work';
import { isOwnWork, type Workload } from '@shared/experiment/workloads';
import { alignColumns } from './columns';

/** The experiment with its defaults, its cells with their topologies, and the order round by round. */
export function describePlan(experiment: Experiment, plan: Plan, cores: number): string {
  return [
    cleanLine(experiment.name),
    alignColumns(facts(experiment, cores)),
    '',
    'cells',
    alignColumns([
      ['cell', 'workers', 'processes', 'threads', 'concurrency', 'placement'],
      ...plan.cells.map(({ id, workers, topology, placement }) => [
        id,
        String(workers),
        String(topology.processes),
        String(topology.threads),
        String(topology.concurrency),
        placement,
      ]),
    ]),
    '',
    describeOrder(experiment, plan),
    alignColumns(rounds(plan)),
    '',
  ].join('\n');
}

function facts(experiment: Experiment, cores: number): readonly (readonly string[])[] {
  const { workload, schedule } = experiment;
  return [
    ['workload', describeWorkload(workload)],
    ['tasks', groupDigits(experiment.tasks)],
    ['schedule', schedule.kind === 'static' ? 'static' : `dynamic, chunks of ${schedule.chunk}`],
    ['rounds', describeRounds(experiment)],
    ...describeMore(experiment),
    ['seed', String(experiment.seed)],
    ['cores', String(cores)],
    [
      'limits a trial',
      `${formatFigure(experiment.timeoutSeconds)} s, ${formatFigure(experiment.memoryLimitMb)} MB`,
    ],
  ];
}

function describeWorkload(workload: Workload): string {
  if (isOwnWork(workload)) return cleanLine(`${workload.kind}, ${describeOwnWork(workload)}`);
  const params = Object.entries(workload.params).map(
    ([name, value]) => `${name} ${groupDigits(value)}`,
  );
  return [workload.kind, ...params].join(', ');
}

function describeRounds({ warmup, repeats, emptyRepeats }: Experiment): string {
  return `${warmup} warm-up, ${repeats} measured, ${emptyRepeats} of empty tasks`;
}

/** What a run may add to the trials planned first. */
function describeMore({ until, breakEven }: Experiment): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  if (until !== undefined) {
    const precision = `±${formatFigure(until.precision * 100)} %`;
    const most = `at most ${groupDigits(until.most)} measured trials a cell`;
    const budget = `within ${groupDigits(until.budgetSeconds)} s`;
    rows.push(['repeat until', [precision, most, budget].join(', ')]);
  }
  if (breakEven !== undefined) {
    const { tasks, workers, budgetSeconds } = breakEven;
    const columns = `${tasks.map(groupDigits).join(' ')} tasks`;
    const count = workers === 'cores' ? 'a worker per core' : `${workers} workers`;
    rows.push(['break-even', `${columns}, ${count}, within ${groupDigits(budgetSeconds)} s`]);
  }
  return rows;
}

function describeOrder({ until, repeats }: Experiment, { cells, order }: Plan): string {
  const more = Math.max(0, (until?.most ?? 0) - repeats) * cells.length;
  const least = `order: ${groupDigits(order.length)} trials`;
  return more === 0 ? least : `${least} at least, ${groupDigits(order.length + more)} at most`;
}

function rounds({ order }: Plan): readonly (readonly string[])[] {
  const rows = new Map<number, { warmup: boolean; cells: string[] }>();
  for (const { round, warmup, cell, empty } of order) {
    const row = rows.get(round) ?? { warmup, cells: [] };
    row.cells.push(empty === true ? `${cell}:empty` : cell);
    rows.set(round, row);
  }
  return [...rows].map(([round, { warmup, cells }]) => [
    `round ${round + 1}`,
    warmup ? 'warm-up' : 'measured',
    cells.join(' '),
  ]);
}
