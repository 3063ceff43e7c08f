// What each message of en/claims.ftl takes. Written by `npm run messages`.
import type { None } from './none';

export interface ClaimsMessages {
  'claim-note-no-python': None;
  'claim-note-no-electron': None;
  'claim-note-no-display': None;
  'claim-note-display-not-started': None;
  'claim-note-one-core': None;
  'claim-note-too-fast': {
    label: string;
    range: string;
    ratio: string;
    serial: 'told' | 'unknown';
  };
  'claim-note-messages-left-out': { free: string; sizes: string };
  'claim-note-search-ended': { by: 'budget' | 'stop' };
  'claim-note-trial-failed': { cell: string; status: string; why: string };
  'claim-note-trial-failed-unknown': { cell: string; status: string };
  'claim-note-probe-disturbed': { cores: string; title: string };
  'claim-note-probe-disturbed-by': { cores: string; name: string; pid: string; title: string };
  'claim-note-probe-said': { said: string; title: string };
  'claim-note-probe-failed': { title: string; why: string };
  'claim-note-probe-failed-said': { said: string; title: string; why: string };
  'claim-probe-no-answer': { why: string };
  'claim-probe-signal': { signal: string };
  'claim-probe-exit': { code: string };
  'claim-probe-not-started': None;
  'claim-probe-timeout': { seconds: string };
  'claim-probe-memory-limit': { held: string; limit: string };
  'claim-range': { from: string; to: string };
}
