// Trials of tasks that do nothing, on real processes: the same way, kept apart.
import { whyOf } from '../helpers/failures';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '@shared/report/report';
import { everyStrategy } from '../helpers/every-strategy';
import { beginRun, experiment } from '../helpers/run-experiment';

describe('the empty trials of a run', () => {
  it('are of every strategy, among the others in order, and counted nowhere else', async () => {
    const { report, events } = beginRun(
      experiment({ strategies: everyStrategy, repeats: 1, emptyRepeats: 1 }),
    );
    const done = await report;
    expect(done.cells).toHaveLength(everyStrategy.length);
    for (const cell of done.cells) {
      expect(cell.trials).toHaveLength(1);
      expect(cell.emptyTrials).toHaveLength(1);
      for (const trial of cell.emptyTrials) {
        expect(whyOf(trial.evidence)).toBeUndefined();
        expect(trial.status).toBe('ok');
        expect([...trial.spans.task].sort()).toEqual([0, 1, 2, 3, 4, 5]);
        expect(trial.warmup).toBe(false);
      }
      expect(cell.cold?.n).toBe(1);
      expect(cell.empty?.cold?.n).toBe(1);
    }
    const orders = done.cells.flatMap((cell) =>
      [...cell.trials, ...cell.emptyTrials].map(({ order }) => order),
    );
    expect(orders.sort((one, other) => one - other)).toEqual(orders.map((_, index) => index));
    const begin = events.find((event) => event.type === 'run-begin');
    const planned = begin?.type === 'run-begin' ? begin.order : [];
    expect(planned.filter(({ empty }) => empty === true)).toHaveLength(6);
    expect(reportSchema.safeParse(JSON.parse(JSON.stringify(done))).success).toBe(true);
  });

  it('do nothing of what the workload does', async () => {
    const { report } = beginRun(
      experiment({
        workload: { kind: 'fault', params: { mode: 0, atTask: 1 } },
        strategies: [{ kind: 'serial' }, { kind: 'processes', workers: 2 }],
        emptyRepeats: 1,
      }),
    );
    for (const cell of (await report).cells) {
      expect(cell.trials.map(({ status }) => status)).toEqual(['failed']);
      expect(cell.emptyTrials.map(({ status }) => status)).toEqual(['ok']);
      expect(cell.empty?.warm?.median).toBeLessThan(1e9);
    }
  });
});
