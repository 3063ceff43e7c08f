// The run as a trace for Perfetto, chrome://tracing and speedscope: Chrome's Trace Event Format, JSON
// object form. A process of the trace is a trial, a thread of it a worker; the cores and the leading
// process's event loop are counters of processes of their own.
import { labelCell, numberTrial } from '@analysis/names';
import type { Report, ReportSamples, TrialReport } from '@shared/report';
import { gather } from './pieces';
import { assignLanes } from './trace-lanes';

const coresPid = 0;
const leaderPid = 1;
/** A trial's process in the trace: its number after those two. */
const pidOf = (trial: number): number => trial + 2;
/** The thread of a trial that shows its phases. */
const phasesTid = 0;
/** Lanes one worker can have: tasks at once on one event loop. */
const lanesPerWorker = 10_001;

/** Microseconds, the format's unit, to the nanosecond. */
const us = (ns: number): number => Math.round(ns) / 1000;

type Facts = Readonly<Record<string, string | number>>;

const event = (facts: Facts, args?: Facts): string =>
  JSON.stringify(args === undefined ? facts : { ...facts, args });

const named = (what: string, pid: number, tid: number, name: string): string =>
  event({ name: what, ph: 'M', pid, tid }, { name });

const counter = (name: string, pid: number, atNs: number, args: Facts): string =>
  event({ name, ph: 'C', pid, ts: us(atNs) }, args);

interface NamedTrial {
  readonly label: string;
  readonly trial: TrialReport;
}

function* trialNames({ label, trial }: NamedTrial): Generator<string> {
  const pid = pidOf(trial.trial);
  const marks = `${trial.warmup ? ', warm-up' : ''}${trial.status === 'ok' ? '' : `, ${trial.status}`}`;
  yield named('process_name', pid, 0, `${numberTrial(trial.trial)}: ${label}${marks}`);
  yield event({ name: 'process_sort_index', ph: 'M', pid }, { sort_index: pid });
  yield named('thread_name', pid, phasesTid, 'phases');
}

/** The phases one after another; joining is drawn where the clock stood still for the last look. */
function* trialPhases({ trial }: NamedTrial): Generator<string> {
  if (trial.startNs === undefined || trial.phases === undefined) return;
  const { spawnNs, readyNs, runNs, collectNs, joinNs } = trial.phases;
  let atNs = trial.startNs;
  const phases = { spawn: spawnNs, ready: readyNs, run: runNs, collect: collectNs, join: joinNs };
  for (const [name, ns] of Object.entries(phases)) {
    const pid = pidOf(trial.trial);
    yield event({ name, cat: 'phase', ph: 'X', ts: us(atNs), dur: us(ns), pid, tid: phasesTid });
    atNs += ns;
  }
}

function* trialSpans({ trial }: NamedTrial): Generator<string> {
  const { task, worker, startNs, endNs } = trial.spans;
  const lanes = assignLanes(trial.spans);
  const pid = pidOf(trial.trial);
  const tidOf = (row: number): number =>
    1 + (worker[row] ?? 0) * lanesPerWorker + (lanes[row] ?? 0);
  const shown = new Set<number>();
  for (let row = 0; row < task.length; row += 1) {
    const tid = tidOf(row);
    if (!shown.has(tid)) {
      shown.add(tid);
      yield named('thread_name', pid, tid, describeLane(trial, worker[row] ?? 0, lanes[row] ?? 0));
    }
    const start = startNs[row] ?? 0;
    const duration = us((endNs[row] ?? 0) - start);
    // By hand: a million times the library's way would take seconds.
    yield `{"name":"task ${task[row]}","cat":"task","ph":"X","ts":${us(start)},"dur":${duration},"pid":${pid},"tid":${tid}}`;
  }
}

function describeLane({ workers }: TrialReport, worker: number, lane: number): string {
  const identity = workers.find((one) => one.worker === worker);
  const at = lane === 0 ? '' : `, task ${lane + 1} at once`;
  const ids =
    identity === undefined
      ? ''
      : ` (pid ${identity.pid}${identity.tid === undefined ? '' : `, tid ${identity.tid}`})`;
  return `worker ${worker + 1}${at}${ids}`;
}

function* coreCounters({ coreIds, cores }: ReportSamples): Generator<string> {
  if (cores.atNs.length === 0) return;
  yield named('process_name', coresPid, 0, 'Cores');
  for (let row = 0; row < cores.atNs.length; row += 1) {
    for (let core = 0; core < coreIds.length; core += 1) {
      const busy = cores.busy[core]?.[row];
      if (busy === undefined) continue;
      yield counter(`core ${coreIds[core]}`, coresPid, cores.atNs[row] ?? 0, { busy });
    }
  }
}

function* workerCounters({ workers }: ReportSamples): Generator<string> {
  for (let row = 0; row < workers.atNs.length; row += 1) {
    const trial = workers.trial[row] ?? -1;
    const spanNs = workers.spanNs[row] ?? 0;
    if (trial < 0 || spanNs <= 0) continue;
    yield counter(
      `worker ${(workers.worker[row] ?? 0) + 1}`,
      pidOf(trial),
      workers.atNs[row] ?? 0,
      {
        'on CPU': (workers.onCpuNs[row] ?? 0) / spanNs,
        'in the run queue': (workers.waitNs[row] ?? 0) / spanNs,
      },
    );
  }
}

function* memoryCounters({ processes }: ReportSamples): Generator<string> {
  for (let row = 0; row < processes.atNs.length; row += 1) {
    const trial = processes.trial[row] ?? -1;
    if (trial < 0) continue;
    const own = processes.privateBytes[row] ?? 0;
    yield counter(`memory of ${processes.pid[row]}`, pidOf(trial), processes.atNs[row] ?? 0, {
      'private bytes': own,
      'shared bytes, in proportion': Math.max(0, (processes.pssBytes[row] ?? 0) - own),
    });
  }
}

function* loopCounters({ loop }: ReportSamples, shell: string): Generator<string> {
  if (loop.atNs.length === 0) return;
  yield named('process_name', leaderPid, 0, `Corelane (${shell})`);
  for (let row = 0; row < loop.atNs.length; row += 1) {
    yield counter('event-loop delay', leaderPid, loop.atNs[row] ?? 0, {
      ms: (loop.maxNs[row] ?? 0) / 1e6,
    });
  }
}

function* events(report: Report): Generator<string> {
  for (const cell of report.cells) {
    const label = labelCell(cell);
    const ordinary = cell.trials.map((trial) => ({ label, trial }));
    const empty = cell.emptyTrials.map((trial) => ({ label: `${label}, empty tasks`, trial }));
    for (const named of [...ordinary, ...empty]) {
      yield* trialNames(named);
      yield* trialPhases(named);
      yield* trialSpans(named);
    }
  }
  yield* coreCounters(report.samples);
  yield* workerCounters(report.samples);
  yield* memoryCounters(report.samples);
  yield* loopCounters(report.samples, report.program.shell);
}

/** The report as a trace, piece by piece. Times count from the run's origin. */
export function* renderTrace(report: Report): Generator<string> {
  const { experiment, program, createdAt, id } = report;
  const other = { experiment: experiment.name, createdAt, report: id, ...program };
  yield `{"displayTimeUnit":"ms","otherData":${JSON.stringify(other)},"traceEvents":[`;
  yield* gather(separated(events(report)));
  yield '\n]}\n';
}

function* separated(lines: Iterable<string>): Generator<string> {
  let between = '\n';
  for (const line of lines) {
    yield between + line;
    between = ',\n';
  }
}
