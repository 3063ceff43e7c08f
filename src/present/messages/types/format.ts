// What each message of en/format.ftl takes. Written by `npm run messages`.
import type { None } from './none';

export interface FormatMessages {
  'not-known': None;
  ratio: { figure: string };
  share: { percent: string };
  'share-under-one': None;
  'yes-no': { is: 'yes' | 'no' };
  'share-yes': { percent: string };
  range: { from: string; to: string };
  'range-dash': { from: string; to: string };
  rate: { amount: string };
  frames: { figure: string };
  'cores-busy': { figure: string };
  'cores-busy-of': { busy: string; cores: number };
  'unit-time': { unit: 'ns' | 'us' | 'ms' | 's' };
  duration: { figure: string; unit: 'ns' | 'us' | 'ms' | 's' };
  'duration-minutes': { minutes: string; seconds: string };
  'duration-hours': { hours: string; minutes: string };
  'unit-bytes': { unit: 'B' | 'kB' | 'MB' | 'GB' };
  size: { figure: string; unit: 'B' | 'kB' | 'MB' | 'GB' };
}
