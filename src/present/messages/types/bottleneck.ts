// What each message of en/bottleneck.ftl takes. Written by `npm run messages`.
import type { None } from '../none';

export interface BottleneckMessages {
  'bottleneck-share': { part: string; share: string; whole: string };
  'bottleneck-none': { part: string; share: string; whole: string };
  'bottleneck-start-up': { cell: string; part: string; share: string; whole: string };
  'bottleneck-messaging': { part: string; share: string; whole: string };
  'bottleneck-imbalance': { part: string; share: string; whole: string };
  'bottleneck-run-queue': { part: string; share: string; whole: string };
  'bottleneck-run-queue-causes': { causes: string; part: string; share: string; whole: string };
  'bottleneck-waiting': { part: string; share: string; whole: string };
  'bottleneck-interpreter-lock': {
    cores: string;
    part: string;
    share: string;
    threads: number;
    whole: string;
  };
  'bottleneck-memory': { part: string; share: string; slowdown: string; whole: string };
  'bottleneck-cause-workers': { cores: number; workers: number };
  'bottleneck-cause-others': { cores: string };
  'bottleneck-cause-quota': { time: string };
  'bottleneck-cause-separator': None;
  'bottleneck-limited-by': {
    kind:
      | 'start-up'
      | 'messaging'
      | 'imbalance'
      | 'run-queue'
      | 'waiting'
      | 'interpreter-lock'
      | 'memory';
  };
  'bottleneck-limited-by-share': {
    kind:
      | 'start-up'
      | 'messaging'
      | 'imbalance'
      | 'run-queue'
      | 'waiting'
      | 'interpreter-lock'
      | 'memory';
    share: string;
  };
}
