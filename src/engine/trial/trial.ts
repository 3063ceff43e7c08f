// One trial from its first process to its last: fresh hosts, one go, the proof, and nothing left.
import { defined } from '@shared/base/defined';
import { withHint, type FailureHint } from '@shared/report/failures';
import type { Evidence, TrialEnd } from '@shared/report/live';
import type { HostFinished } from '@shared/wire/messages';
import {
  describeOwnCode,
  fileName,
  isModule,
  languageOfFile,
  runsPrograms,
} from '@shared/experiment/own-code';
import { isDispatchedByEngine } from '@shared/experiment/strategies';
import { findMismatch, variantChecksums } from './checksums';
import { TrialEnded, type EndingCause } from './ending';
import { pythonStartHint } from './faults';
import { runAsProgram } from './program-trial';
import {
  TrialSession,
  type TrialContext,
  type TrialRequest,
  type TrialResult,
} from './trial-session';
import { timesOfTrial } from './timing';
import { runAsWorkers } from './worker-trial';

export interface TrialOutcome {
  readonly end: TrialEnd;
  /** Absent when the trial did not finish. */
  readonly finished?: readonly HostFinished[];
}

/** Runs one trial. Never rejects for what a workload does; when it resolves, no process is left. */
export async function runTrial(
  context: TrialContext,
  request: TrialRequest,
): Promise<TrialOutcome> {
  const session = new TrialSession(context, request);
  const { clock, sampler } = context;
  let result: TrialResult | undefined;
  let stoodStillNs = 0;
  sampler.onMemory = (memory, kin) => session.addMemory(memory, kin);
  try {
    result = await runCell(session);
    session.clearLimit();
    checkWork(session, result.finished);
  } catch (error) {
    if (!(error instanceof TrialEnded)) throw error;
  } finally {
    stoodStillNs = session.stoodStillNs;
    session.clearLimit();
    sampler.onMemory = undefined;
    sampler.unwatch(request.trial);
    await session.endHosts();
    sampler.guard([]);
  }
  await stderrRead();
  const still = stoodStillNs > 0 ? { stoodStillNs } : {};
  const end = { ...describeEnd(session, result, clock.now()), ...still };
  return result === undefined ? { end } : { end, finished: result.finished };
}

function runCell(session: TrialSession): Promise<TrialResult> {
  const { strategy } = session.request.cell;
  return isDispatchedByEngine(strategy) ? runAsWorkers(session) : runAsProgram(session);
}

function checkWork(session: TrialSession, finished: readonly HostFinished[]): void {
  const { tasks, ending } = session.request;
  const results = finished.map((host) => host.results);
  // Without a reference its first tasks are the measure of the others.
  const reference =
    session.request.reference ?? variantChecksums(results, session.context.experiment);
  const mismatch = findMismatch(results, tasks, reference);
  if (mismatch !== undefined) ending.end({ status: 'mismatch', evidence: mismatch });
}

