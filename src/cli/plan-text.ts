// What a run would do, for `--dry-run`.
import type { Plan } from '@engine/plan';
import { cleanLine } from '@report/clean-text';
import type { Experiment } from '@shared/experiment';
import { formatFigure, groupDigits } from '@shared/format';
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
    `order: ${plan.order.length} trials`,
    alignColumns(rounds(plan)),
    '',
  ].join('\n');
}

function facts(experiment: Experiment, cores: number): readonly (readonly string[])[] {
  const { workload, schedule } = experiment;
  const params = Object.entries(workload.params).map(
    ([name, value]) => `${name} ${groupDigits(value)}`,
  );
  return [
    ['workload', [workload.kind, ...params].join(', ')],
    ['tasks', groupDigits(experiment.tasks)],
    ['schedule', schedule.kind === 'static' ? 'static' : `dynamic, chunks of ${schedule.chunk}`],
    ['rounds', `${experiment.warmup} warm-up, ${experiment.repeats} measured`],
    ['seed', String(experiment.seed)],
    ['cores', String(cores)],
    [
      'limits a trial',
      `${formatFigure(experiment.timeoutSeconds)} s, ${formatFigure(experiment.memoryLimitMb)} MB`,
    ],
  ];
}

function rounds({ order }: Plan): readonly (readonly string[])[] {
  const rows = new Map<number, { warmup: boolean; cells: string[] }>();
  for (const { round, warmup, cell } of order) {
    const row = rows.get(round) ?? { warmup, cells: [] };
    row.cells.push(cell);
    rows.set(round, row);
  }
  return [...rows].map(([round, { warmup, cells }]) => [
    `round ${round + 1}`,
    warmup ? 'warm-up' : 'measured',
    cells.join(' '),
  ]);
}
