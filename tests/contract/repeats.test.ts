// Repeating until the times are precise, on real processes.
import { notesOf } from '../helpers/notes';
import { describe, expect, it } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import type { LiveEvent, PlannedTrial } from '@shared/report/live';
import { beginRun, experiment } from '../helpers/run-experiment';

/** No clock is as steady as a thousandth. */
const never = 0.001;

const two: ExperimentInput['strategies'] = [{ kind: 'serial' }, { kind: 'async', workers: 2 }];

const plannedLater = (events: readonly LiveEvent[]): (readonly PlannedTrial[])[] =>
  events.flatMap((event) => (event.type === 'planned' ? [event.order] : []));

describe('a run that repeats until it is precise', () => {
  it('goes on round by round to the most, and says how far it came', async () => {
    const { report, events } = beginRun(
      experiment({
        strategies: two,
        repeats: 3,
        emptyRepeats: 1,
        until: { precision: never, most: 5, budgetSeconds: 300 },
      }),
    );
    const { cells, run } = await report;
    expect(run.status).toBe('done');
    expect(cells.map((cell) => cell.trials.length)).toEqual([5, 5]);
    expect(cells.map((cell) => cell.emptyTrials.length)).toEqual([1, 1]);
    const rounds = plannedLater(events);
    expect(rounds.map((round) => round.map(({ trial }) => trial))).toEqual([
      [8, 9],
      [10, 11],
    ]);
    expect(rounds.flat().map(({ round }) => round)).toEqual([3, 3, 4, 4]);
    // Announced before the first trial of it begins.
    const names = events.map((event) =>
      event.type === 'trial-begin' ? `trial ${event.trial}` : event.type,
    );
    expect(names.lastIndexOf('planned')).toBeLessThan(names.indexOf('trial 10'));
    expect(notesOf(run).at(-1)).toMatch(
      /^Precision 0\.1 % reached by 0 of 2 cells; serial 1 stopped at 5 trials with ±[\d.,]+ %; async 2 stopped at 5 trials with ±[\d.,]+ %\.$/,
    );
  });

  it('adds nothing where the least trials are precise enough', async () => {
    const { report, events } = beginRun(
      experiment({
        workload: { kind: 'wait', params: { ms: 20 } },
        tasks: 2,
        repeats: 6,
        until: { precision: 0.5, most: 10, budgetSeconds: 300 },
      }),
    );
    const { cells, run } = await report;
    expect(cells[0]?.trials).toHaveLength(6);
    expect(plannedLater(events)).toEqual([]);
    expect(notesOf(run)).toEqual(['Precision 50 % reached by 1 of 1 cells.']);
  });

  it('always makes the least trials, and none that the budget has no room for', async () => {
    const { report } = beginRun(
      experiment({
        workload: { kind: 'wait', params: { ms: 400 } },
        tasks: 1,
        // Starting a process is never as steady as a wait.
        strategies: [{ kind: 'processes', workers: 1 }],
        repeats: 3,
        until: { precision: never, most: 100, budgetSeconds: 1 },
      }),
    );
    const { cells, run } = await report;
    expect(cells[0]?.trials).toHaveLength(3);
    expect(notesOf(run)).toEqual([
      expect.stringMatching(
        /processes 1 stopped at 3 trials with ±.* %, the time budget of 1 s\.$/,
      ),
    ]);
  });

  it('does not repeat what always fails', async () => {
    const { report } = beginRun(
      experiment({
        workload: { kind: 'fault', params: { mode: 0, atTask: 1 } },
        repeats: 2,
        until: { precision: 0.02, most: 10, budgetSeconds: 300 },
      }),
    );
    const { cells, run } = await report;
    expect(cells[0]?.trials).toHaveLength(2);
    expect(notesOf(run).at(-1)).toContain('serial 1 has failed trials only');
  });

  it('can be stopped meanwhile', async () => {
    const { report } = beginRun(
      experiment({
        repeats: 3,
        until: { precision: never, most: 1000, budgetSeconds: 300 },
      }),
      (event, run) => {
        if (event.type === 'planned') run.stop();
      },
    );
    const { cells, run } = await report;
    expect(run.status).toBe('stopped');
    expect(cells[0]?.trials).toHaveLength(3);
    expect(notesOf(run).join()).not.toContain('Precision');
  });
});
