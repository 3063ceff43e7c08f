// Why a trial or a run failed, in words: the failure, and a sentence for each of its hints.
import type { Failure, FailureHint, FailureOf, ToldLimit } from '@shared/report/failures';
import type { SaidWords } from '@shared/base/said';
import type { ProcessLimit } from '@shared/report/shortages';
import { paragraph } from '../../messages/list';
import { message } from '../../messages/message';
import { placedFaultText } from './file-fault';
import { messageFaultText } from './message-fault';
import { withoutStop } from './own-code-problems';
import { probeFailureText } from './probe-failure';
import { problemText } from './problems';
import { saidText } from './said';

type Code = Failure['code'];

const writers: { readonly [C in Code]: (args: FailureOf<C>['args']) => string } = {
  stopped: () => message('failure-stopped'),
  'memory-limit': ({ heldMb, limitMb }) =>
    message('failure-memory-limit', { held: heldMb, limit: limitMb }),
  late: ({ what, seconds, processes }) =>
    message('failure-late', {
      ...{ what, seconds, ...limit(processes) },
      processes: processes === undefined ? 'unknown' : 'known',
    }),
  silent: ({ seconds, processes, ...host }) =>
    message('failure-silent', { ...nameHost(host), seconds, ...limit(processes) }),
  'no-message': ({ host, why, own }) =>
    message('failure-no-message', {
      ...{ ...nameHost({ host }), why: messageFaultText(why) },
      from: own ? 'own-code' : 'corelane',
    }),
  threw: (args) => sayWorker('threw', args),
  'ended-early': (args) => sayWorker('ended-early', args),
  called: sayCalled,
  uncaught: (args) => message('failure-uncaught', { said: sayAt(args) }),
  unhandled: (args) => message('failure-unhandled', { said: sayAt(args) }),
  'host-killed': ({ signal, lacks, ...host }) => {
    const values = { ...nameHost(host), signal };
    return lacks === undefined
      ? message('failure-host-killed', values)
      : message('failure-host-killed-lacks', { ...values, lacks });
  },
  'host-exited': ({ exitCode, lacks, ...host }) => {
    const values = { ...nameHost(host), code: String(exitCode) };
    return lacks === undefined
      ? message('failure-host-exited', values)
      : message('failure-host-exited-lacks', { ...values, lacks });
  },
  'host-not-started': sayNotStarted,
  'channel-closed': (host) => message('failure-channel-closed', nameHost(host)),
  'heap-full': () => message('failure-heap-full'),
  'task-not-run': ({ task }) => message('failure-task-not-run', { task: String(task) }),
  'other-result': ({ task, ...checksums }) =>
    message('failure-other-result', { task: String(task), ...checksums }),
  'task-run-twice': (args) => message('failure-task-run-twice', args),
  'inputs-missing': (fault) => message('failure-inputs-missing', { why: placedFaultText(fault) }),
  'server-not-started': sayServerNotStarted,
  'server-ended': sayEndedServer,
  'server-silent': () => message('failure-server-silent'),
  'no-result': () => message('failure-no-result'),
  ended: ({ status }) => message('failure-ended', { status: message('trial-status', { status }) }),
  'run-ended': (args) => message('failure-run-ended', args),
  'run-refused': ({ problem }) =>
    message('failure-run-ended', { why: withoutStop(problemText(problem)) }),
  'run-without-strategy': () => message('failure-run-without-strategy'),
  'run-too-large': (args) => message('failure-run-too-large', args),
  internal: (args) => message('app-run-failed', args),
  probe: ({ failure }) => message('failure-probe', { why: probeFailureText(failure) }),
  text: ({ text }) => text,
};

/** A failure in words: one sentence, and one more for each of its hints. */
export function failureText({ code, args, hints = [] }: Failure): string {
  const write = writers[code] as (args: Failure['args']) => string;
  return paragraph([write(args), ...hints.map(hintText)]);
}

type HintCode = FailureHint['code'];
type HintOf<C extends HintCode> = Extract<FailureHint, { readonly code: C }>;

