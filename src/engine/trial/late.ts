// Finds what is late in a trial, and whether the limit on this user's processes may be why.
import type { FailureOf } from '@shared/report/failures';
import { fullUser } from '../machine/process-limit';
import type { Ending } from './ending';
import type { TrialHost } from './trial-host';

/** When a host that has said nothing is asked for: a Node.js that gets no thread at its start may wait for ever. */
const silentMs = 5_000;

/** Ends the trial early where a host can't start for that limit. */
export function watchStart(host: TrialHost, ending: Ending): void {
  const timer = setTimeout(() => {
    const processes = host.hasSpoken || ending.cause !== undefined ? undefined : fullUser();
    if (processes === undefined) return;
    const { index, handle } = host;
    const args = { host: index, pid: handle.pid, seconds: silentMs / 1000, processes };
    ending.end({
      status: 'timeout',
      evidence: { failure: { code: 'silent', args } },
      host: index,
    });
  }, silentMs);
  timer.unref();
  void host.gone.then(() => clearTimeout(timer));
}

/** That a part of a trial has come to its time limit, and the limit on processes that may be why. */
export function failLate(what: FailureOf<'late'>['args']['what'], ms: number): FailureOf<'late'> {
  return { code: 'late', args: { what, seconds: ms / 1000, processes: fullUser() } };
}
