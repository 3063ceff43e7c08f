// Every claim's rule, by name.
import type { ClaimId } from '@shared/claims';
import { asWritten } from './as-written';
import { cores } from './cores';
import { gil } from './gil';
import { heap } from './heap';
import { ioBound } from './io-bound';
import { judgeBy, type Judge } from './judge';
import { light } from './light';
import { lostUpdates } from './lost-updates';
import { memory } from './memory';
import { messages } from './messages';
import { responsive } from './responsive';

const notYet = judgeBy({});

export const judges: Readonly<Record<ClaimId, Judge>> = {
  heap,
  'lost-updates': lostUpdates,
  gil,
  light,
  'io-bound': ioBound,
  responsive,
  kill: notYet,
  containment: notYet,
  cores,
  memory,
  messages,
  'as-written': asWritten,
};
