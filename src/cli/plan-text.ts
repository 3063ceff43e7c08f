// Writes what a run would do, for `--dry-run`.
import { message } from '@present/messages/message';
import { writeNumber, formatFigure, groupDigits } from '@present/locale/format';
import type { Plan } from '@engine/run/plan';
import { cleanLine } from '@report/base/clean-text';
import type { Experiment } from '@shared/experiment/experiment';
import { describeOwnCode, isOwnCode } from '@shared/experiment/own-code';
import { type Workload } from '@shared/experiment/workloads';
import { alignColumns } from './columns';

type Row = readonly string[];

/** The experiment with its defaults, its cells with their topologies, and the order round by round. */
export function describePlan(experiment: Experiment, plan: Plan, cores: number): string {
  return [
    cleanLine(experiment.name),
    alignColumns(facts(experiment, cores)),
    '',
    message('plan-cells'),
    alignColumns(cells(plan)),
    '',
    describeOrder(experiment, plan),
    alignColumns(rounds(plan)),
    '',
  ].join('\n');
}

function cells(plan: Plan): readonly Row[] {
  return [
    [
      message('plan-cell'),
      message('plan-workers'),
      message('plan-processes'),
      message('plan-threads'),
      message('plan-concurrency'),
      message('plan-placement'),
    ],
    ...plan.cells.map(({ id, workers, topology, placement }) => [
      id,
      writeNumber(workers),
      writeNumber(topology.processes),
      writeNumber(topology.threads),
      writeNumber(topology.concurrency),
      message('plan-placed', { placement }),
    ]),
  ];
}

function facts(experiment: Experiment, cores: number): readonly Row[] {
  const { workload, tasks, seed, timeoutSeconds, memoryLimitMb } = experiment;
  const limits = {
    seconds: formatFigure(timeoutSeconds),
    megabytes: formatFigure(memoryLimitMb),
  };
  return [
    [message('plan-workload'), describeWorkload(workload)],
    [message('plan-tasks'), groupDigits(tasks)],
    [message('plan-schedule'), describeSchedule(experiment)],
    [message('plan-rounds'), describeRounds(experiment)],
    ...describeMore(experiment),
    [message('plan-seed'), writeNumber(seed)],
    [message('plan-cores'), writeNumber(cores)],
    [message('plan-limits'), message('plan-limits-of', limits)],
  ];
}

/** As the file names it: workload and parameters by their names there. */
function describeWorkload(workload: Workload): string {
  const params = isOwnCode(workload)
    ? [describeOwnCode(workload)]
    : Object.entries(workload.params).map(([name, value]) => `${name} ${groupDigits(value)}`);
  return cleanLine([workload.kind, ...params].join(message('list-separator')));
}

function describeSchedule({ schedule }: Experiment): string {
  const { kind } = schedule;
  return message('plan-schedule-kind', { kind, chunk: kind === 'dynamic' ? schedule.chunk : 1 });
}

function describeRounds({ warmup, repeats, emptyRepeats }: Experiment): string {
  return message('plan-rounds-of', { warmup, repeats, empty: emptyRepeats });
}

/** Returns what a run may add to the trials planned first. */
function describeMore({ until, breakEven }: Experiment): readonly Row[] {
  const rows: Row[] = [];
  if (until !== undefined) {
    const { precision, most: max, budgetSeconds: seconds } = until;
    const percent = formatFigure(precision * 100);
    rows.push([message('plan-until'), message('plan-until-of', { percent, max, seconds })]);
  }
  if (breakEven !== undefined) {
    const { workers, budgetSeconds: seconds } = breakEven;
    const tasks = breakEven.tasks.map(groupDigits).join(' ');
    rows.push([
      message('plan-break-even'),
      workers === 'cores'
        ? message('plan-break-even-per-core', { tasks, seconds })
        : message('plan-break-even-of', { tasks, workers, seconds }),
    ]);
  }
  return rows;
}

function describeOrder({ until, repeats }: Experiment, { cells, order }: Plan): string {
  const more = Math.max(0, (until?.most ?? 0) - repeats) * cells.length;
  const { length } = order;
  return more === 0
    ? message('plan-order', { count: length })
    : message('plan-order-range', { min: length, max: length + more });
}

function rounds({ order }: Plan): readonly Row[] {
  const rows = new Map<number, { warmup: boolean; cells: string[] }>();
  for (const { round, warmup, cell, empty } of order) {
    const row = rows.get(round) ?? { warmup, cells: [] };
    row.cells.push(empty === true ? message('plan-empty-cell', { cell }) : cell);
    rows.set(round, row);
  }
  return [...rows].map(([round, { warmup, cells }]) => [
    message('plan-round', { number: round + 1 }),
    message('plan-round-kind', { kind: warmup ? 'warm-up' : 'measured' }),
    cells.join(' '),
  ]);
}
