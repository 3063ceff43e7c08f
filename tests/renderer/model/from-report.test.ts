import { describe, expect, it } from 'vitest';
import { bufferFromReport, reportEvents } from '@renderer/model/from-report';
import { TimelineBuffer } from '@renderer/model/timeline-buffer';
import { WorkerTrack, type TrialTrack } from '@renderer/model/tracks';
import { describeMissing } from '@renderer/timeline/scene/figures/missing';
import type { LiveEvent } from '@shared/report/live';
import { makeReport } from '../../helpers/make/report';

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
    expect(buffer.coreRows.table.length).toBe(samples.cores.atNs.length);
    expect(buffer.loop.length).toBe(samples.loop.atNs.length);
    const sampled = trials
      .flatMap(({ trial }) => buffer.trial(trial.trial)?.workers ?? [])
      .reduce((sum, worker) => sum + worker.samples.length, 0);
    expect(sampled).toBe(samples.workers.atNs.length);
    const memory = trials.reduce(
      (sum, { trial }) => sum + (buffer.trial(trial.trial)?.memory.rows ?? 0),
      0,
    );
    expect(memory).toBe(samples.processes.atNs.length + samples.resident.atNs.length);
    const heap = Math.max(...samples.heaps.usedBytes);
    const heaps = trials.flatMap(({ trial }) => buffer.trial(trial.trial)?.workers ?? []);
    expect(Math.max(...heaps.map(({ maxHeapBytes }) => maxHeapBytes ?? 0))).toBe(heap);
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

describe('a report that names more than it has', () => {
  const report = makeReport();
  const first = report.cells[0];
  const trial = first?.trials[0];
  if (first === undefined || trial === undefined) throw new Error('a report without trials');

  const withTrial = (change: Partial<typeof trial>, topology = first.topology) => ({
    ...report,
    cells: [
      { ...first, topology, trials: [{ ...trial, ...change }, ...first.trials.slice(1)] },
      ...report.cells.slice(1),
    ],
  });
  const lanesOf = (shown: ReturnType<typeof withTrial>): number =>
    bufferFromReport(shown).trial(trial.trial)?.workers.length ?? -1;
  const oneSpan = (worker: number) => ({ task: [0], worker: [worker], startNs: [1], endNs: [2] });
  const huge = { processes: 65_536, threads: 65_536, concurrency: 1 };

  it.each([-1, 0.5, 1e12, 65_536, 2_147_483_647, Number.NaN])(
    'has no lane for worker %d, whatever the topology',
    (worker) => {
      expect(lanesOf(withTrial({ spans: oneSpan(worker), workers: [] }, huge))).toBeLessThan(2);
    },
  );

  it('has a lane for each worker that is there', () => {
    expect(lanesOf(withTrial({}, huge))).toBe(trial.workers.length);
    expect(lanesOf(withTrial({ workers: [], spans: oneSpan(0) }))).toBe(1);
    expect(lanesOf(withTrial({ workers: [], spans: oneSpan(0) }, huge))).toBeLessThan(10);
  });

  it('is read at once though its rows lie in the wrong order and overlap', () => {
    const count = 20_000;
    const rows = Array.from({ length: count }, (_, row) => row);
    const spans = {
      task: rows,
      worker: rows.map(() => 0),
      startNs: rows.map((row) => count - row),
      endNs: rows.map((row) => 3 * count - row),
    };
    const processes = {
      atNs: rows.map((row) => count - row),
      trial: rows.map(() => trial.trial),
      pid: rows,
      rssBytes: rows,
      pssBytes: rows,
      privateBytes: rows,
    };
    const heaps = {
      trial: rows,
      ...{ atNs: rows, worker: rows, usedBytes: rows, totalBytes: rows },
    };
    const odd = withTrial({ spans });
    const began = performance.now();
    const buffer = bufferFromReport({ ...odd, samples: { ...odd.samples, processes, heaps } });
    expect(performance.now() - began).toBeLessThan(3000);
    const ends = buffer.trial(trial.trial)?.workers[0]?.spans.column('endNs').slice(0, count);
    expect(ends?.every((ns, row) => row === 0 || ns >= (ends[row - 1] ?? 0))).toBe(true);
  });

  it('says which tasks and samples it lacks', () => {
    const histogram = { fromNs: [1], tasks: [1000] };
    const lengths = { minNs: 1, p5Ns: 1, medianNs: 1, p95Ns: 1, maxNs: 1 };
    const shown = withTrial({ taskTimes: { tasks: 1000, ...lengths, histogram } });
    const workers = { taken: 10, kept: 5 };
    const buffer = bufferFromReport({
      ...shown,
      samples: { ...shown.samples, reduced: { workers } },
    });
    const track = buffer.trial(trial.trial);
    if (track === undefined) throw new Error('no trial');
    expect(describeMissing(buffer, track)).toEqual([
      `Not drawn: ${1000 - trial.spans.task.length} of 1,000 tasks.`,
      'Samples are drawn more coarsely than they were taken.',
    ]);
  });
});

describe('a window that is open for days', () => {
  it('forgets the oldest trials, and says so', () => {
    const report = makeReport();
    const most = 60;
    const buffer = new TimelineBuffer({ plansLanes: true, maxRows: most });
    // Samples come before their trial ends; here they are left out.
    const isSample = ({ type }: LiveEvent): boolean => type === 'samples' || type === 'heaps';
    for (const event of reportEvents(report)) if (!isSample(event)) buffer.apply(event);
    const trials = report.cells.flatMap((cell) => [...cell.trials, ...cell.emptyTrials]);
    const sum = (of: (track: TrialTrack | undefined) => number): number =>
      trials.reduce((all, { trial }) => all + of(buffer.trial(trial)), 0);
    const tasks = trials.reduce((all, { spans }) => all + spans.task.length, 0);
    expect(tasks).toBeGreaterThan(2 * most);
    const rows = sum((track) => track?.rows ?? 0);
    expect(rows).toBeLessThanOrEqual(most);
    expect(sum((track) => track?.missed.tasks ?? 0)).toBe(tasks - rows);
    expect(sum((track) => track?.tasksDone ?? 0)).toBe(tasks);
  });

  it('joins neighbouring samples of a worker, with their sums', () => {
    const track = new WorkerTrack(0);
    for (let row = 1; row <= 50_000; row += 1) track.addSample(row * 1e6, 1e6, 5e5, 1e5, 0);
    expect(track.samples.length).toBeLessThanOrEqual(20_000);
    let [onCpuNs, spanNs] = [0, 0];
    for (let row = 0; row < track.samples.length; row += 1) {
      onCpuNs += track.samples.at('onCpuNs', row);
      spanNs += track.samples.at('spanNs', row);
    }
    expect([onCpuNs, spanNs]).toEqual([50_000 * 5e5, 50_000 * 1e6]);
  });
});
