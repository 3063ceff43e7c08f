// Who is calling, by the stack: a task, at once or after it awaited something, or what no task waits for, as a
// timer. The same in every strategy, however many tasks a worker has begun.

import { defineOwn } from './base/unbound';

/** `at-once`: the task that was begun last. A number: the lane whose task awaited it. */
export type Caller = 'at-once' | number | undefined;

/** The part of V8's call sites used here. */
interface Site {
  getFunctionName(): string | null;
  isAsync(): boolean;
  isPromiseAll(): boolean;
  getPromiseIndex(): number | null;
}

/** Names of the loop's own functions, which own code can't have: see task-loop.ts. */
const runs = '#burst';
const awaits = '#finishLater';

const NativeError = Error;
const { captureStackTrace } = Error;
const { isArray } = Array;
const { defineProperty, getOwnPropertyDescriptor, setPrototypeOf } = Object;
const { deleteProperty } = Reflect;

/** Sets one of the settings of errors; what puts it back as it was. */
function set(name: 'stackTraceLimit' | 'prepareStackTrace', value: unknown): () => void {
  const before = getOwnPropertyDescriptor(NativeError, name);
  defineOwn(NativeError, name, value);
  return () => {
    if (before === undefined) deleteProperty(NativeError, name);
    else defineProperty(NativeError, name, setPrototypeOf(before, null) as PropertyDescriptor);
  };
}

/** The calling stack as V8 has it, whatever own code has set for its errors. */
function readSites(): readonly Site[] {
  const restoreLimit = set('stackTraceLimit', Infinity);
  const restoreText = set('prepareStackTrace', (_: unknown, sites: readonly Site[]) => sites);
  const holder: { stack?: unknown } = {};
  captureStackTrace(holder);
  const { stack } = holder;
  restoreText();
  restoreLimit();
  return isArray(stack) ? (stack as readonly Site[]) : [];
}

/** Of what is being run now in the calling thread. */
export function readCaller(): Caller {
  const sites = readSites();
  let found = false;
  for (let at = 0; at < sites.length; at += 1) {
    const site = sites[at];
    if (site === undefined) break;
    const name = site.getFunctionName();
    if (name === runs && !site.isAsync()) return 'at-once';
    if (name === awaits) found = true;
    // Lanes are awaited together.
    else if (found && site.isPromiseAll()) return site.getPromiseIndex() ?? 0;
  }
  return found ? 0 : undefined;
}
