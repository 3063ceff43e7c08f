// A Python in words. Pure.
import type { Interpreter } from '@shared/experiment/python';
import { message } from '../messages/message';

type Lock = Pick<Interpreter, 'freeThreaded' | 'gil'>;

/** Returns whether threads take turns in it, for the message that says so. */
export function lockOf({ freeThreaded, gil }: Lock): 'on' | 'off' | 'on-anyway' {
  if (!freeThreaded) return 'on';
  return gil ? 'on-anyway' : 'off';
}

/** The same in words: `on`, `off, free-threaded`. */
export function describeLock(interpreter: Lock): string {
  return message('python-lock', { lock: lockOf(interpreter) });
}
