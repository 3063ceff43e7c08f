// Recognises what can't be done in a thread by its nature: not a failure to fix, but a reason for another strategy.
// Pure.
import type { ThreadsCannot } from './failures';

/** What Node.js says where a function works on the whole process: `process.chdir() is not supported in workers`. */
const unsupported = /\b(process\.[\w.]+)\(\) is not supported in workers/;

/** What it says where an add-on is loaded for the second time in a process and was made for one. */
const notRegistered = /\bModule did not self-register/;

/** Reads it out of what was thrown, or of a sentence with it; undefined where it is an ordinary mistake. */
export function threadsCannot(thrown: string): ThreadsCannot | undefined {
  const call = unsupported.exec(thrown)?.[1];
  if (call === 'process.chdir') return { code: 'thread-folder', args: {} };
  if (call !== undefined) return { code: 'thread-call', args: { call } };
  return notRegistered.test(thrown) ? { code: 'thread-add-on', args: {} } : undefined;
}
