// What no code of a worker can go on without: own code that replaces it by something that does not work is named.
// (What a host itself uses was taken before own code was loaded.)
import { EventEmitter } from 'node:events';
import process from 'node:process';
import { offProcess, onProcess } from '@engine/host/base/intrinsics';
import { saidError } from '@engine/host/base/said-error';
import { defineOwn } from '@engine/host/base/unbound';

const everyObject = Object.prototype as { then?: unknown };
const { deleteProperty } = Reflect;

/** A method that Node.js itself finds where own code may have set another. */
interface Needed {
  readonly name: string;
  readonly owner: object;
  readonly key: string;
  readonly own: unknown;
  /** Returns whether it does its work: own code may set one that calls it in turn. */
  works(): boolean;
}

const echo = (): number => 1;
const event = 'corelane:emits';

function emits(): boolean {
  let heard = false;
  const hear = (): void => {
    heard = true;
  };
  onProcess(event, hear);
  try {
    (process as EventEmitter).emit(event);
  } finally {
    offProcess(event, hear);
  }
  return heard;
}

const methods = Function.prototype;
const needed: readonly Needed[] = [
  {
    ...{ name: 'Function.prototype.call', owner: methods, key: 'call', own: methods.call },
    works: () => echo.call(undefined) === 1,
  },
  {
    ...{ name: 'Function.prototype.apply', owner: methods, key: 'apply', own: methods.apply },
    works: () => echo.apply(undefined, []) === 1,
  },
  {
    ...{ name: 'process.emit', owner: process, key: 'emit', own: EventEmitter.prototype.emit },
    works: emits,
  },
];

function works(method: Needed): boolean {
  try {
    return method.works();
  } catch {
    return false;
  }
}

/**
 * Throws where own code has replaced what its worker can't go on without, with one sentence; what was replaced is put
 * back before, so that this can be told.
 * @param file own code's
 */
export function refuseReplaced(file: string): void {
  let broken: string | undefined;
  for (let at = 0; at < needed.length; at += 1) {
    const method = needed[at];
    if (method === undefined || works(method)) continue;
    defineOwn(method.owner, method.key, method.own);
    broken ??= method.name;
  }
  if (broken !== undefined) throw saidError('replaced', { file, name: broken });
  if (typeof everyObject.then !== 'function') return;
  deleteProperty(everyObject, 'then');
  throw saidError('sets-then', { file });
}
