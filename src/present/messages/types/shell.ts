// What each message of en/shell.ftl takes. Written by `npm run messages`.
import type { None } from './none';

export interface ShellMessages {
  'keys-title': None;
  'keys-close': None;
  'keys-open': None;
  'keys-screen': {
    screen: 'everywhere' | 'lab' | 'live' | 'timeline' | 'results' | 'break-even' | 'claims';
  };
  'keys-place': None;
  'keys-help': None;
  'keys-run': None;
  'keys-stop-run': None;
  'keys-follow': None;
  'keys-freeze': None;
  'keys-whole': None;
  'keys-table': None;
  'keys-slowest': None;
  'keys-step': None;
  'keys-page': None;
  'keys-export': None;
  'keys-next-claim': None;
  'keys-first-claim': None;
  'keys-try-claim': None;
  'keys-stop-claims': None;
  'keys-mouse': None;
  'mouse-wheel': None;
  'mouse-wheel-does': None;
  'mouse-shift-wheel': None;
  'mouse-shift-wheel-does': None;
  'mouse-alt-wheel': None;
  'mouse-alt-wheel-does': None;
  'mouse-overview': None;
  'mouse-overview-does': None;
  'key-space': None;
  'key-ctrl': None;
  'key-enter': None;
  'key-escape': None;
  'key-home': None;
  'key-end': None;
  'key-page-up': None;
  'key-page-down': None;
}
