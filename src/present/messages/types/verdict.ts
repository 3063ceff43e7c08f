// What each message of en/verdict.ftl takes. Written by `npm run messages`.
import type { None } from '../none';

export interface VerdictMessages {
  'verdict-runtime': { runtime: 'node' | 'python'; version: string };
  'verdict-faster': { cell: string; ratio: string; serialTime: string; time: string };
  'verdict-runner-up': {
    cell: string;
    memory: 'told' | 'same';
    memoryRatio: string;
    ratio: string;
    subjects: number;
  };
  'verdict-equal': {
    cell: string;
    cells: string;
    memory: 'told' | 'same';
    memoryRatio: string;
    subjects: number;
  };
  'verdict-beaten': { answer: 'neither' | 'serial'; others: string; time: string };
  'verdict-beaten-other': { cell: string; ratio: string; subjects: number; time: string };
  'verdict-beaten-separator': None;
  'verdict-alike': { cells: string };
  'verdict-cell-time': { cell: string; time: string };
  'verdict-against': {
    cell: string;
    memory: 'told' | 'same';
    memoryRatio: string;
    over: string;
    ratio: string;
  };
  'verdict-cost': { costs: 'cpu' | 'memory' | 'both'; cpuRatio: string; memoryRatio: string };
  'verdict-cost-limit': {
    costs: 'cpu' | 'memory' | 'both';
    cpuRatio: string;
    limit: string;
    memoryRatio: string;
  };
  'verdict-limit': { cell: string; limit: string };
  'verdict-loss': {
    loss:
      | 'start-up'
      | 'messaging'
      | 'imbalance'
      | 'run-queue'
      | 'waiting'
      | 'interpreter-lock'
      | 'memory';
    share: string;
  };
  'verdict-cores': { busy: string; cores: number };
  'verdict-failed': { cell: string; failed: number; trials: number };
  'verdict-left-out': { cells: string; least: number };
  'verdict-unfit': { cells: string; reason: string };
  'verdict-counts': { count: string; measured: 'yes' | 'no' };
  'verdict-count-at-once': { count: number };
  'verdict-other-neither': {
    number: string;
    or: 'yes' | 'no';
    size: 'own' | 'other' | 'none';
    tasks: string;
    time: string;
  };
  'verdict-other-workers': {
    number: string;
    or: 'yes' | 'no';
    size: 'own' | 'other' | 'none';
    tasks: string;
    time: string;
  };
  'verdict-start-neither': { time: string };
  'verdict-start-workers': { time: string };
  'verdict-warm': { cell: string; over: string; ratio: string };
  'verdict-nothing-measured': None;
  'verdict-only-serial': { others: 'planned' | 'none'; time: string };
  'verdict-no-serial': { cell: string; serial: 'planned' | 'none'; time: string };
  'verdict-too-few': { cells: string; least: number };
  'verdict-not-analysed': { why: string };
  'verdict-detail-interval': { high: string; low: string; sort: 'interval' | 'range' };
  'verdict-detail-no-interval': { ratio: string };
  'verdict-detail-of-cell': { cell: string; interval: string };
  'verdict-detail-warm': { interval: string };
  'verdict-detail-serial': { figure: string; serial: string };
  'verdict-detail-pair': { one: string; other: string };
  'verdict-detail-part': { part: string; whole: string };
  'verdict-detail-busy': { busy: string };
  'verdict-detail-ended-well': { sort: 'most' | 'all'; trials: string };
  'verdict-detail-unfit': None;
  'verdict-detail-speedup': { ratio: string; workers: number };
  'verdict-detail-best': { high: number; low: number };
  'verdict-detail-at': { tasks: string };
  'verdict-detail-pays-at': { strategy: 'threads' | 'processes'; tasks: string };
  'verdict-detail-neither': { time: string };
  'verdict-detail-pays': { strategy: 'threads' | 'processes'; time: string };
  'verdict-detail-start': { cell: string; tasks: string; time: string };
}
