import { describe, expect, it } from 'vitest';
import { bufferFromReport } from '@renderer/live/from-report';
import { makeReport } from '../../helpers/make-report';

describe('bufferFromReport', () => {
  const report = makeReport();
  const buffer = bufferFromReport(report);
  const trials = report.cells.flatMap((cell) =>
    [...cell.trials, ...cell.emptyTrials].map((trial) => ({ cell, trial })),
  );

  it('holds every trial, of empty tasks too, with its tasks, workers and end', () => {
    expect(trials.length).toBeGreaterThan(10);
    for (const { cell, trial } of trials) {
      const track = buffer.trial(trial.trial);
      expect(track?.cell.id).toBe(cell.id);
      expect(track?.tasksDone).toBe(trial.spans.task.length);
      expect(track?.end?.coldNs).toBe(trial.coldNs);
      expect(track?.zeroNs).toBe(trial.startNs);
      expect(track?.workers.map(({ identity }) => identity?.pid)).toEqual(
        trial.workers.map(({ pid }) => pid),
      );
    }
  });

  it('holds the samples of the report, worker by worker', () => {
    const { samples } = report;
    expect(buffer.coreRows.columns.length).toBe(samples.cores.atNs.length);
    expect(buffer.loop.length).toBe(samples.loop.atNs.length);
    const sampled = trials
      .flatMap(({ trial }) => buffer.trial(trial.trial)?.workers ?? [])
      .reduce((sum, worker) => sum + worker.samples.length, 0);
    expect(sampled).toBe(samples.workers.atNs.length);
    const memory = trials.reduce(
      (sum, { trial }) => sum + (buffer.trial(trial.trial)?.memory.rows.length ?? 0),
      0,
    );
    expect(memory).toBe(samples.processes.atNs.length);
    const heap = Math.max(...samples.heaps.usedBytes);
    const heaps = trials.flatMap(({ trial }) => buffer.trial(trial.trial)?.workers ?? []);
    expect(Math.max(...heaps.map(({ mostHeapBytes }) => mostHeapBytes ?? 0))).toBe(heap);
  });

  it('begins a trial without a decision at the first moment recorded of it', () => {
    const failed = makeReport({ failing: 'threads-2' });
    const trial = failed.cells
      .flatMap((cell) => cell.trials)
      .find(({ status }) => status === 'killed');
    expect(trial).toBeDefined();
    const { startNs: _, ...undecided } = trial!;
    const cells = failed.cells.map((cell) => ({
      ...cell,
      trials: cell.trials.map((one) => (one === trial ? undecided : one)),
    }));
    const track = bufferFromReport({ ...failed, cells }).trial(trial!.trial);
    const { workers, processes } = failed.samples;
    const seen = [
      ...trial!.spans.startNs,
      ...workers.atNs.flatMap((at, row) =>
        workers.trial[row] === trial!.trial ? [at - (workers.spanNs[row] ?? 0)] : [],
      ),
      ...processes.atNs.filter((_, row) => processes.trial[row] === trial!.trial),
    ];
    expect(track?.beginNs).toBe(Math.min(...seen));
    expect(track?.beginNs).toBeLessThan(trial!.endNs);
    expect(track?.end?.status).toBe('killed');
  });
});
