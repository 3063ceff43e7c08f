// What a run keeps: everything within its budget, and beyond it less detail that says the same.
import { problemText } from '@present/words/engine/problems';
import { notesOf } from '../../helpers/notes';
import { median } from '@analysis/stats/quantile';
import { analyseRun } from '@analysis/analyse';
import { sumWorkerTime } from '@analysis/cells/worker-time';
import { expandCells } from '@shared/experiment/cells';
import { renderJson } from '@report/json';
import { parseReport } from '@shared/report/report-file';
import { experimentSchema } from '@shared/experiment/experiment';
import { emptySamples, type LiveEvent, type SampleLists } from '@shared/report/live';
import { describe, expect, it } from 'vitest';
import { runBudget, type RowBudget } from '../../../src/engine/record/budget';
import { Recorder, trialsByCell, type Recorded } from '../../../src/engine/run/recorder';
import { makeMachine, makeReport } from '../../helpers/make/report';

const second = 1e9;
const cores = [0, 1];

interface Shape {
  readonly trials: number;
  readonly workers: number;
  readonly seconds: number;
  readonly hz: number;
  readonly tasks: number;
  readonly budget?: Partial<RowBudget>;
}

const experiment = experimentSchema.parse({
  version: 1,
  name: 'long',
  workload: { kind: 'wait', params: { ms: 1 } },
  strategies: [{ kind: 'threads', workers: 2 }],
  emptyRepeats: 0,
});
const cells = expandCells(experiment, 2);

/** Busy shares and waits that a sum can be checked against. */
const busyAt = (row: number): number => 0.5 + 0.4 * Math.sin(row);

/** The events of a run, a trial after another: sampled, with its tasks and its memory. */
function* eventsOfRun({ trials, workers, seconds, hz, tasks }: Shape): Generator<LiveEvent> {
  const order = Array.from({ length: trials }, (_, trial) => ({
    ...{ trial, cell: cells[0]?.id ?? '', round: trial, warmup: false },
  }));
  const { sampling } = experiment;
  yield { type: 'run-begin', experiment, cells, order, cores, sampling };
  const stepNs = second / hz;
  let nowNs = 0;
  for (const { trial } of order) {
    const startNs = nowNs;
    yield { type: 'trial-begin', trial, atNs: startNs };
    const identities = Array.from({ length: workers }, (_, worker) => ({
      ...{ worker, host: 0, thread: worker, pid: 100 },
    }));
    yield { type: 'workers', trial, workers: identities };
    for (let row = 1; row <= seconds * hz; row += 1) {
      const atNs = startNs + row * stepNs;
      const samples = emptySamples(cores.length);
      samples.cores.atNs.push(atNs);
      samples.cores.spanNs.push(stepNs);
      samples.cores.busy.forEach((busy, core) => busy.push(busyAt(row + core)));
      for (let worker = 0; worker < workers; worker += 1) {
        const onCpuNs = busyAt(row + worker) * stepNs;
        const figures = { atNs, spanNs: stepNs, trial, worker, onCpuNs, waitNs: onCpuNs / 10 };
        for (const [name, value] of Object.entries({ ...figures, core: worker % 2 }))
          samples.workers[name as keyof SampleLists['workers']].push(value);
      }
      const bytes = 1e6 * (1 + (row % 7));
      const memory = { atNs, trial, pid: 100, rssBytes: bytes, pssBytes: bytes };
      for (const [name, value] of Object.entries({ ...memory, privateBytes: bytes }))
        samples.memory[name as keyof SampleLists['memory']].push(value);
      const resident = { atNs, trial, pid: 100, rssBytes: 2 * bytes, sharedBytes: bytes };
      for (const [name, value] of Object.entries(resident))
        samples.resident[name as keyof SampleLists['resident']].push(value);
      yield { type: 'samples', samples };
      yield { type: 'loop', loop: { atNs: [atNs], maxNs: [(row % 11) * 1e6] } };
      const heap = { atNs: [atNs], worker: [row % workers], totalBytes: [9e6] };
      yield { type: 'heaps', trial, heaps: { ...heap, usedBytes: [row * 1000] } };
    }
    const runNs = seconds * second;
    const list = Array.from({ length: tasks }, (_, task) => task);
    yield {
      type: 'spans',
      trial,
      spans: {
        task: list,
        worker: list.map((task) => task % workers),
        startNs: list.map((task) => startNs + (task * runNs) / (tasks + 1)),
        endNs: list.map((task) => startNs + (task * runNs) / (tasks + 1) + 1000 + (task % 97)),
      },
    };
    nowNs = startNs + runNs;
    const phases = { spawnNs: 0, readyNs: 0, runNs, collectNs: 0, joinNs: 0 };
    const end = { trial, status: 'ok' as const, startNs, endNs: nowNs, phases };
    yield { type: 'trial-end', end: { ...end, coldNs: runNs, warmNs: runNs } };
  }
  yield { type: 'run-end', status: 'done' };
}

