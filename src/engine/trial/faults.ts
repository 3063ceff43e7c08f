// Turns a host's report of a failed task into a status and a failure: the same in every strategy. Pure.
import { cleanSentence, cleanText } from '@shared/base/clean-text';
import {
  withHint,
  type Failure,
  type FailureHint,
  type NatureLimit,
} from '@shared/report/failures';
import { wordsIn } from '@shared/base/said';
import type { Shortage } from '@shared/report/shortages';
import type { TrialStatus } from '@shared/report/statuses';
import type { FromHost } from '@shared/wire/messages';
import { fileName, isModule, languageOfFile } from '@shared/experiment/own-code';
import { pythonLimitIn, threadLimitIn } from '@shared/report/by-nature';
import type { Workload } from '@shared/experiment/workloads';
import { lostExitCode } from '../host/lost-channel';
import { shortageIn } from '../processes/shortage';
import type { ChildExit } from '../types';

export type Fault = Extract<FromHost, { type: 'fault' }>;

/** Of what was thrown: an own message may be a page. */
const maxLength = 1000;

export function statusOf({ kind, signal }: Fault): Exclude<TrialStatus, 'ok'> {
  if (kind === 'threw') return 'failed';
  return signal === undefined ? 'exited' : 'killed';
}

/**
 * The failure with its place, and where it is a reason against a strategy, with that as a hint.
 * @param stderr the end of the host's standard error: where a helper of a runtime has failed, it says so there
 * @param python the strategy of a program in Python
 */
export function failureOfFault(
  fault: Fault,
  workload: Workload,
  stderr = '',
  python?: string,
): Failure {
  const { kind, worker: host, pid, signal, exitCode: code } = fault;
  if (kind === 'process-ended' && (signal !== undefined || code !== undefined)) {
    const exit = signal === undefined ? { code: code ?? 0 } : { signal };
    return failureOfExit({ host, pid }, exit, isModule(workload) ? '' : stderr);
  }
  const lacks = lackOf(fault, stderr);
  const failure = failureOf(fault, lacks, workload);
  const cannot = lacks === undefined ? limitIn(fault, python) : undefined;
  return cannot === undefined ? failure : withHint(failure, cannot);
}

/** What the strategy can't do by its nature, where what was thrown says so. */
function limitIn(fault: Fault, python: string | undefined): NatureLimit | undefined {
  const thrown = cleanSentence(wordsOf(fault), maxLength);
  return python === undefined ? threadLimitIn(thrown) : pythonLimitIn(python, thrown, fault.stack);
}

/** What own code or a runtime says, without what is said beside it. */
const wordsOf = ({ message, reason }: Fault): string => wordsIn(reason ?? message);

/** The limit that was reached, where Corelane's own part of the work met it and does not say so itself. */
function lackOf(fault: Fault, stderr: string): Shortage | undefined {
  const { task, stage } = fault;
  const message = wordsOf(fault);
  if (task !== undefined || stage !== undefined || /ulimit|\/dev\/shm/.test(message))
    return undefined;
  // A helper of multiprocessing's that has ended tells nobody why: its pipe is at its end.
  return shortageIn(message) ?? (/EOFError/.test(message) ? shortageIn(stderr) : undefined);
}

function failureOf(fault: Fault, lacks: Shortage | undefined, workload: Workload): Failure {
  const { kind, worker, task, stage } = fault;
  if (fault.stack?.startsWith('Error [ERR_WORKER_OUT_OF_MEMORY]') === true)
    return { code: 'heap-full', args: {} };
  const text = cleanSentence(wordsOf(fault), maxLength);
  const words = text.replace(/\.$/, '');
  const place = placeOf(text, fault.stack, workload);
  if (kind === 'called') {
    // Named only where nothing nearer is: whoever reads it is told once what ran.
    const named = task === undefined && stage !== 'setup' && stage !== 'teardown';
    const file = named && isModule(workload) ? fileName(workload.path) : undefined;
    return { code: 'called', args: { said: words, place, task, stage, file } };
  }
  const said = { said: fault.reason ?? words, place };
  if (stage === 'uncaught' || stage === 'unhandled') return { code: stage, args: said };
  const code = kind === 'threw' ? 'threw' : 'ended-early';
  return { code, args: { ...said, worker, task, stage, lacks } };
}

/** `work.mts:3` of what came from a user's own file and does not say so itself. */
function placeOf(said: string, stack: string | undefined, workload: Workload): string | undefined {
  if (!isModule(workload) || said.includes(fileName(workload.path))) return undefined;
  const place = placeIn(stack ?? '', workload.path);
  return place === undefined ? undefined : cleanText(place, 200);
}

/** A process that runs workers. */
interface HostName {
  readonly host: number | undefined;
  readonly pid: number | undefined;
}

/**
 * Returns how a process ended.
 * @param said the end of its standard error: a runtime that lacks something at its start says so there
 */
export function failureOfExit(of: HostName, exit: ChildExit, said = ''): Failure {
  const { code, signal } = exit;
  // Only what a runtime does by itself: an exit with code 0, or for somebody's signal, is not explained.
  const lacks = signal === 'SIGABRT' || (code ?? 0) > 0 ? shortageIn(said) : undefined;
  if (signal === 'SIGABRT' && /^FATAL ERROR: .*JavaScript heap out of memory/m.test(said))
    return { code: 'heap-full', args: {} };
  if (signal !== undefined) return { code: 'host-killed', args: { ...of, signal, lacks } };
  if (code === undefined) {
    const why = exit.why?.replace(/\.$/, '');
    return { code: 'host-not-started', args: { ...of, why, lacks: exit.lacks } };
  }
  if (code === lostExitCode && lacks === undefined) return { code: 'channel-closed', args: of };
  return { code: 'host-exited', args: { ...of, exitCode: code, lacks } };
}

/** What Python looks for its own library by, the likeliest cause first. */
const libraryVariables = ['PYTHONHOME', 'PYTHONPLATLIBDIR', 'PYTHONPATH'] as const;

/**
 * Returns the variable because of which a Python has probably not started; undefined where none is known to be.
 * @param stderr the end of its standard error
 */
export function pythonStartHint(
  stderr: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): FailureHint | undefined {
  const fatal = /^Fatal Python error: .*$/m.exec(stderr)?.[0];
  if (fatal === undefined) return undefined;
  const named = /\bPYTHON[A-Z0-9_]+/.exec(fatal)?.[0];
  const names = [
    ...(named === undefined ? [] : [named]),
    ...(/No module named '?encodings/.test(stderr) ? libraryVariables : []),
    ...(/^LookupError: unknown encoding/m.test(stderr) ? ['PYTHONIOENCODING'] : []),
  ];
  const name = names.find((one) => (env[one] ?? '') !== '');
  if (name === undefined) return undefined;
  return { code: 'python-variable', args: { name, value: cleanText(env[name] ?? '', 300) } };
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The innermost place of `path` in a stack, `work.mts:3`; undefined where the stack has none. */
export function placeIn(stack: string, path: string): string | undefined {
  const name = fileName(path);
  // Node.js tells the innermost first, Python last.
  const line =
    languageOfFile(path) === 'python'
      ? [...stack.matchAll(new RegExp(`[\\\\/"]${escape(name)}", line (\\d+)`, 'g'))].at(-1)?.[1]
      : new RegExp(`[\\\\/]${escape(name)}:(\\d+)`).exec(stack)?.[1];
  return line === undefined ? undefined : `${name}:${line}`;
}
