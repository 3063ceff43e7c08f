// What each message of en/race.ftl takes. Written by `npm run messages`.
import type { None } from '../none';

export interface RaceMessages {
  'race-clock': { basis: 'cold' | 'warm' };
  'race-none': None;
  'race-none-note': None;
  'race-none-ran': None;
  'race-facts': None;
  'race-tasks': { count: number };
  'race-absent': { cells: string };
  'race-verdict': None;
  'race-play': None;
  'race-pause': None;
  'race-to-start': None;
  'race-to-end': None;
  'race-steps': { back: string; forward: string };
  'race-speed': None;
  'race-speed-of': { speed: string };
  'race-speed-fit': { factor: string };
  'race-basis': None;
  'race-basis-of': { basis: 'cold' | 'warm' };
  'race-axis': None;
  'race-axis-short': { time: string };
  'race-axis-last': { time: string };
  'race-position': None;
  'race-of-tasks': { count: number };
  'race-place': { place: number };
  'race-finishes': { time: string };
  'race-memory-now': None;
  'race-open': None;
  'race-peak': { size: string };
  'race-finished': { cell: string; place: string; time: string };
  'race-picture': { count: number; key: string };
  'race-flag-note': { basis: 'cold' | 'warm' };
  'race-table-place': None;
  'race-table-cell': None;
  'race-table-flag': None;
  'race-table-time': { basis: 'cold' | 'warm' };
  'race-table-peak': None;
  'race-table-trial': None;
  'keys-race-play': None;
  'keys-race-step': None;
  'keys-race-ends': None;
  'race-save-video': None;
  'race-recording': { done: string; total: string };
  'race-partial': { cells: string };
  'race-not-recorded': { why: string };
}
