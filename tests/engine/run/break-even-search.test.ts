// The search with a machine that is only calculated: its own clock, and trials whose times are known.
import { isOwnCode } from '@shared/experiment/own-code';
import { describe, expect, it } from 'vitest';
import { searchBreakEven, type SearchOptions } from '@engine/run/break-even-search';
import type { TrialContext } from '@engine/trial/trial-session';
import type { TrialOutcome } from '@engine/trial/trial';
import { seededShares } from '@analysis/stats/random';
import type { BreakEven } from '@shared/report/break-even';
import { experimentSchema, type ExperimentInput } from '@shared/experiment/experiment';
import type { LiveEvent } from '@shared/report/live';

const ms = 1e6;

interface Trial {
  readonly cell: string;
  readonly tasks: number;
  readonly size: number;
  readonly number: number | undefined;
  readonly timeoutSeconds: number;
}

interface Machine {
  /** The trials run, in order. */
  readonly trials: Trial[];
  readonly events: LiveEvent[];
  search(): Promise<BreakEven | undefined>;
}

interface Wishes {
  readonly experiment?: Partial<ExperimentInput>;
  readonly usableCores?: number;
  /** Ends a trial otherwise than well. */
  readonly fail?: (trial: Trial) => TrialOutcome['end']['status'] | undefined;
  /** Milliseconds that starting takes. */
  readonly starts?: Readonly<Record<string, number>>;
  /** After so many trials it is stopped. */
  readonly stopAfter?: number;
}

const startMs: Readonly<Record<string, number>> = { serial: 0, threads: 60, processes: 140 };

/** Tasks of one nanosecond an iteration on two cores, and 2 % of noise. */
function machine(wishes: Wishes = {}): Machine {
  const { experiment, usableCores = 2, fail, starts = startMs, stopAfter = Infinity } = wishes;
  const trials: Trial[] = [];
  const events: LiveEvent[] = [];
  const next = seededShares(3);
  let now = 0;
  const parsed = experimentSchema.parse({
    version: 1,
    name: 'search',
    workload: { kind: 'powers' },
    strategies: [{ kind: 'serial' }],
    breakEven: { tasks: [2, 32], budgetSeconds: 600 },
    ...experiment,
  });
  const context = {
    experiment: parsed,
    clock: { now: () => now },
    emit: (event: LiveEvent) => events.push(event),
  } as unknown as TrialContext;
  const runner: SearchOptions['runner'] = {
    get stopped() {
      return trials.length >= stopAfter;
    },
    run: (of, { cell }) => {
      const { tasks, workload, timeoutSeconds } = of.experiment;
      if (isOwnCode(workload)) throw new Error('own code has no size');
      const size = workload.params['iterations'] ?? 0;
      const trial = {
        cell: cell.id,
        tasks,
        size,
        number: workload.params['number'],
        timeoutSeconds,
      };
      trials.push(trial);
      const workNs = (tasks * (size + 1000)) / Math.min(2, cell.workers, tasks);
      const coldNs = ((starts[cell.strategy] ?? 0) * ms + workNs) * (0.99 + 0.02 * next());
      now += coldNs + 80 * ms;
      const status = fail?.(trial) ?? 'ok';
      const times = status === 'ok' ? { coldNs, warmNs: workNs } : {};
      const end = { trial: -1, status, endNs: now, ...times };
      return Promise.resolve(status === 'ok' ? { end, finished: [] } : { end });
    },
  };
  const { breakEven } = parsed;
  if (breakEven === undefined) throw new Error('a search is asked for');
  const search = () => searchBreakEven({ context, runner, request: breakEven, usableCores });
  return { trials, events, search };
}

async function searched(wishes?: Wishes) {
  const made = machine(wishes);
  const result = await made.search();
  if (result === undefined) throw new Error('nothing was searched');
  return { ...made, result };
}

