// What each message of en/engine.ftl takes. Written by `npm run messages`.
import type { None } from '../none';

export interface EngineMessages {
  'note-files-left': { why: string };
  'note-figure-unknown': {
    what: 'per-core' | 'schedstat' | 'smaps_rollup' | 'statm' | 'others' | 'priority' | 'folder';
    why: string;
  };
  'note-samples-dropped': { samples: number };
  'note-sampler-ended': None;
  'note-sampler-ended-why': { why: string };
  'note-sampler-ended-said': { said: string };
  'note-tasks-reduced': { reduced: number; trials: number };
  'note-workers-reduced': { reduced: number; trials: number };
  'note-samples-reduced': { rows: string };
  'note-samples-of': {
    kept: number;
    kind: 'cores' | 'workers' | 'processes' | 'resident' | 'heaps' | 'loop';
    taken: number;
  };
  'note-rows-unreadable': { rows: number };
  'note-notes-left-out': { notes: number };
  'note-left-out-unfit': {
    file: string;
    strategy: string;
    when: 'draft' | 'run';
    why: 'python' | 'not-python' | 'program';
  };
  'left-out-unfit': { file: string; why: 'python' | 'not-python' | 'program' };
  'note-left-out-missing': {
    asked: 'some' | 'any';
    lacks: string;
    pythons: string;
    strategy: string;
    when: 'draft' | 'run';
    why: 'not-found' | 'search-failed';
  };
  'left-out': { when: 'draft' | 'run' };
  'left-out-python': { asked: 'some' | 'any'; pythons: string };
  'note-left-out-unable': {
    pythons: string;
    strategy: string;
    when: 'draft' | 'run';
    why: 'no-lock-of-its-own' | 'no-start-method';
  };
  'note-search-without-size': { workload: string };
  'note-search-left-out': { cell: string; tasks: number; why: string };
  'note-reference-failed': { why: string };
  'note-repeats-ended': { cells: number; precision: string; reached: number };
  'note-repeats-ended-stops': { cells: number; precision: string; reached: number; stops: string };
  'note-repeats-separator': None;
  'note-repeats-failing': { cell: string };
  'note-repeats-stop': {
    cell: string;
    ending: 'budget' | 'repeats';
    precision: string;
    reached: 'known' | 'unknown';
    seconds: number;
    trials: number;
  };
  'note-process-unnamed': None;
  'note-processes-ended': { file: string; names: string; starter: 'file' | 'work' };
  'note-processes-left': { file: string; names: string; pids: string; starter: 'file' | 'work' };
  'note-teardown-late': { file: string; seconds: number };
  'note-teardown-threw': { file: string; said: string };
  'note-exit-hook-late': { file: string; seconds: number };
  'note-exit-hook-threw': { file: string; said: string };
  'note-late-threw': { file: string; said: string };
  'note-late-call': { call: string; during: 'teardown' | 'rest'; file: string };
  'note-late-signal': { file: string; signal: string };
  'note-kept-alive': { file: string; worker: 'thread' | 'process' };
  'note-printed': { size: string };
  'note-unfinished': { planned: number; trials: number };
  'note-journal-top-damaged': None;
  'note-journal-lines-damaged': { lines: number };
  'note-trial-set-aside': { trial: string };
  'note-trial-set-aside-cell': { cell: string; trial: string };
  'note-not-kept': { why: string };
  'note-journal-ended': { why: string };
  'note-analysis-failed': { why: string };
}
