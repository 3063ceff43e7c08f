// Every claim's rule, by name.
import type { ClaimId } from '@shared/claims';
import { heap } from './heap';
import { judgeBy, type Judge } from './judge';

const notYet = judgeBy({});

export const judges: Readonly<Record<ClaimId, Judge>> = {
  heap,
  'lost-updates': notYet,
  gil: notYet,
  light: notYet,
  'io-bound': notYet,
  responsive: notYet,
  kill: notYet,
  containment: notYet,
  cores: notYet,
  memory: notYet,
  messages: notYet,
  'as-written': notYet,
};