describe('the search for the break-even', () => {
  it('finds where the machine makes workers pay', async () => {
    const { result } = await searched();
    expect(result).toMatchObject({ parameter: 'iterations', status: 'done' });
    // Twice what starting takes, shared by the tasks.
    for (const { tasks, crossings } of result.columns) {
      for (const { strategy, belowNs = 0, fromNs = 0 } of crossings) {
        const truth = (2 * (startMs[strategy] ?? 0) * ms) / tasks;
        expect(belowNs).toBeLessThan(truth * 1.06);
        expect(fromNs).toBeGreaterThan(truth);
        expect(fromNs / belowNs).toBeLessThan(1.75);
      }
    }
    expect(result.columns.map(({ crossings }) => crossings.length)).toEqual([2, 2]);
  });

  it('takes few trials, and fewer where the answer is clear', async () => {
    const { result, trials } = await searched();
    expect(result.trials).toBe(trials.length);
    expect(result.trials).toBeLessThan(result.gridTrials / 2);
    const counts = result.points.flatMap(({ times }) => times.map(({ coldNs }) => coldNs.length));
    expect(Math.min(...counts)).toBe(3);
    expect(counts.filter((count) => count === 3).length).toBeGreaterThan(counts.length / 2);
  });

  it('repeats what is not clear, to 7 trials', async () => {
    const { result } = await searched({
      usableCores: 1,
      starts: { threads: 0.001, processes: 140 },
    });
    const unclear = result.points.filter(({ winner }) => winner === 'undecided');
    expect(unclear.length).toBeGreaterThan(0);
    for (const { between, times } of unclear) {
      expect(between).toEqual(['serial', 'threads']);
      expect(times[0]?.coldNs).toHaveLength(7);
    }
  });

  it('interleaves the strategies in changing order', async () => {
    const { trials } = await searched();
    const places = trials.flatMap(({ tasks, size }, index) => {
      const round = trials.slice(index, index + 3);
      const whole = round.every((trial) => trial.tasks === tasks && trial.size === size);
      return whole && round.length === 3 ? [round.map(({ cell }) => cell).join()] : [];
    });
    expect(new Set(places).size).toBeGreaterThan(3);
  });

  it('tells each point as it is measured', async () => {
    const { events, result } = await searched();
    expect(events).toEqual(result.points.map((point) => ({ type: 'break-even', point })));
  });

  it('lets no trial take longer than a few seconds', async () => {
    const { trials } = await searched({ experiment: { timeoutSeconds: 3600 } });
    expect(new Set(trials.map(({ timeoutSeconds }) => timeoutSeconds))).toEqual(new Set([10]));
    const strict = await searched({ experiment: { timeoutSeconds: 4 } });
    expect(strict.trials[0]?.timeoutSeconds).toBe(4);
  });

  it("has the article's program among its points, or measures it by itself", async () => {
    const among = await searched();
    expect(among.result.article).toEqual(among.result.points[0]);
    expect(among.result.article).toMatchObject({ tasks: 2, size: 1, winner: 'serial' });
    const others: readonly Partial<ExperimentInput>[] = [
      { breakEven: { tasks: [32], budgetSeconds: 600 } },
      { workload: { kind: 'powers', params: { number: 9 } } },
    ];
    for (const experiment of others) {
      const { result, trials } = await searched({ experiment });
      expect(result.article).toMatchObject({ tasks: 2, size: 1, winner: 'serial' });
      expect(result.points).not.toContainEqual(result.article);
      expect(
        trials.some(({ tasks, size, number }) => tasks === 2 && size === 1 && number === 7),
      ).toBe(true);
    }
    const sorting = await searched({ experiment: { workload: { kind: 'sort' } } });
    expect(sorting.result.article).toBeUndefined();
  });

  it('finds that one core pays nowhere', async () => {
    const { result } = await searched({ usableCores: 1 });
    expect(result.status).toBe('done');
    for (const { crossings } of result.columns) {
      expect(crossings.map(({ fromNs }) => fromNs)).toEqual([undefined, undefined]);
    }
  });

  it('stops where it is told to, with what it had', async () => {
    const { result, trials } = await searched({ stopAfter: 40 });
    expect(result.status).toBe('stopped');
    expect(trials).toHaveLength(40);
    expect(result.points.length).toBeGreaterThan(0);
  });

  it('keeps to its budget', async () => {
    const { result } = await searched({
      experiment: { breakEven: { tasks: [2, 8, 32], budgetSeconds: 12 } },
    });
    expect(result.status).toBe('budget');
    expect(result.durationNs).toBeLessThan(13e9);
    expect(result.points.length).toBeGreaterThan(0);
  });

  it('leaves out a number of tasks at which a trial fails, and says so', async () => {
    const { result, events } = await searched({
      fail: ({ cell, tasks }) => (cell === 'threads-2' && tasks === 2 ? 'memory-limit' : undefined),
    });
    expect(result.columns.map(({ tasks }) => tasks)).toEqual([32]);
    expect(events.filter(({ type }) => type === 'note')).toEqual([
      {
        type: 'note',
        note: {
          code: 'search-left-out',
          args: {
            tasks: 2,
            cell: 'threads-2',
            why: { code: 'ended', args: { status: 'memory-limit' } },
          },
        },
      },
    ]);
  });

  it('searches each number of tasks once, with as many workers as asked', async () => {
    const { result } = await searched({
      experiment: { breakEven: { tasks: [32, 2, 32], workers: 3, budgetSeconds: 600 } },
    });
    expect(result.columns.map(({ tasks }) => tasks)).toEqual([2, 32]);
    expect(result.cells).toEqual({
      serial: 'serial-1',
      threads: 'threads-3',
      processes: 'processes-3',
    });
  });

  it('is not made where a task has no size', async () => {
    const { search, events, trials } = machine({ experiment: { workload: { kind: 'fault' } } });
    expect(await search()).toBeUndefined();
    expect(trials).toEqual([]);
    expect(events).toEqual([
      { type: 'note', note: { code: 'search-without-size', args: { workload: 'fault' } } },
    ]);
  });
});