const hintWriters: { readonly [C in HintCode]: (args: HintOf<C>['args']) => string } = {
  ran: (args) => message('hint-ran', args),
  'descriptors-closed': () => message('hint-descriptors-closed'),
  'module-not-isolated': () => message('hint-module-not-isolated'),
  'hash-seeds': () => message('hint-hash-seeds'),
  'not-hash-seeds': () => message('hint-not-hash-seeds'),
  'same-hash-seed': () => message('hint-same-hash-seed'),
  'not-repeatable': () => message('hint-not-repeatable'),
  'python-variable': (args) => message('hint-python-variable', args),
  'thread-folder': () => message('hint-thread-folder'),
  'thread-call': (args) => message('hint-thread-call', args),
  'thread-add-on': () => message('hint-thread-add-on'),
  'thread-signals': () => message('hint-thread-signals'),
  'thread-bound': () => message('hint-thread-bound'),
  'loop-running': () => message('hint-loop-running'),
  'interpreter-module': () => message('hint-interpreter-module'),
  'interpreter-call': () => message('hint-interpreter-call'),
};

/** A hint as a sentence. */
function hintText({ code, args }: FailureHint): string {
  const write = hintWriters[code] as (args: FailureHint['args']) => string;
  return write(args);
}

/** Why a strategy can't do the work by its nature, as a sentence. */
export function natureLimitText(limit: ToldLimit): string {
  return limit.code === 'text' ? limit.args.text : hintText(limit);
}

const limit = (processes: ProcessLimit | undefined): { used: number; most: number } => ({
  used: processes?.used ?? 0,
  most: processes?.limit ?? 0,
});

interface Host {
  readonly host?: number | undefined;
  readonly pid?: number | undefined;
}

/** What names a process that runs workers: `Host 2 (pid 4711)`. */
function nameHost({ host, pid }: Host) {
  return {
    host: host === undefined ? 'unknown' : 'known',
    number: String((host ?? 0) + 1),
    ...namePid(pid),
  } as const;
}

function namePid(pid: number | undefined) {
  return { process: pid === undefined ? 'unknown' : 'known', pid: String(pid) } as const;
}

/** What was thrown or called, with its place in own code. */
function sayAt({ said, place }: { readonly said: SaidWords; readonly place?: string | undefined }) {
  const text = saidText(said);
  return place === undefined ? text : message('failure-said-at', { said: text, place });
}

function sayWorker(how: 'threw' | 'ended-early', args: FailureOf<'threw'>['args']): string {
  const { worker, task, stage, lacks } = args;
  const values = {
    how,
    who: worker === undefined ? 'unknown' : 'known',
    worker: String((worker ?? 0) + 1),
    during: task === undefined ? (stage ?? 'unknown') : 'task',
    task: String(task),
    said: sayAt(args),
  } as const;
  return lacks === undefined
    ? message('failure-worker', values)
    : message('failure-worker-lacks', { ...values, lacks });
}

/** `Task 2 called process.exit(0).`, `work.mts called …`. */
function sayCalled(args: FailureOf<'called'>['args']): string {
  const { task, stage, file = message('failure-own-code') } = args;
  const part = stage === 'uncaught' || stage === 'unhandled' ? undefined : stage;
  return message('failure-called', {
    by: task === undefined ? (part ?? 'file') : 'task',
    task: String(task),
    file,
    said: sayAt(args),
    where: stage === 'uncaught' ? 'outside' : 'inside',
  });
}

function sayNotStarted({ why, lacks, ...host }: FailureOf<'host-not-started'>['args']): string {
  const values = nameHost(host);
  if (lacks !== undefined) return message('failure-host-not-started-lacks', { ...values, lacks });
  return why === undefined
    ? message('failure-host-not-started', values)
    : message('failure-host-not-started-why', { ...values, why });
}

function sayServerNotStarted({
  said,
  why,
  lacks,
}: FailureOf<'server-not-started'>['args']): string {
  if (lacks !== undefined) return message('failure-server-not-started-lacks', { lacks });
  const reason = why ?? said;
  return message('failure-server-not-started', {
    said: reason ?? '',
    answer: reason === undefined ? 'none' : 'text',
  });
}

function sayEndedServer({ pid, signal, exitCode }: FailureOf<'server-ended'>['args']): string {
  if (signal !== undefined) return message('failure-server-killed', { ...namePid(pid), signal });
  const code = exitCode === undefined ? message('failure-code-unknown') : String(exitCode);
  return message('failure-server-exited', { ...namePid(pid), code });
}
