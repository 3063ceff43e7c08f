// Every claim's rule, by name.
import type { ClaimId } from '@shared/claims';
import { asWritten } from './as-written';
import { containment } from './containment';
import { cores } from './cores';
import { heap } from './heap';
import { ioBound } from './io-bound';
import { judgeBy, type Judge } from './judge';
import { kill } from './kill';
import { light } from './light';
import { memory } from './memory';
import { responsive } from './responsive';

const notYet = judgeBy({});

export const judges: Readonly<Record<ClaimId, Judge>> = {
  heap,
  'lost-updates': notYet,
  gil: notYet,
  light,
  'io-bound': ioBound,
  responsive,
  kill,
  containment,
  cores,
  memory,
  messages: notYet,
  'as-written': asWritten,
};
