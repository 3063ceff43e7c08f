// What a host says of a task that went wrong, as a status and one sentence: the same in every strategy. Pure.
import { cleanText } from '@shared/base/clean-text';
import type { TrialStatus } from '@shared/report/live';
import type { FromHost } from '@shared/wire/messages';
import { fileName, isModule, languageOfFile } from '@shared/experiment/own-code';
import { threadsCannot } from '@shared/experiment/threads-cannot';
import type { Workload } from '@shared/experiment/workloads';
import { lostExitCode } from '../host/lost-channel';
import { describeShortage } from '../processes/shortage';
import type { ChildExit } from '../types';

export type Fault = Extract<FromHost, { type: 'fault' }>;

/** Of what was thrown: an own message may be a page. */
const maxLength = 1000;

export function statusOf({ kind, signal }: Fault): Exclude<TrialStatus, 'ok'> {
  if (kind === 'threw') return 'failed';
  return signal === undefined ? 'exited' : 'killed';
}

/**
 * One sentence with the place, and where it is a reason against a strategy, with that.
 * @param stderr the end of the host's standard error: where a helper of a runtime has failed, it says so there
 */
export function describeFault(fault: Fault, workload: Workload, stderr = ''): string {
  const said = cleanText(fault.message, maxLength);
  const text = said.replace(/\.$/, '') + describePlace(said, fault.stack, workload);
  const { kind, worker, pid, signal, exitCode: code } = fault;
  if (kind === 'process-ended' && (signal !== undefined || code !== undefined)) {
    const exit = signal === undefined ? { code: code ?? 0 } : { signal };
    return sayExit(nameHost(worker, pid), exit, isModule(workload) ? '' : stderr);
  }
  const lacks = describeLack(fault, stderr);
  if (lacks !== undefined) return `${sentence(fault, text, workload)}: ${lacks}.`;
  const reason = threadsCannot(fault.message);
  return `${sentence(fault, text, workload)}.${reason === undefined ? '' : ` ${reason}`}`;
}

/** The limit that was reached, where Corelane's own part of the work met it and does not say so itself. */
function describeLack({ message, task, stage }: Fault, stderr: string): string | undefined {
  if (task !== undefined || stage !== undefined || /ulimit|\/dev\/shm/.test(message))
    return undefined;
  // A helper of multiprocessing's that has ended tells nobody why: its pipe is at its end.
  return (
    describeShortage(message) ?? (/EOFError/.test(message) ? describeShortage(stderr) : undefined)
  );
}

function sentence(fault: Fault, text: string, workload: Workload): string {
  const { kind, worker, stage } = fault;
  if (kind === 'called') {
    const outside = stage === 'uncaught' ? ' outside of any task' : '';
    return `${callerOf(fault, workload)} called ${text}${outside}`;
  }
  if (stage === 'uncaught')
    return `An error was thrown outside of any task and not handled: ${text}`;
  if (stage === 'unhandled') {
    return `A promise was rejected outside of any task and not handled: ${text}`;
  }
  const who = worker === undefined ? 'A worker' : `Worker ${worker + 1}`;
  const verb = kind === 'threw' ? 'threw' : 'ended early';
  return `${who} ${verb}${placeOf(fault)}: ${text}`;
}

function placeOf({ task, stage }: Fault): string {
  if (task !== undefined) return ` in task ${task}`;
  if (stage === undefined) return '';
  return stage === 'load' ? ' while its file was loaded' : ` in ${stage}`;
}

/** Who called what ended the process: `Task 2`, `setup`, or the file. */
function callerOf({ task, stage }: Fault, workload: Workload): string {
  if (task !== undefined) return `Task ${task}`;
  if (stage === 'setup' || stage === 'teardown') return stage;
  const file = isModule(workload) ? fileName(workload.path) : 'The code';
  return stage === 'load' ? `${file}, as it was loaded,` : file;
}

/** ` (work.mts:3)` for what came from a person's own file and does not say so itself. */
function describePlace(said: string, stack: string | undefined, workload: Workload): string {
  if (!isModule(workload) || said.includes(fileName(workload.path))) return '';
  const place = placeIn(stack ?? '', workload.path);
  return place === undefined ? '' : ` (${cleanText(place, 200)})`;
}

/** A process that runs workers: `Host 2 (pid 4711)`. */
export function nameHost(host: number | undefined, pid: number | undefined): string {
  const name = host === undefined ? 'A host' : `Host ${host + 1}`;
  return pid === undefined ? name : `${name} (pid ${pid})`;
}

/**
 * How a process ended, as a sentence.
 * @param said the end of its standard error: a runtime that lacks something at its start says so there
 */
export function sayExit(who: string, { code, signal, why }: ChildExit, said = ''): string {
  // Only what a runtime does by itself: an exit with code 0, or for somebody's signal, is not explained.
  const lacks = signal === 'SIGABRT' || (code ?? 0) > 0 ? describeShortage(said) : undefined;
  if (lacks !== undefined) {
    return `${who} ${signal === undefined ? `ended with exit code ${code}` : 'was ended by SIGABRT'}: ${lacks}.`;
  }
  if (signal !== undefined) return `${who} was ended by ${signal}.`;
  if (code === undefined) {
    return `${who} could not be started${why === undefined ? '' : `: ${why.replace(/\.$/, '')}`}.`;
  }
  if (code === lostExitCode) {
    return `${who} ended: own code closed a file descriptor that it had not opened, and the results travel on.`;
  }
  return `${who} ended with exit code ${code} before its tasks were done.`;
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
