// The run as a trace for Perfetto, chrome://tracing and speedscope: Chrome's Trace Event Format, JSON
// object form. A process of the trace is a trial, a thread of it a worker; the cores and the leading
// process's event loop are counters of processes of their own. Readers give process 0 and thread 0 a
// meaning of their own, so all numbers begin at 1.
import { inLanguage } from '@present/messages/message';
import { noteText } from '@present/words/engine/notes';
import { labelCell, numberTrial } from '@present/names/cells';
import type { Report, ReportSamples, TrialReport } from '@shared/report/report';
import { coalesceChunks } from './base/pieces';
import { counter, named, ordered, overlapping, slice, type Thread } from './trace-events';
import { maxLanes, placeSpans } from './trace-lanes';
import { stretchOf } from './trace-time';

const coresPid = 1;
const leaderPid = 2;
/** Trials have the numbers after those, in the order of the run. */
const firstTrialPid = 3;
/** The thread of a trial that shows its phases; the lanes of its workers have the numbers after it. */
const phasesTid = 1;
const firstLaneTid = 2;

/** Programs and their users read a trace in English, whatever language the window speaks. */
const inEnglish = <T>(write: () => T): T => inLanguage('en', write);

interface NamedTrial {
  readonly label: string;
  readonly trial: TrialReport;
  readonly pid: number;
}

/** Every trial in the order of the run, with a process number of its own. */
function listTrials({ cells }: Report): readonly NamedTrial[] {
  return cells
    .flatMap((cell) => {
      const label = inEnglish(() => labelCell(cell));
      return [
        ...cell.trials.map((trial) => ({ label, trial })),
        ...cell.emptyTrials.map((trial) => ({ label: `${label}, empty tasks`, trial })),
      ];
    })
    .sort((one, other) => one.trial.order - other.trial.order)
    .map((one, index) => ({ ...one, pid: firstTrialPid + index }));
}

function* trialNames({ label, trial, pid }: NamedTrial): Generator<string> {
  const { taskTimes, spans } = trial;
  const marks = [
    ...(trial.warmup ? [', warm-up'] : []),
    ...(trial.status === 'ok' ? [] : [`, ${trial.status}`]),
    ...(taskTimes === undefined ? [] : [`, ${spans.task.length} of ${taskTimes.tasks} tasks`]),
  ].join('');
  const phases = { pid, tid: phasesTid };
  yield named(
    'process_name',
    phases,
    `${inEnglish(() => numberTrial(trial.trial))}: ${label}${marks}`,
  );
  yield ordered(pid, phasesTid);
  yield named('thread_name', phases, 'phases');
}

/** The phases one after another; joining is drawn where the clock stood still for the last look. */
function* trialPhases({ trial, pid }: NamedTrial): Generator<string> {
  if (trial.startNs === undefined || trial.phases === undefined) return;
  const { spawnNs, readyNs, runNs, collectNs, joinNs } = trial.phases;
  let atNs = trial.startNs;
  const phases = { spawn: spawnNs, ready: readyNs, run: runNs, collect: collectNs, join: joinNs };
  for (const [name, ns] of Object.entries(phases)) {
    const stretch = stretchOf(atNs, atNs + Math.max(0, ns));
    if (stretch === undefined) return;
    yield slice({ pid, tid: phasesTid }, name, 'phase', stretch.fromNs, stretch.toNs);
    atNs += Math.max(0, ns);
  }
}

/** @param nextId gives the number of a task that overlaps too many others for a lane */
function* trialSpans({ trial, pid }: NamedTrial, nextId: () => number): Generator<string> {
  const { workers, place, lane, fromNs, toNs } = placeSpans(trial.spans);
  const shown = new Set<number>();
  for (let row = 0; row < lane.length; row += 1) {
    const at = lane[row] ?? -1;
    if (at < 0) continue;
    const worker = place[row] ?? 0;
    const thread: Thread = { pid, tid: firstLaneTid + worker * (maxLanes + 1) + at };
    if (!shown.has(thread.tid)) {
      shown.add(thread.tid);
      yield named('thread_name', thread, describeLane(trial, workers[worker] ?? 0, at));
    }
    const [from, to] = [fromNs[row] ?? 0, toNs[row] ?? 0];
    const task = trial.spans.task[row] ?? 0;
    if (at < maxLanes) yield slice(thread, `task ${task}`, 'task', from, to);
    else yield* overlapping(thread, nextId(), task, from, to);
  }
}

