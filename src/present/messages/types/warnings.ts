// What each message of en/warnings.ftl takes. Written by `npm run messages`.
import type { None } from '../none';

export interface WarningsMessages {
  'warning-title': {
    kind:
      | 'outliers'
      | 'drift'
      | 'modes'
      | 'few-trials'
      | 'imprecise'
      | 'coarse-timer'
      | 'load'
      | 'stood-still'
      | 'throttling'
      | 'frequency'
      | 'swap'
      | 'missed-samples'
      | 'failed-trials'
      | 'ended-early'
      | 'not-measured'
      | 'quota'
      | 'environment'
      | 'earlier';
  };
  'warning-outliers': { count: number; trials: string };
  'warning-outliers.advice': None;
  'warning-outlier': { cell: string; ratio: string; trial: number };
  'warning-drift': {
    cell: string;
    chance: 'small' | 'told';
    change: string;
    direction: 'rose' | 'fell';
    of: 'all' | 'cell';
    p: string;
  };
  'warning-drift.advice': { direction: 'rose' | 'fell' };
  'warning-modes': { cell: string; high: number; highTime: string; low: number; lowTime: string };
  'warning-modes.advice': None;
  'warning-failed-trials': {
    cell: string;
    failed: number;
    sort: 'empty' | 'work';
    trials: number;
    why: string;
  };
  'warning-failed-trials.advice': {
    remedy: 'other-strategy' | 'timeout' | 'memory-limit' | 'none';
  };
  'warning-ended-early': { ended: number; planned: number };
  'warning-ended-early.advice': { cause: 'stop' | 'failure' };
  'warning-not-measured': { cells: string };
  'warning-not-measured.advice': { cause: 'stop' | 'failure' };
  'warning-run-again': { cause: 'stop' | 'failure' };
  'warning-one-trial': { cells: string };
  'warning-one-trial.advice': None;
  'warning-few-trials': { cells: string; least: number };
  'warning-few-trials.advice': None;
  'warning-repeat': None;
  'warning-imprecise': { cells: string; wanted: string };
  'warning-imprecise.advice': None;
  'warning-not-as-precise': { cells: string; wanted: string };
  'warning-not-as-precise.advice': None;
  'warning-precision': { cell: string; precision: string; trials: number };
  'warning-stood-still': { seconds: string; trials: number };
  'warning-stood-still.advice': None;
  'warning-load-run': { pid: string };
  'warning-load-runs': { count: number; pids: string };
  'warning-load-runs.advice': None;
  'warning-load-took': { cores: string };
  'warning-load-took-by': { cores: string; processes: string };
  'warning-load-took-by.advice': { count: number };
  'warning-load-process': { cores: string; name: string; pid: string };
  'warning-load-corelane': { cores: string; pid: string };
  'warning-load-separator': None;
  'warning-load-cores': { cores: number };
  'warning-load-waited': { cells: string };
  'warning-load-waited.advice': None;
  'warning-load-waited-cell': { cell: string; share: string };
  'warning-load-seen': { cores: string };
  'warning-load-seen.advice': None;
  'warning-load-average': { cores: number; load: string };
  'warning-quota-throttling': { time: string; trials: number };
  'warning-quota-throttling.advice': None;
  'warning-heat': { times: number; trials: number };
  'warning-heat.advice': None;
  'warning-stolen': { share: string };
  'warning-stolen.advice': None;
  'warning-swap': { pages: number; trials: number };
  'warning-swap.advice': None;
  'warning-frequency': { cells: string };
  'warning-frequency.advice': None;
  'warning-frequency-cell': { cell: string; high: string; low: string };
  'warning-governor': { governor: string };
  'warning-governor.advice': None;
  'warning-quota': { cores: number; quota: string };
  'warning-quota.advice': None;
  'warning-environment': {
    effect: 'slower' | 'memory-limit' | 'more-code' | 'debugger' | 'libraries' | 'slower-python';
    settings: string;
  };
  'warning-environment.advice': { variables: string };
  'warning-environment-option': { option: string; variable: string };
  'warning-coarse-tasks': { cells: string; read: string };
  'warning-coarse-cold': { cells: string; read: string };
  'warning-coarse-cold.advice': None;
  'warning-coarse-cell': { cell: string; time: string };
  'warning-missed-samples': { due: number; missed: number; time: string };
  'warning-missed-in-trials': { limit: string; most: string; trials: number };
  'warning-missed-in-trials.advice': None;
}
