// What each message of en/figures.ftl takes. Written by `npm run messages`.
import type { None } from './none';

export interface FiguresMessages {
  'dot-trial': { number: number; time: string };
  'dot-outlier': { number: number; time: string };
  'scaling-amdahl': { part: string };
  'scaling-karp-flatt': { part: string; workers: number };
  'scaling-usl': { coherency: string; contention: string };
  'scaling-best': { best: string };
  'scaling-no-best': None;
  'scaling-enough': { workers: number };
  'scaling-measured-only': { cores: number };
  'scaling-range': { figure: string; high: string; low: string };
  overhead: None;
  'overhead-note': { tasks: number };
  'overhead-line': { cells: string; tasks: number };
  'overhead-one': { label: string; time: string };
  'overhead-strategy': None;
  'overhead-cold': None;
  'overhead-interval': None;
  'overhead-per-task': None;
  'overhead-warm': None;
  'overhead-trials': None;
  'overhead-share': None;
}
