// Every call by which own code can end its own worker is heard of before it ends it.
import type { EventEmitter } from 'node:events';
import { constants } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import { readCaller, type Caller } from './caller';
import { isLeaving, realExit, realKill, replaceOfProcess } from './intrinsics';

/** A call that ends the calling worker when whoever is told of it returns. */
export interface EndingCall {
  /** As it would be written: `process.exit(0)`. */
  readonly call: string;
  readonly caller: Caller;
  readonly exitCode?: number;
  readonly signal?: string;
}

/** Signals that end no process by themselves, or that Node.js takes for itself. */
const harmless = new Set(
  'SIGCHLD SIGCONT SIGURG SIGWINCH SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGPIPE SIGUSR1 SIGIO'.split(
    ' ',
  ),
);

const byNumber = new Map(Object.entries(constants.signals).map(([name, number]) => [number, name]));

/** @param onEnd told once; not for what exit hooks call when Corelane itself ends the worker */
export function guardEnds(onEnd: (ending: EndingCall) => void): void {
  let told = false;
  const tell = (ending: Omit<EndingCall, 'caller'>): void => {
    // An exit hook may call it again.
    if (told || isLeaving()) return;
    told = true;
    onEnd({ ...ending, caller: readCaller() });
  };
  guardExits(tell);
  guardSignals(tell);
}

type Tell = (ending: Omit<EndingCall, 'caller'>) => void;

function guardExits(tell: Tell): void {
  const numberOf = (given: unknown): number => {
    const number = Number(given ?? 0);
    return Number.isInteger(number) ? number : 1;
  };
  const written = (name: string, code: unknown): string =>
    `process.${name}(${code === undefined || code === null ? '' : numberOf(code)})`;
  replaceOfProcess('exit', (code?: unknown): never => {
    const exitCode = numberOf(code ?? process.exitCode);
    tell({ call: written('exit', code), exitCode });
    return realExit(exitCode);
  });
  const { reallyExit } = process as unknown as { reallyExit(code?: number): never };
  // What `process.exit` itself ends in.
  replaceOfProcess('reallyExit', (code?: unknown): never => {
    tell({ call: written('reallyExit', code), exitCode: numberOf(code) });
    return reallyExit.call(process, numberOf(code));
  });
}

function guardSignals(tell: Tell): void {
  const { kill, pid } = process;
  const events: EventEmitter = process;
  // Corelane's own: Ctrl-C ends no host.
  const before = events.listenerCount('SIGINT');
  const isHeard = (signal: string): boolean =>
    events.listenerCount(signal) > (signal === 'SIGINT' ? before : 0);
  const ends = (signal: unknown): signal is string =>
    typeof signal === 'string' &&
    Object.hasOwn(constants.signals, signal) &&
    !harmless.has(signal) &&
    !isHeard(signal);
  replaceOfProcess('kill', (target: unknown, given?: string | number): boolean => {
    const signal = typeof given === 'number' ? byNumber.get(given) : (given ?? 'SIGTERM');
    if (target !== pid || !ends(signal)) return kill.call(process, target as number, given);
    const called = given === undefined ? 'process.pid' : `process.pid, '${signal}'`;
    tell({ call: `process.kill(${called})`, signal });
    realKill(!isMainThread);
    return true;
  });
  // In a thread Node.js itself would refuse it, with another sentence.
  replaceOfProcess('abort', (): void => {
    tell({ call: 'process.abort()', signal: 'SIGABRT' });
    realKill(!isMainThread);
  });
}
