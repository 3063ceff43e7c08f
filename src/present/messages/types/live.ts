// What each message of en/live.ftl takes. Written by `npm run messages`.
import type { None } from './none';

export interface LiveMessages {
  'live-starting': None;
  'live-done': { time: string };
  'live-over': None;
  'live-stopping': None;
  'live-search-left': { time: string };
  'live-left-unknown': None;
  'live-left': { time: string };
  'live-break-even': { count: number };
  'live-begins': None;
  'live-to-come': { count: number };
  'live-trial': { count: number; number: number; sort: 'empty' | 'warmup' | 'measured' };
  'live-searching': None;
  'live-in-app': None;
  'live-preparing': None;
  'live-stop': { state: 'stopping' | 'running' };
  'live-map': None;
  'live-short': { cell: string; number: number };
  'trial-state': {
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
  'live-viewing': { cell: string; key: string; number: number; state: string };
  'live-viewing-times': {
    cell: string;
    cold: string;
    key: string;
    number: number;
    state: string;
    warm: string;
  };
  'live-first': None;
  'order-by': None;
  'order-lanes': None;
  'order-worker': None;
  'order-core': None;
  'order-busy': None;
  'live-part': None;
  'live-follow': None;
  'live-all': None;
  'live-freeze': None;
  'live-figures': None;
  'live-this-trial': None;
  'live-other-trial': { number: number };
  'live-of': { all: string };
  'live-of-cores': { count: number };
  'live-busy': { count: number; over: 'second' | 'trial' };
  'live-not-sampled': None;
  'live-tasks': None;
  'live-wait': None;
  'live-moves': None;
  'live-memory': None;
  'live-memory-all': { all: string };
  'live-memory-shared': { shared: string };
  'live-loop': None;
  'live-sampler': None;
  'live-others': None;
  'live-missed': None;
  'live-load': None;
  'live-around': { number: number; others: string };
  'live-around-this': { others: string };
  'live-failed': None;
  'live-failure': { cell: string; evidence: string; number: number; state: string };
  'live-notes': None;
  'live-not-drawn': { count: number; missed: string };
  'live-not-drawn-samples': { count: number };
  'live-coarser': None;
  'live-other-cores': { cores: string };
  'live-other-cores-most': { cores: string; name: string; pid: string };
  ranking: None;
  'ranking-median': { basis: 'cold' | 'warm' };
  'ranking-median-unit': { basis: 'cold' | 'warm'; unit: string };
  'ranking-none': None;
  'ranking-count': { count: number };
  'ranking-none-yet': None;
  'ranking-app': { workers: string };
  'rest-title': None;
  'rest-invalid': None;
  'rest-plan': {
    cells: number;
    least: 'yes' | 'no';
    search: 'yes' | 'no';
    tasks: number;
    trials: number;
  };
  'rest-picture': None;
  'rest-unwatched': { why: string };
  'rest-background': None;
  'rest-cores-note': None;
  'rest-idle': None;
  'rest-idle-unmeasured': None;
  'rest-idle-measured': None;
  'rest-busy': { busy: string; cores: number };
  'rest-workers-note': None;
  'rest-loop': None;
  'rest-loop-note': None;
  'rest-memory-note': None;
  'rest-memory-note-shared': None;
  'rest-now': None;
  'rest-dashed': None;
  'rest-dashed-unmeasured': None;
  'timeline-of': { key: string; number: number };
  'timeline-no-task': None;
  'timeline-trial': None;
  'timeline-end': { time: string };
  'timeline-cores': None;
  'timeline-cores-unsampled': None;
  'timeline-cores-note': { every: string };
  'timeline-workers': None;
  'timeline-workers-unsampled': None;
  'timeline-workers-note': { every: string };
  'timeline-loop': None;
  'timeline-loop-note': None;
  'timeline-memory': None;
  'timeline-memory-end': None;
  'timeline-memory-note': { every: string };
  'timeline-shared': { size: string };
  'timeline-private': { size: string };
  'timeline-pid': { pid: string };
  'timeline-tid': { tid: string };
  'timeline-in-flight': { count: number };
  'host-name': { number: number };
  'host-app': None;
  'cell-in-app': { cell: string };
  'trial-strip': None;
  'trial-strip-none': None;
  'trial-strip-trial': {
    cell: string;
    count: number;
    number: number;
    sort: 'empty' | 'warmup' | 'measured';
    state: string;
  };
  'trial-strip-cold': {
    cell: string;
    cold: string;
    count: number;
    number: number;
    sort: 'empty' | 'warmup' | 'measured';
    state: string;
  };
  'span-task': { task: number };
  'span-worker': None;
  'span-cores': None;
  'span-began': None;
  'span-duration': None;
  'span-on-core': None;
  'span-waited': None;
  'span-more-cores': { count: number; first: string; last: string };
  'span-text': {
    began: string;
    cores: string;
    on: 'known' | 'unknown';
    queued: 'known' | 'unknown';
    task: number;
    took: string;
    wait: string;
    worker: string;
  };
  'legend-running': None;
  'legend-runnable': None;
  'legend-waiting': None;
  'legend-others': None;
  'legend-others-note': None;
  'legend-running-task': None;
  'legend-tint': { of: 'thread' | 'process' };
  'legend-line': None;
  'legend-keys': None;
  'timeline-table': None;
  'timeline-table-tasks': None;
  'timeline-table-none': None;
  'timeline-table-missed': { count: string };
  'timeline-table-last': { count: string; last: number };
  'column-worker': None;
  'column-pid': None;
  'column-tid': None;
  'column-tasks': None;
  'column-task': None;
  'column-on-core': { unit: string };
  'column-waited': { unit: string };
  'column-moves': None;
  'column-heap': None;
  'column-began': { unit: string };
  'column-ended': { unit: string };
  'column-duration': { unit: string };
}
