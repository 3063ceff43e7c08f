// What each message of en/format.ftl takes. Written by `npm run messages`.
import type { None } from '../none';

export interface FormatMessages {
  'not-known': None;
  'no-figure': None;
  ratio: { figure: string };
  'share-under-one': None;
  'yes-no': { is: 'yes' | 'no' };
  'share-yes': { share: string };
  range: { from: string; to: string };
  'range-dash': { from: string; to: string };
  rate: { amount: string };
  frames: { figure: string };
  'cores-busy': { figure: string };
  'cores-busy-of': { busy: string; cores: number };
  unit: {
    unit:
      'ns' | 'us' | 'ms' | 's' | 'B' | 'kB' | 'MB' | 'GB' | 'min' | 'h' | 'Hz' | 'MHz' | 'percent';
  };
  quantity: {
    figure: string;
    unit:
      'ns' | 'us' | 'ms' | 's' | 'B' | 'kB' | 'MB' | 'GB' | 'min' | 'h' | 'Hz' | 'MHz' | 'percent';
  };
  'duration-parts': { larger: string; smaller: string };
}