function describeLane({ workers }: TrialReport, worker: number, lane: number): string {
  const identity = workers.find((one) => one.worker === worker);
  const ids =
    identity === undefined
      ? ''
      : ` (pid ${identity.pid}${identity.tid === undefined ? '' : `, tid ${identity.tid}`})`;
  const at =
    lane === 0
      ? ''
      : lane < maxLanes
        ? `, task ${lane + 1} at once`
        : ', its tasks as they overlap';
  return `worker ${worker + 1}${at}${ids}`;
}

function* coreCounters({ coreIds, cores }: ReportSamples): Generator<string | undefined> {
  if (cores.atNs.length === 0) return;
  yield named('process_name', { pid: coresPid, tid: phasesTid }, 'Cores');
  for (let row = 0; row < cores.atNs.length; row += 1) {
    for (let core = 0; core < coreIds.length; core += 1) {
      const busy = cores.busy[core]?.[row];
      yield counter(`core ${coreIds[core]}`, coresPid, cores.atNs[row], { busy });
    }
  }
}

type PidOf = (trial: number | undefined) => number | undefined;

function* workerCounters({ workers }: ReportSamples, pidOf: PidOf): Generator<string | undefined> {
  for (let row = 0; row < workers.atNs.length; row += 1) {
    const pid = pidOf(workers.trial[row]);
    const spanNs = workers.spanNs[row] ?? 0;
    if (pid === undefined || spanNs <= 0) continue;
    yield counter(`worker ${(workers.worker[row] ?? 0) + 1}`, pid, workers.atNs[row], {
      'on CPU': (workers.onCpuNs[row] ?? 0) / spanNs,
      'in the run queue': (workers.waitNs[row] ?? 0) / spanNs,
    });
  }
}

function* memoryCounters(
  { processes }: ReportSamples,
  pidOf: PidOf,
): Generator<string | undefined> {
  for (let row = 0; row < processes.atNs.length; row += 1) {
    const pid = pidOf(processes.trial[row]);
    if (pid === undefined) continue;
    const own = processes.privateBytes[row] ?? 0;
    yield counter(`memory of ${processes.pid[row]}`, pid, processes.atNs[row], {
      'private bytes': own,
      'shared bytes, in proportion': Math.max(0, (processes.pssBytes[row] ?? 0) - own),
    });
  }
}

function* residentCounters(
  { resident }: ReportSamples,
  pidOf: PidOf,
): Generator<string | undefined> {
  for (let row = 0; row < resident.atNs.length; row += 1) {
    const pid = pidOf(resident.trial[row]);
    if (pid === undefined) continue;
    const ofFiles = resident.sharedBytes[row] ?? 0;
    yield counter(`RSS of ${resident.pid[row]}`, pid, resident.atNs[row], {
      'anonymous bytes': Math.max(0, (resident.rssBytes[row] ?? 0) - ofFiles),
      'bytes of files and shared memory': ofFiles,
    });
  }
}

function* loopCounters({ loop }: ReportSamples, shell: string): Generator<string | undefined> {
  if (loop.atNs.length === 0) return;
  yield named('process_name', { pid: leaderPid, tid: phasesTid }, `Corelane (${shell})`);
  for (let row = 0; row < loop.atNs.length; row += 1) {
    yield counter('event-loop delay', leaderPid, loop.atNs[row], {
      ms: (loop.maxNs[row] ?? Number.NaN) / 1e6,
    });
  }
}

function* events(report: Report): Generator<string | undefined> {
  const trials = listTrials(report);
  const pids = new Map(trials.map(({ trial, pid }) => [trial.trial, pid]));
  const pidOf: PidOf = (trial) => (trial === undefined ? undefined : pids.get(trial));
  let tasksAtOnce = 0;
  for (const one of trials) {
    yield* trialNames(one);
    yield* trialPhases(one);
    yield* trialSpans(one, () => (tasksAtOnce += 1));
  }
  yield* coreCounters(report.samples);
  yield* workerCounters(report.samples, pidOf);
  yield* memoryCounters(report.samples, pidOf);
  yield* residentCounters(report.samples, pidOf);
  yield* loopCounters(report.samples, report.program.shell);
}

/** The report as a trace, piece by piece. Times count from the run's origin. */
export function* renderTrace(report: Report): Generator<string> {
  const { experiment, program, createdAt, id, run } = report;
  const other = {
    experiment: experiment.name,
    createdAt,
    report: id,
    ...program,
    notes: inEnglish(() => run.notes.map(noteText)),
  };
  yield `{"displayTimeUnit":"ms","otherData":${JSON.stringify(other)},"traceEvents":[`;
  yield* coalesceChunks(separated(events(report)));
  yield '\n]}\n';
}

function* separated(lines: Iterable<string | undefined>): Generator<string> {
  let between = '\n';
  for (const line of lines) {
    if (line === undefined) continue;
    yield between + line;
    between = ',\n';
  }
}
