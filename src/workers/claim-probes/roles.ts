// Lists what a probe's workers may do, by name. A new one is an entry here.
import { misbehave } from './crashing-role';
import { loopOn } from './killing-role';
import { countTogether } from './counter-role';
import { echoCopy, echoShared, echoTransfer } from './echo-role';
import { writeBox } from './sharing-role';
import { workOn, computeFor } from './work-on-role';

export const roles = {
  compute: computeFor,
  'write-box': writeBox,
  'work-on': workOn,
  'loop-on': loopOn,
  misbehave,
  'count-together': countTogether,
  'echo-copy': echoCopy,
  'echo-transfer': echoTransfer,
  'echo-shared': echoShared,
} as const;

export type RoleName = keyof typeof roles;

export type RoleData<R extends RoleName> = Parameters<(typeof roles)[R]>[0];
