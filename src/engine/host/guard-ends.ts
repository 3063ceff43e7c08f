// Every call by which own code can end its own worker is heard of before it ends it.
import { EventEmitter } from 'node:events';
import { constants } from 'node:os';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';
import { readCaller, type Caller } from './caller';
import { isLeaving, realExit, realKill, replaceOfProcess } from './base/intrinsics';
import { unbound } from './base/unbound';

const listenersOf = unbound(EventEmitter.prototype.listeners);

/** A call that ends the calling worker when whoever is told of it returns. */
export interface EndingCall {
  /** As it would be written: `process.exit(0)`. */
  readonly call: string;
  readonly caller: Caller;
  readonly exitCode?: number;
  readonly signal?: string;
  /** Corelane itself ends the worker: an exit hook called it. */
  readonly inHook: boolean;
}

/** Signals that end no process by themselves, or that Node.js takes for itself. */
const harmless =
  'SIGCHLD SIGCONT SIGURG SIGWINCH SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGPIPE SIGUSR1 SIGIO'.split(
    ' ',
  );

/** Signals that end a process, by name and by number. Own code may replace a map's methods. */
const deadly = Object.assign(
  Object.create(null) as Record<string | number, string | undefined>,
  ...Object.entries(constants.signals)
    .filter(([name]) => !harmless.includes(name))
    .map(([name, number]) => ({ [name]: name, [number]: name })),
) as Readonly<Record<string | number, string | undefined>>;

/** @param onEnd told once */
export function guardEnds(onEnd: (ending: EndingCall) => void): void {
  let told = false;
  const tell: Tell = (ending) => {
    // An exit hook may call it again.
    if (told) return;
    told = true;
    onEnd({ ...ending, caller: readCaller(), inHook: isLeaving() });
  };
  guardExits(tell);
  guardSignals(tell);
}

type Tell = (ending: Omit<EndingCall, 'caller' | 'inHook'>) => void;

function guardExits(tell: Tell): void {
  const numberOf = (given: unknown): number => {
    const number = Number(given ?? 0);
    return number === Math.trunc(number) ? number : 1;
  };
  const written = (name: string, code: unknown): string =>
    `process.${name}(${code === undefined || code === null ? '' : numberOf(code)})`;
  replaceOfProcess('exit', (code?: unknown): never => {
    const exitCode = numberOf(code ?? process.exitCode);
    tell({ call: written('exit', code), exitCode });
    return realExit(exitCode);
  });
  const { reallyExit } = process as unknown as { reallyExit: (code?: number) => never };
  const end = reallyExit.bind(process);
  // What `process.exit` itself ends in.
  replaceOfProcess('reallyExit', (code?: unknown): never => {
    if (!isLeaving()) tell({ call: written('reallyExit', code), exitCode: numberOf(code) });
    return end(numberOf(code));
  });
}

function guardSignals(tell: Tell): void {
  const { pid } = process;
  const originalKill = process.kill.bind(process);
  // Corelane's own: Ctrl-C ends no host.
  const before = listenersOf(process, 'SIGINT').length;
  const isHeard = (signal: string): boolean =>
    listenersOf(process, signal).length > (signal === 'SIGINT' ? before : 0);
  replaceOfProcess('kill', (target: unknown, given?: string | number): boolean => {
    const signal = deadly[given ?? 'SIGTERM'];
    if (target !== pid || signal === undefined || isHeard(signal)) {
      return originalKill(target as number, given);
    }
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
