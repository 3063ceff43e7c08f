// What is late in a trial, and whether the limit on this user's processes may be why.
import { describeFullUser } from '../machine/process-limit';
import type { Ending } from './ending';
import { nameHost } from './faults';
import type { TrialHost } from './trial-host';

/** When a host that has said nothing is asked for: a Node.js that gets no thread at its start may wait for ever. */
const silentMs = 5_000;

/** Ends the trial early where a host can't start for that limit. */
export function watchStart(host: TrialHost, ending: Ending): void {
  const timer = setTimeout(() => {
    const full = host.hasSpoken || ending.cause !== undefined ? undefined : describeFullUser();
    if (full === undefined) return;
    const who = nameHost(host.index, host.handle.pid);
    const message = `${who} has not started within ${silentMs / 1000} s: ${full}.`;
    ending.end({ status: 'timeout', evidence: { message }, host: host.index });
  }, silentMs);
  timer.unref();
  void host.gone.then(() => clearTimeout(timer));
}

/** That something has come to its time limit, and the limit that may be why. */
export function describeLate(what: string, ms: number): string {
  const full = describeFullUser();
  return `${what} took longer than ${ms / 1000} s and was ended${full === undefined ? '' : `: ${full}`}.`;
}
