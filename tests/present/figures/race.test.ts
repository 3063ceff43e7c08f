import { describe, expect, it } from 'vitest';
import { medianTrial } from '@analysis/cells/cells';
import { doneAt, makeRace, memoryAt, nextStep } from '@present/figures/race';
import { laneBars, raceLanes } from '@present/figures/race-lanes';
import { makeReport } from '../../helpers/make/report';

const report = makeReport();
const race = makeRace(report, 'cold');

describe('a race', () => {
  it('runs the median trial of each cell, in the order of the last results', () => {
    expect(race.racers.map(({ id }) => id).sort()).toEqual(report.cells.map(({ id }) => id).sort());
    for (const { id, trial, timeNs, finishNs, peakBytes } of race.racers) {
      const median = medianTrial(report.cells.find((cell) => cell.id === id)!)!;
      const { spawnNs, readyNs, runNs, collectNs, joinNs } = median.phases!;
      expect(trial).toBe(median.trial);
      expect(timeNs).toBe(median.coldNs);
      expect(finishNs).toBe(spawnNs + readyNs + runNs + collectNs);
      expect(finishNs + joinNs).toBeCloseTo(timeNs, -1);
      expect(peakBytes).toBe(median.peakPssBytes);
    }
    const flags = race.racers.map(({ finishNs }) => finishNs);
    expect(flags).toEqual([...flags].sort((one, other) => one - other));
    expect(race.racers.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6]);
    expect([race.firstNs, race.lastNs]).toEqual([flags[0], flags.at(-1)]);
  });

  it('begins at the decision when cold, at go when warm', () => {
    const warm = makeRace(report, 'warm');
    for (const racer of race.racers) {
      const same = warm.racers.find(({ id }) => id === racer.id)!;
      const trial = medianTrial(report.cells.find(({ id }) => id === racer.id)!)!;
      expect(racer.goNs).toBe(trial.phases!.spawnNs + trial.phases!.readyNs);
      expect([same.goNs, same.timeNs]).toEqual([0, trial.warmNs]);
      expect(same.lanes[0]!.startNs[0]).toBe(racer.lanes[0]!.startNs[0]! - racer.goNs);
      const first = trial.spans.startNs[trial.spans.worker.indexOf(racer.lanes[0]!.worker)]!;
      expect(racer.lanes[0]!.startNs[0]).toBe(first - trial.startNs!);
    }
  });

  it('names the cells of which no trial succeeded', () => {
    const failed = makeReport({ failing: 'serial-1', experiment: { repeats: 1 } });
    const { racers, absent } = makeRace(failed, 'cold');
    expect(absent).toEqual(['serial 1']);
    expect(racers.map(({ id }) => id)).not.toContain('serial-1');
  });

  it('gives an axis for the quicker ones where the last is far behind', () => {
    expect(race.shortNs).toBeUndefined();
    const many = makeReport({
      cores: 16,
      experiment: {
        tasks: 160,
        strategies: [{ kind: 'serial' }, { kind: 'threads', workers: 16 }],
      },
    });
    const { firstNs, lastNs, shortNs } = makeRace(many, 'cold');
    expect(lastNs).toBeGreaterThan(2.5 * firstNs);
    expect(shortNs!).toBeGreaterThanOrEqual(1.6 * firstNs);
    expect(shortNs!).toBeLessThan(lastNs);
  });

  it('counts tasks and reads memory at a moment', () => {
    const [first] = race.racers;
    expect(doneAt(first!, 0)).toBe(0);
    expect(doneAt(first!, first!.doneNs[0]!)).toBe(1);
    expect(doneAt(first!, first!.doneNs[1]! - 1)).toBe(1);
    expect(doneAt(first!, first!.finishNs)).toBe(6);
    const steps = [
      { atNs: 10, bytes: 5 },
      { atNs: 20, bytes: 7 },
    ];
    const racer = { ...first!, memory: steps };
    expect([9, 10, 19, 20, 99].map((at) => memoryAt(racer, at))).toEqual([undefined, 5, 5, 7, 7]);
  });

  it('does not tell a count of tasks that the report does not hold', () => {
    const partial = { ...race.racers[0]!, partial: true };
    expect(doneAt(partial, partial.finishNs - 1)).toBeUndefined();
    expect(doneAt(partial, partial.finishNs)).toBe(6);
  });

  it('steps from the end of a task to the next, of whichever racer', () => {
    const ends = race.racers.flatMap(({ doneNs }) => [...doneNs]).sort((one, other) => one - other);
    expect(nextStep(race, 0, 1)).toBe(ends[0]);
    expect(nextStep(race, ends[0]!, 1)).toBe(ends[1]);
    expect(nextStep(race, ends[1]!, -1)).toBe(ends[0]);
    expect(nextStep(race, ends[0]!, -1)).toBe(0);
    expect(nextStep(race, race.lastNs, 1)).toBe(race.lastNs);
  });
});

describe('lanes', () => {
  const worker = { worker: 0, host: 0, thread: 0, pid: 1 };
  const lanesOf = (...spans: (readonly [number, number, number])[]) =>
    raceLanes(
      {
        workers: [worker, { ...worker, worker: 1 }],
        spans: {
          task: spans.map((_, task) => task),
          worker: spans.map(([of]) => of),
          startNs: spans.map(([, start]) => start),
          endNs: spans.map(([, , end]) => end),
        },
      },
      100,
    );

  it('hold the tasks of their worker in the order they began, from zero', () => {
    const [one, two] = lanesOf([0, 150, 160], [1, 120, 130], [0, 110, 140]);
    expect([...one!.startNs]).toEqual([10, 50]);
    expect([...one!.endNs]).toEqual([40, 60]);
    expect([...two!.startNs]).toEqual([20]);
    expect([one!.rows, two!.rows]).toEqual([1, 1]);
  });

  it('give tasks that overlap rows of their own, the lowest that is free', () => {
    const [one] = lanesOf([0, 100, 200], [0, 110, 130], [0, 130, 150], [0, 140, 160]);
    expect([...one!.row]).toEqual([0, 1, 1, 2]);
    expect(one!.rows).toBe(3);
  });

  it('have 32 rows at most', () => {
    const [one] = lanesOf(...Array.from({ length: 40 }, () => [0, 100, 200] as const));
    expect(one!.rows).toBe(32);
  });

  it('leave out tasks of workers that the trial does not name', () => {
    const lanes = lanesOf([7, 100, 200]);
    expect(lanes.map(({ startNs }) => startNs.length)).toEqual([0, 0]);
  });
});

describe('bars', () => {
  const lane = {
    ...{ worker: 0, host: 0, thread: 0, rows: 2 },
    startNs: Float64Array.of(0, 10, 12, 50),
    endNs: Float64Array.of(9, 12, 13, 90),
    row: Uint8Array.of(0, 0, 1, 0),
  };

  it('are the tasks that had begun, as far as they had come', () => {
    expect(laneBars(lane, 60, 1)).toEqual([
      { startNs: 0, endNs: 9, row: 0 },
      { startNs: 10, endNs: 12, row: 0 },
      { startNs: 12, endNs: 13, row: 1 },
      { startNs: 50, endNs: 60, row: 0 },
    ]);
    expect(laneBars(lane, 11, 1).map(({ endNs }) => endNs)).toEqual([9, 11]);
  });

  it('stand for tasks shorter than a pixel and those beside them, and leave no gap between them', () => {
    expect(laneBars(lane, 99, 30).map(({ endNs, row }) => [endNs, row])).toEqual([
      [12, 0],
      [13, 1],
      [90, 0],
    ]);
  });
});
