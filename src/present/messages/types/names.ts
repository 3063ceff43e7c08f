// What each message of en/names.ftl takes. Written by `npm run messages`.
import type { None } from './none';

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
  'list-separator': None;
  'list-last': { last: string; rest: string };
  'list-or': { last: string; rest: string };
  'list-more': { count: number; rest: string };
  moment: { day: string; month: string; time: string; year: string; zone: string };
  'moment-not-known': None;
  'parameter-times': { count: number };
  'parameter-rows': { count: number };
  'parameter-records': { count: number };
  'parameter-numbers': { count: number };
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
}
