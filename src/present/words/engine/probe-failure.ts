// Why a probe failed, in words.
import { formatBytes } from '../../locale/format';
import type { ProbeFailure } from '@shared/report/probe-failure';
import { message } from '../../messages/message';
import { messageFaultText } from './message-fault';

type ProbeFailureOf<K extends ProbeFailure['kind']> = Extract<ProbeFailure, { readonly kind: K }>;

/** The end of a sentence: `it was killed by SIGKILL`. */
export function probeFailureText(failure: ProbeFailure): string {
  switch (failure.kind) {
    case 'fault':
      return failure.said;
    case 'worker-ended':
    case 'worker-silent':
      return message('claim-probe-worker', { fault: failure.kind });
    case 'no-answer':
      return message('claim-probe-no-answer', { why: messageFaultText(failure.why) });
    case 'signal':
      return message('claim-probe-signal', { signal: failure.signal });
    case 'exit':
      return message('claim-probe-exit', { code: String(failure.code) });
    case 'not-started':
      return sayNotStarted(failure);
    case 'timeout':
      return message('claim-probe-timeout', { seconds: String(failure.seconds) });
    case 'memory-limit': {
      const [held, limit] = [formatBytes(failure.heldBytes), formatBytes(failure.limitBytes)];
      return message('claim-probe-memory-limit', { held, limit });
    }
  }
}

function sayNotStarted({ why, lacks }: ProbeFailureOf<'not-started'>): string {
  if (lacks !== undefined) return message('claim-probe-not-started-lacks', { lacks });
  return why === undefined
    ? message('claim-probe-not-started')
    : message('claim-probe-not-started-why', { why });
}
