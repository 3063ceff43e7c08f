// Every claim's rule, by name.
import type { ClaimId } from '@shared/claims/claims';
import { asWritten } from './as-written';
import { containment } from './containment';
import { cores } from './cores';
import { gil } from './gil';
import { heap } from './heap';
import { ioBound } from './io-bound';
import type { Judge } from './judge';
import { kill } from './kill';
import { light } from './light';
import { lostUpdates } from './lost-updates';
import { memory } from './memory';
import { messages } from './messages';
import { responsive } from './responsive';

export const judges: Readonly<Record<ClaimId, Judge>> = {
  heap,
  'lost-updates': lostUpdates,
  gil,
  light,
  'io-bound': ioBound,
  responsive,
  kill,
  containment,
  cores,
  memory,
  messages,
  'as-written': asWritten,
};