/** Two turns of the event loop: what a dead child had written is read by then. */
async function stderrRead(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

function describeEnd(
  session: TrialSession,
  result: TrialResult | undefined,
  endNs: number,
): TrialEnd {
  const { trial, ending } = session.request;
  const { cause } = ending;
  return {
    trial,
    status: cause?.status ?? 'ok',
    ...defined({
      evidence: cause && withFile(withStderr(cause, session), session),
    }),
    endNs,
    ...figures(result),
    ...memory(session, result),
    ...notesOf(session),
  };
}

/** What own code printed is reported from here on, in bytes. */
const printedMuch = 1e6;

function notesOf({ notes, printedBytes }: TrialSession): Pick<TrialEnd, 'notes'> {
  const told = [...notes];
  if (printedBytes >= printedMuch) told.push({ code: 'printed', args: { bytes: printedBytes } });
  return told.length === 0 ? {} : { notes: told };
}

function withStderr(cause: EndingCause, session: TrialSession): EndingCause['evidence'] {
  const tail = cause.host === undefined ? '' : session.hosts[cause.host]?.handle.stderrTail();
  return tail === undefined || tail === ''
    ? cause.evidence
    : { ...cause.evidence, stderrTail: tail };
}

/** Returns whether what was said holds these words, at any depth. */
function mentions(said: unknown, words: string): boolean {
  if (typeof said === 'string') return said.includes(words);
  return (
    typeof said === 'object' &&
    said !== null &&
    Object.values(said).some((part) => mentions(part, words))
  );
}

/** Returns what own code has probably done where a process crashed. */
function crashHint(
  { signal = '', failure, stderrTail = '' }: Evidence,
  session: TrialSession,
): FailureHint | undefined {
  const { workload } = session.context.experiment;
  const isNode = isModule(workload) && languageOfFile(workload.path) === 'node';
  const isExplained = 'lacks' in failure.args && failure.args.lacks !== undefined;
  if (failure.code === 'heap-full' || isExplained) return undefined;
  if (isNode && signal === 'SIGABRT' && !mentions(failure.args, 'process.abort'))
    return { code: 'descriptors-closed', args: {} };
  if (!isNode && failure.code === 'host-exited') return pythonStartHint(stderrTail);
  // Modules that were not made for them can crash interpreters of their own.
  const isolated = session.request.cell.strategy === 'python-interpreters';
  return isolated && /^SIG(?:SEGV|ABRT|BUS|ILL)$/.test(signal)
    ? { code: 'module-not-isolated', args: {} }
    : undefined;
}

/** With the user's own file named, where what happened does not name it. */
function withFile(evidence: Evidence, session: TrialSession): Evidence {
  const { workload } = session.context.experiment;
  const stopped = session.request.ending.cause?.status === 'stopped';
  if (stopped || !isModule(workload) || mentions(evidence.failure.args, fileName(workload.path)))
    return evidence;
  const ran = withHint(evidence.failure, {
    code: 'ran',
    args: { work: describeOwnCode(workload) },
  });
  const hint = crashHint(evidence, session);
  return { ...evidence, failure: hint === undefined ? ran : withHint(ran, hint) };
}

function figures(result: TrialResult | undefined): Partial<TrialEnd> {
  if (result === undefined) return {};
  const { moments, finished } = result;
  return {
    startNs: moments.decidedNs,
    ...timesOfTrial(moments),
    ...cpuTime(finished),
    ...parentResult(finished),
  };
}

function parentResult([program]: readonly HostFinished[]): Pick<TrialEnd, 'parentResult'> {
  return defined({ parentResult: program?.parentResult });
}

/** The sums over all hosts; absent where one of them does not know it. */
function cpuTime(
  finished: readonly HostFinished[],
): Pick<TrialEnd, 'cpuUserNs' | 'cpuSystemNs' | 'cpuWarmNs'> {
  const sums = { cpuUserNs: 0, cpuSystemNs: 0, cpuWarmNs: 0 };
  for (const { cpu } of finished) {
    if (cpu === undefined) return {};
    sums.cpuUserNs += cpu.userNs;
    sums.cpuSystemNs += cpu.systemNs;
    sums.cpuWarmNs += cpu.warmNs;
  }
  return sums;
}

/** The sum over all hosts; absent where one of them does not know it. */
function peakRss(finished: readonly HostFinished[]): number | undefined {
  let sum = 0;
  for (const { peakRssBytes } of finished) {
    if (peakRssBytes === undefined) return undefined;
    sum += peakRssBytes;
  }
  return sum;
}

/**
 * Returns what the hosts held with all that they had started. Where their tasks are programs it is not known
 * unless some of these were read: most may be gone by the time anybody looks.
 */
function memory(session: TrialSession, result: TrialResult | undefined): Partial<TrialEnd> {
  const programs = runsPrograms(session.context.experiment.workload);
  if (programs && !session.kinRead) return {};
  const { peak } = session.peaks;
  return defined({
    peakRssBytes: result === undefined || programs ? undefined : peakRss(result.finished),
    peakPssBytes: peak?.pssBytes,
    peakPrivateBytes: peak?.privateBytes,
    leftPssBytes: session.leftPssBytes,
  });
}
