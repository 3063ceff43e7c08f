// The search for the break-even on real processes. Tasks that wait take as long on a busy machine.
import { notesOf } from '../helpers/notes';
import { describe, expect, it } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import type { LiveEvent } from '@shared/report/live';
import { reportSchema, type Report } from '@shared/report/report';
import { beginRun, experiment } from '../helpers/run-experiment';

const waiting = (extra: Partial<ExperimentInput> = {}): ExperimentInput =>
  experiment({
    workload: { kind: 'wait', params: { ms: 5 } },
    tasks: 4,
    repeats: 2,
    breakEven: { tasks: [4], workers: 2, budgetSeconds: 12 },
    ...extra,
  });

function found({ breakEven }: Report): NonNullable<Report['breakEven']> {
  if (breakEven === undefined) throw new Error('nothing was searched');
  return breakEven;
}

const pointEvents = (events: readonly LiveEvent[]) =>
  events.flatMap((event) => (event.type === 'break-even' ? [event.point] : []));

describe('the search for the break-even', () => {
  it('measures points with few trials of each strategy, and keeps their times only', async () => {
    const { report, events } = beginRun(waiting());
    const done = await report;
    const { points, cells, own, ...rest } = found(done);
    expect(rest.parameter).toBe('ms');
    expect(cells).toEqual({ serial: 'serial-1', threads: 'threads-2', processes: 'processes-2' });
    expect(own?.tasks).toBe(4);
    expect(own?.taskNs).toBeGreaterThan(4.9e6);
    const [floor] = points;
    expect(floor).toMatchObject({ tasks: 4, size: 0 });
    expect(floor?.times.map(({ cell }) => cell)).toEqual(Object.values(cells));
    expect(pointEvents(events)).toEqual(points);
    for (const { times, taskNs, size } of points) {
      expect(taskNs).toBeGreaterThan(size * 1e6);
      for (const { coldNs } of times) {
        expect(coldNs.length).toBeGreaterThanOrEqual(3);
        expect(coldNs.length).toBeLessThanOrEqual(7);
      }
    }
    expect(rest.trials).toBeGreaterThanOrEqual(points.flatMap(({ times }) => times).length * 3);
    expect(reportSchema.safeParse(JSON.parse(JSON.stringify(done))).success).toBe(true);
    const firstPoint = events.findIndex(({ type }) => type === 'break-even');
    const later = new Set(events.slice(firstPoint).map(({ type }) => type));
    expect([...later].sort()).toEqual(['break-even', 'run-end']);
    expect(done.cells[0]?.trials).toHaveLength(2);
  });

  it("measures the article's own program", async () => {
    const { report } = beginRun(
      experiment({
        workload: { kind: 'powers', params: { number: 9, iterations: 1000 } },
        breakEven: { tasks: [1], workers: 1, budgetSeconds: 1 },
      }),
    );
    const { article, status } = found(await report);
    expect(status).toBe('budget');
    if (article !== undefined) expect(article).toMatchObject({ tasks: 2, size: 1 });
  });

  it('is stopped with the run, and keeps what it had', async () => {
    const { report, events } = beginRun(waiting(), (event, run) => {
      if (event.type === 'break-even') run.stop();
    });
    const done = await report;
    expect(done.run.status).toBe('stopped');
    expect(found(done)).toMatchObject({ status: 'stopped', columns: [] });
    expect(found(done).points).toEqual(pointEvents(events));
    expect(found(done).points).toHaveLength(1);
  });

  it('ends within its budget', async () => {
    const { report } = beginRun(
      waiting({ breakEven: { tasks: [4, 8, 16], workers: 2, budgetSeconds: 1 } }),
    );
    expect(found(await report).status).toBe('budget');
  });

  it('leaves out a number of tasks at which a trial fails, and says so', async () => {
    const { report } = beginRun(
      waiting({
        breakEven: { tasks: [4], workers: 2, budgetSeconds: 60 },
        memoryLimitMb: 16,
        sampling: {},
      }),
    );
    const done = await report;
    expect(found(done)).toMatchObject({ points: [], columns: [], status: 'done' });
    expect(notesOf(done.run).join()).toMatch(
      /search skips 4 tasks .* exceeded the memory limit \(\d+ MB > 16 MB\)/,
    );
  });

  it('is not made where a task has no size', async () => {
    const { report } = beginRun(
      waiting({ workload: { kind: 'fault', params: { mode: 0, atTask: 100 } } }),
    );
    const done = await report;
    expect(done.breakEven).toBeUndefined();
    expect(notesOf(done.run)).toEqual([
      'There is no break-even search for fault: it has no parameter for the size of a task.',
    ]);
  });
});