interface Recording {
  readonly recorded: Recorded;
  readonly kept: readonly LiveEvent[];
  readonly told: readonly LiveEvent[];
}

function record(events: Iterable<LiveEvent>, budget: Partial<RowBudget> = {}): Recording {
  const kept: LiveEvent[] = [];
  const told: LiveEvent[] = [];
  const recorder = new Recorder((event) => told.push(event), {
    onKept: (event) => kept.push(event),
    budget: { ...runBudget, ...budget },
  });
  for (const event of events) recorder.take(event);
  return { recorded: recorder.finish(), kept, told };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

const analysed = (recorded: Recorded, of = { experiment, cells }) =>
  analyseRun({
    ...{ ...of, machine: makeMachine(2), samples: recorded.samples },
    trials: trialsByCell(recorded, 'ordinary'),
    emptyTrials: trialsByCell(recorded, 'empty'),
  });

const shape: Shape = { trials: 4, workers: 2, seconds: 8, hz: 25, tasks: 500 };
const small = {
  identities: 4,
  spans: 400,
  workers: 300,
  coreFigures: 400,
  processes: 60,
  resident: 60,
  heaps: 60,
  loop: 40,
};

describe('a run within its budget', () => {
  const { recorded } = record(eventsOfRun(shape));

  it('keeps every row, and says nothing of it', () => {
    expect(recorded.samples.reduced).toBeUndefined();
    expect(recorded.samples.workers.atNs).toHaveLength(4 * 200 * 2);
    expect(recorded.trials.map(({ spans }) => spans.task.length)).toEqual([500, 500, 500, 500]);
    expect(recorded.trials.some(({ taskTimes }) => taskTimes !== undefined)).toBe(false);
    expect(notesOf(recorded)).toEqual([]);
  });
});

describe('a run beyond its budget', () => {
  const whole = record(eventsOfRun(shape)).recorded;
  const recording = record(eventsOfRun(shape), small);
  const { recorded, told } = recording;
  const { samples } = recorded;

  it('keeps no more rows of any kind', () => {
    expect(samples.workers.atNs.length).toBeLessThanOrEqual(small.workers);
    expect(samples.cores.atNs.length * 4).toBeLessThanOrEqual(small.coreFigures);
    expect(samples.processes.atNs.length).toBeLessThanOrEqual(small.processes);
    expect(samples.resident.atNs.length).toBeLessThanOrEqual(small.resident);
    expect(samples.heaps.atNs.length).toBeLessThanOrEqual(small.heaps);
    expect(samples.loop.atNs.length).toBeLessThanOrEqual(small.loop);
    expect(sum(recorded.trials.map(({ spans }) => spans.task.length))).toBeLessThanOrEqual(400);
  });

  it('has every trial alike', () => {
    const rows = recorded.trials.map(
      ({ trial }) => samples.workers.trial.filter((one) => one === trial).length,
    );
    expect(Math.min(...rows)).toBeGreaterThan(40);
    const spans = recorded.trials.map(({ spans: { task } }) => task.length);
    expect(Math.min(...spans)).toBeGreaterThanOrEqual(98);
  });

  it('keeps sums of time, and shares by their spans', () => {
    expect(sum(samples.workers.onCpuNs)).toBeCloseTo(sum(whole.samples.workers.onCpuNs), -3);
    expect(sum(samples.workers.waitNs)).toBeCloseTo(sum(whole.samples.workers.waitNs), -3);
    expect(sum(samples.workers.spanNs)).toBeCloseTo(sum(whole.samples.workers.spanNs), -3);
    const busyNs = ({ cores: { busy, spanNs } }: Recorded['samples']): number =>
      sum((busy[0] ?? []).map((share, row) => share * (spanNs[row] ?? 0)));
    expect(busyNs(samples)).toBeCloseTo(busyNs(whole.samples), -3);
    for (const share of samples.cores.busy.flat()) expect(share).toBeLessThanOrEqual(1);
  });

  it('keeps maxima', () => {
    expect(Math.max(...samples.processes.pssBytes)).toBe(7e6);
    expect(Math.max(...samples.resident.rssBytes)).toBe(14e6);
    expect(Math.max(...samples.loop.maxNs)).toBe(10e6);
    expect(Math.max(...samples.heaps.usedBytes)).toBe(200_000);
  });

  it('lists some tasks of each trial, and knows what all took', () => {
    const [trial] = recorded.trials;
    const all = whole.trials[0]?.spans;
    const lengths = (all?.endNs ?? []).map((endNs, row) => endNs - (all?.startNs[row] ?? 0));
    expect(trial?.taskTimes).toMatchObject({
      ...{ tasks: 500, minNs: Math.min(...lengths), maxNs: Math.max(...lengths) },
      medianNs: median(lengths),
    });
    const { fromNs = [], tasks = [] } = trial?.taskTimes?.histogram ?? {};
    expect(sum(tasks)).toBe(500);
    fromNs.forEach((from, step) => {
      const within = lengths.filter((ns) => ns >= from && ns < (fromNs[step + 1] ?? Infinity));
      expect(within).toHaveLength(tasks[step] ?? -1);
    });
    expect([trial?.spans.task[0], trial?.spans.task.at(-1)]).toEqual([0, 499]);
    const kept = trial?.spans.endNs.map((endNs, row) => endNs - (trial.spans.startNs[row] ?? 0));
    expect(Math.max(...(kept ?? []))).toBe(Math.max(...lengths));
  });

  it('gives the same figures, or none', () => {
    const [some] = analysed(recorded).cells;
    const [all] = analysed(whole).cells;
    expect(some?.split).toEqual(all?.split);
    expect(some?.cold).toEqual(all?.cold);
    const id = cells[0]?.id ?? '';
    const time = (one: Recorded) => sumWorkerTime(analysed(one).cells, one.samples).get(id);
    expect(time(recorded)?.onCpu).toBeCloseTo(time(whole)?.onCpu ?? Number.NaN, 6);
    expect(analysed(recorded).warnings.map(({ kind }) => kind)).toEqual(
      analysed(whole).warnings.map(({ kind }) => kind),
    );
  });

  it('names the workers of some trials, and splits the time of the others all the same', () => {
    expect(recorded.trials.map(({ workers }) => workers.length)).toEqual([0, 2, 0, 2]);
    const few = record(eventsOfRun({ ...shape, workers: 64 }), { identities: 0 });
    const all = record(eventsOfRun({ ...shape, workers: 64 })).recorded;
    expect(few.recorded.trials.some(({ workers }) => workers.length > 0)).toBe(false);
    expect(few.recorded.trials.every(({ split }) => split !== undefined)).toBe(true);
    expect(analysed(few.recorded).cells[0]?.split).toEqual(analysed(all).cells[0]?.split);
    expect(record(few.kept, { identities: 0 }).recorded).toEqual(few.recorded);
  });

  it('says so, in the report and to whoever listens', () => {
    expect(notesOf(recorded)).toHaveLength(3);
    expect(notesOf(recorded)[0]).toContain('4 of 4 trials had more tasks');
    expect(notesOf(recorded)[1]).toContain(
      'of 2 of 4 trials it does not hold the process and thread',
    );
    expect(notesOf(recorded)[2]).toMatch(/\d+ of 800 of cores, \d+ of 1,600 of workers/);
    expect(told.filter(({ type }) => type === 'note')).toHaveLength(3);
    expect(told.at(-1)?.type).toBe('run-end');
    expect(samples.reduced?.workers).toEqual({ taken: 1600, kept: samples.workers.atNs.length });
  });

  it('is the same when what was kept is recorded again, as a journal is', () => {
    expect(record(recording.kept, small).recorded).toEqual(recorded);
    const types = recording.kept.map(({ type }) => type);
    expect(types.indexOf('spans')).toBeLessThan(types.indexOf('trial-end'));
  });

  it('leaves out the samples of some trials where there are more than rows', () => {
    const { samples: few } = record(eventsOfRun({ ...shape, trials: 40, seconds: 1 }), {
      workers: 40,
    }).recorded;
    const withRows = new Set(few.workers.trial);
    expect(withRows.size).toBeGreaterThan(10);
    expect(withRows.size).toBeLessThan(40);
    expect(few.workers.atNs.length).toBeLessThanOrEqual(40);
  });
});

describe('rows that are none', () => {
  it('are left out and counted', () => {
    const [begin, ...others] = eventsOfRun({ ...shape, trials: 1 });
    const samples = emptySamples(2);
    samples.cores.atNs.push(1);
    samples.cores.spanNs.push(Number.NaN);
    samples.cores.busy.forEach((busy) => busy.push(0.5));
    if (begin === undefined) throw new Error('no events');
    const { recorded } = record([begin, { type: 'samples', samples }, ...others]);
    expect(recorded.samples.cores.atNs).toHaveLength(200);
    expect(notesOf(recorded)).toEqual(['1 row of samples could not be read.']);
  });
});

/** A second of samples at the default rate. */
function secondOf(trial: number, workers: number, fromNs: number): LiveEvent {
  const hz = 25;
  const stepNs = second / hz;
  const samples = emptySamples(cores.length);
  const rows = Array.from({ length: hz * workers }, (_, row) => row);
  const atNs = rows.map((row) => fromNs + (Math.floor(row / workers) + 1) * stepNs);
  const onCpuNs = rows.map((row) => busyAt(row) * stepNs);
  const pids = rows.slice(0, 2 * workers);
  const read = pids.map((row) => fromNs + (row * second) / pids.length);
  const bytes = pids.map((row) => 1e7 + row);
  return {
    type: 'samples',
    samples: {
      cores: {
        atNs: samples.cores.atNs.concat(Array.from({ length: 12 }, (_, row) => fromNs + row * 8e7)),
        spanNs: Array.from({ length: 12 }, () => 8e7),
        busy: cores.map(() => Array.from({ length: 12 }, (_, row) => busyAt(row))),
      },
      workers: {
        atNs,
        spanNs: rows.map(() => stepNs),
        trial: rows.map(() => trial),
        worker: rows.map((row) => row % workers),
        onCpuNs,
        waitNs: onCpuNs,
        core: rows.map((row) => row % 2),
      },
      memory: {
        atNs: read,
        trial: pids.map(() => trial),
        pid: pids.map((row) => 100 + (row % workers)),
        rssBytes: bytes,
        pssBytes: bytes,
        privateBytes: bytes,
      },
      resident: emptySamples(0).resident,
    },
  };
}

// A long mode, for the figure in docs/measuring/sampler.md: CORELANE_DAY=1.
describe.runIf(process.env['CORELANE_DAY'] === '1')('a day of 64 workers', () => {
  it.each([1, 96, 8640])('in %i trials stays small', { timeout: 1_800_000 }, (trials) => {
    const [begin, , identities] = eventsOfRun({
      ...shape,
      trials,
      workers: 64,
      seconds: 0,
      tasks: 0,
    });
    if (begin === undefined || identities?.type !== 'workers') throw new Error('no events');
    if (begin.type !== 'run-begin') throw new Error('no beginning');
    const strategies = [{ kind: 'threads' as const, workers: 64 }];
    const own = { ...experiment, tasks: 2000, strategies };
    const [cell, ...none] = expandCells(own, 2);
    if (cell === undefined || none.length > 0) throw new Error('not one cell');
    const order = begin.order.map((planned) => ({ ...planned, cell: cell.id }));
    const recorder = new Recorder(() => undefined);
    recorder.take({ ...begin, experiment: own, cells: [cell], order });
    let most = 0;
    const daySeconds = 86_400;
    for (let at = 0; at < daySeconds; at += 1) {
      const trial = Math.floor((at * trials) / daySeconds);
      recorder.take(secondOf(trial, 64, at * second));
      recorder.take({ type: 'loop', loop: { atNs: [at * second], maxNs: [at] } });
      most = Math.max(most, process.memoryUsage().heapUsed);
      if (Math.floor(((at + 1) * trials) / daySeconds) === trial) continue;
      const task = Array.from({ length: 2000 }, (_, row) => row);
      const startNs = task.map((row) => (at * second + row * 1000) / 2);
      const endNs = startNs.map((ns, row) => ns + 500 + (row % 7));
      const spans = { task, worker: task.map((row) => row % 64), startNs, endNs };
      recorder.take({ ...identities, trial });
      recorder.take({ type: 'spans', trial, spans });
      const beganNs = Math.ceil((trial * daySeconds) / trials) * second;
      const runNs = (at + 1) * second - beganNs;
      const phases = { spawnNs: 0, readyNs: 0, runNs, collectNs: 0, joinNs: 0 };
      const times = { startNs: beganNs, endNs: beganNs + runNs, coldNs: runNs, warmNs: runNs };
      recorder.take({ type: 'trial-end', end: { trial, status: 'ok', ...times, phases } });
    }
    recorder.take({ type: 'run-end', status: 'done' });
    const recorded = recorder.finish();
    const machine = makeMachine(2);
    const report = {
      ...makeReport({ experiment }),
      ...analysed(recorded, { experiment: own, cells: [cell] }),
      environment: machine,
    };
    const began = performance.now();
    const whole = { ...report, experiment: own, samples: recorded.samples };
    const text = [...renderJson({ ...whole, run: { ...whole.run, notes: [...recorded.notes] } })];
    const length = text.reduce((sum, piece) => sum + piece.length, 0);
    const wroteMs = performance.now() - began;
    const opened = parseReport(text.join(''));
    const openedMs = performance.now() - began - wroteMs;
    process.stderr.write(
      `${trials} trials: heap ${Math.round(most / 1e6)} MB at most, report ${Math.round(length / 1e6)} MB, written in ${Math.round(wroteMs)} ms, opened in ${Math.round(openedMs)} ms: ${opened.ok ? 'fine' : problemText(opened.problem)}\n${notesOf(recorded).join('\n')}\n`,
    );
    expect(opened.ok).toBe(true);
    expect(length).toBeLessThan(200e6);
    expect(most).toBeLessThan(700e6);
  });
});
