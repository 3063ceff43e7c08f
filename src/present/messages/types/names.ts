// What each message of en/names.ftl takes. Written by `npm run messages`.
import type { None } from '../none';

export interface NamesMessages {
  'count-cores': { count: number };
  'count-processes': { count: number };
  'count-tasks': { count: number };
  'count-threads': { count: number };
  'count-trials': { count: number };
  'count-workers': { count: number };
  'count-cells': { count: number };
  'count-points': { count: number };
  'count-samples': { count: number };
  'count-measurements': { count: number };
  'count-findings': { count: number };
  'count-interpreters': { count: number };
  'list-separator': None;
  'list-more': { count: number };
  'sentence-after': { before: string; next: string };
  moment: { day: string; month: string; time: string; year: string; zone: string };
  'moment-not-known': None;
  work: { repeats: number; tasks: number; workload: string };
  'work-until': { most: number; repeats: number; tasks: number; workload: string };
  'trial-status': {
    status:
      | 'running'
      | 'ok'
      | 'failed'
      | 'exited'
      | 'killed'
      | 'timeout'
      | 'memory-limit'
      | 'mismatch'
      | 'stopped';
  };
  'run-ending': { status: 'done' | 'stopped' | 'failed' | 'unfinished' };
  utilisation: { utilisation: 'idle' | 'poor' | 'ok' | 'ideal' | 'over' };
  'strategy-name': {
    strategy:
      | 'serial'
      | 'async'
      | 'threads'
      | 'processes'
      | 'hybrid'
      | 'python-serial'
      | 'python-asyncio'
      | 'python-threads'
      | 'python-thread-pool'
      | 'python-processes'
      | 'python-process-pool'
      | 'python-interpreters';
  };
  'strategy-name-python': {
    strategy:
      | 'serial'
      | 'async'
      | 'threads'
      | 'processes'
      | 'hybrid'
      | 'python-serial'
      | 'python-asyncio'
      | 'python-threads'
      | 'python-thread-pool'
      | 'python-processes'
      | 'python-process-pool'
      | 'python-interpreters';
  };
  'strategy-label-python': {
    strategy:
      | 'serial'
      | 'async'
      | 'threads'
      | 'processes'
      | 'hybrid'
      | 'python-serial'
      | 'python-asyncio'
      | 'python-threads'
      | 'python-thread-pool'
      | 'python-processes'
      | 'python-process-pool'
      | 'python-interpreters';
  };
  'strategy-label-interpreter': {
    interpreter: string;
    strategy:
      | 'serial'
      | 'async'
      | 'threads'
      | 'processes'
      | 'hybrid'
      | 'python-serial'
      | 'python-asyncio'
      | 'python-threads'
      | 'python-thread-pool'
      | 'python-processes'
      | 'python-process-pool'
      | 'python-interpreters';
  };
  'strategy-label-method': {
    interpreter: string;
    method: string;
    strategy:
      | 'serial'
      | 'async'
      | 'threads'
      | 'processes'
      | 'hybrid'
      | 'python-serial'
      | 'python-asyncio'
      | 'python-threads'
      | 'python-thread-pool'
      | 'python-processes'
      | 'python-process-pool'
      | 'python-interpreters';
  };
  'strategy-label-main': { label: string };
  'cell-count-main': { workers: string };
  'cell-label': { strategy: string; workers: string };
  'runtime-python': { interpreter: string };
  'runtime-some-python': None;
  'cell-serial': None;
  'cell-serial-python': { runtime: string };
  'cell-async': { workers: number };
  'cell-asyncio': { runtime: string; workers: number };
  'cell-workers': { count: number; worker: 'thread' | 'process' | 'interpreter' };
  'cell-hybrid': { count: number; processes: number };
  'cell-workers-python': {
    count: number;
    runtime: string;
    worker: 'thread' | 'process' | 'interpreter';
  };
  'cell-pool-python': {
    count: number;
    runtime: string;
    worker: 'thread' | 'process' | 'interpreter';
  };
  'cell-by-method': { cell: string; method: string };
  'cell-in-main': { cell: string };
  'trial-number': { number: number };
}
