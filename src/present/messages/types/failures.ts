// What each message of en/failures.ftl takes. Written by `npm run messages`.
import type { None } from '../none';

export interface FailuresMessages {
  'failure-stopped': None;
  'failure-memory-limit': { held: number; limit: number };
  'failure-late': {
    most: number;
    processes: 'known' | 'unknown';
    seconds: number;
    used: number;
    what: 'start' | 'trial' | 'end';
  };
  'failure-silent': {
    host: 'unknown' | 'known';
    most: number;
    number: string;
    pid: string;
    process: 'known' | 'unknown';
    seconds: number;
    used: number;
  };
  'failure-no-message': {
    from: 'own-code' | 'corelane';
    host: 'unknown' | 'known';
    number: string;
    pid: string;
    process: 'known' | 'unknown';
    why: string;
  };
  'failure-host': {
    host: 'unknown' | 'known';
    number: string;
    pid: string;
    process: 'known' | 'unknown';
  };
  'process-limit': { most: number; used: number };
  shortage: { lacks: 'processes' | 'files' | 'memory' };
  'failure-worker-start': {
    during: 'task' | 'load' | 'setup' | 'teardown' | 'unknown';
    how: 'threw' | 'ended-early';
    said: string;
    task: string;
    who: 'unknown' | 'known';
    worker: string;
  };
  'failure-worker': {
    during: 'task' | 'load' | 'setup' | 'teardown' | 'unknown';
    how: 'threw' | 'ended-early';
    said: string;
    task: string;
    who: 'unknown' | 'known';
    worker: string;
  };
  'failure-worker-lacks': {
    during: 'task' | 'load' | 'setup' | 'teardown' | 'unknown';
    how: 'threw' | 'ended-early';
    lacks: 'processes' | 'files' | 'memory';
    said: string;
    task: string;
    who: 'unknown' | 'known';
    worker: string;
  };
  'failure-said-at': { place: string; said: string };
  'failure-called': {
    by: 'task' | 'setup' | 'teardown' | 'load' | 'file';
    file: string;
    said: string;
    task: string;
    where: 'outside' | 'inside';
  };
  'failure-own-code': None;
  'failure-uncaught': { said: string };
  'failure-unhandled': { said: string };
  'failure-host-killed': {
    host: 'unknown' | 'known';
    number: string;
    pid: string;
    process: 'known' | 'unknown';
    signal: string;
  };
  'failure-host-killed-lacks': {
    host: 'unknown' | 'known';
    lacks: 'processes' | 'files' | 'memory';
    number: string;
    pid: string;
    process: 'known' | 'unknown';
    signal: string;
  };
  'failure-host-exited': {
    code: string;
    host: 'unknown' | 'known';
    number: string;
    pid: string;
    process: 'known' | 'unknown';
  };
  'failure-host-exited-lacks': {
    code: string;
    host: 'unknown' | 'known';
    lacks: 'processes' | 'files' | 'memory';
    number: string;
    pid: string;
    process: 'known' | 'unknown';
  };
  'failure-host-not-started': {
    host: 'unknown' | 'known';
    number: string;
    pid: string;
    process: 'known' | 'unknown';
  };
  'failure-host-not-started-lacks': {
    host: 'unknown' | 'known';
    lacks: 'processes' | 'files' | 'memory';
    number: string;
    pid: string;
    process: 'known' | 'unknown';
  };
  'failure-host-not-started-why': {
    host: 'unknown' | 'known';
    number: string;
    pid: string;
    process: 'known' | 'unknown';
    why: string;
  };
  'failure-channel-closed': {
    host: 'unknown' | 'known';
    number: string;
    pid: string;
    process: 'known' | 'unknown';
  };
  'failure-heap-full': None;
  'failure-task-not-run': { task: string };
  'failure-other-result': { given: string; right: string; task: string };
  'failure-task-run-twice': { results: number; tasks: number };
  'failure-no-result': None;
  'failure-ended': { status: string };
  'failure-inputs-missing': { why: string };
  'failure-server-not-started-lacks': { lacks: 'processes' | 'files' | 'memory' };
  'failure-server-not-started': { answer: 'text' | 'none'; said: string };
  'failure-server': { pid: string; process: 'known' | 'unknown' };
  'failure-server-killed': { pid: string; process: 'known' | 'unknown'; signal: string };
  'failure-server-exited': { code: string; pid: string; process: 'known' | 'unknown' };
  'failure-server-silent': None;
  'failure-code-unknown': None;
  'failure-run-ended': { why: string };
  'failure-run-without-strategy': None;
  'failure-run-too-large': { cell: string; most: number; workers: number };
  'failure-sampler-late': { most: number; seconds: number; used: number };
  'failure-probe': { why: string };
  'hint-ran': { work: string };
  'hint-descriptors-closed': None;
  'hint-module-not-isolated': None;
  'hint-hash-seeds': None;
  'hint-not-hash-seeds': None;
  'hint-same-hash-seed': None;
  'hint-not-repeatable': None;
  'hint-python-variable': { name: string; value: string };
  'hint-thread-folder': None;
  'hint-thread-call': { call: string };
  'hint-thread-add-on': None;
  'hint-thread-signals': None;
  'hint-thread-bound': None;
  'hint-loop-running': None;
  'hint-interpreter-module': None;
  'hint-interpreter-call': None;
}
