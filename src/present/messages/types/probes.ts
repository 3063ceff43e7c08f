// What each message of en/probes.ftl takes. Written by `npm run messages`.
import type { None } from './none';

export interface ProbesMessages {
  'probe-runtime': { interpreter: string; runtime: 'node' | 'python' };
  'probe-kind': { kind: 'threads' | 'processes' };
  'probe-fault': { fault: 'throw' | 'memory' | 'abort' | 'segv' | 'exit' | 'leak' };
  'probe-window': None;
  'probe-of-kind': {
    interpreter: string;
    kind: 'threads' | 'processes';
    runtime: 'node' | 'python';
  };
  'probe-of-fault': {
    fault: 'throw' | 'memory' | 'abort' | 'segv' | 'exit' | 'leak';
    interpreter: string;
    kind: 'threads' | 'processes';
    runtime: 'node' | 'python';
  };
  'worker-running': None;
  'worker-error': { error: string };
  'worker-exit': { code: string };
  'worker-ended': None;
  'program-saw': { value: string };
  'method-threads-object': None;
  'method-threads-shared-array': None;
  'method-threads-name': None;
  'method-processes-object': None;
  'method-processes-name-fork': None;
  'method-processes-name-spawn': None;
  'method-processes-name-forkserver': None;
  'method-processes-shared-memory': None;
  'method-plain': None;
  'method-atomic': None;
  'method-call': None;
  'method-lock': None;
  'method-threads-terminate': None;
  'method-threads-join': None;
  'method-threads-flag': None;
  'method-threads-exception': None;
  'method-processes-sigkill': None;
  'method-processes-kill': None;
  'method-threads-throw': None;
  'method-threads-memory': None;
  'method-threads-abort': None;
  'method-threads-segv': None;
  'method-threads-exit': None;
  'method-threads-leak': None;
  'method-processes-throw': None;
  'method-processes-memory': None;
  'method-processes-abort': None;
  'method-processes-segv': None;
  'method-processes-exit': None;
  'method-processes-leak': None;
  'method-message-thread': None;
  'method-message-process': None;
  'method-transfer': None;
  'method-shared-array': None;
  'method-queue': None;
  'method-simple-queue': None;
  'method-process-queue': None;
  'method-process-pipe': None;
  'method-process-shared-memory': None;
  'method-place-page': None;
  'method-place-main': None;
  'method-place-thread': None;
  'method-place-process': None;
  'method-place-idle': None;
}
