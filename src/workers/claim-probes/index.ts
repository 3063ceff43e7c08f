// Every probe, by name.
import type { ProbeName } from '@shared/claims/methods';
import type { ProbeAnswer, ProbeRequest } from '@shared/claims/probes';
import { probeCrashing } from './crashing';
import { probeKilling } from './killing';
import { probeCounter } from './counter';
import { probeMessaging } from './messaging';
import { probeSharing } from './sharing';

export type Probe = (request: ProbeRequest, say: (answer: ProbeAnswer) => void) => Promise<void>;

export const probes: Readonly<Record<Exclude<ProbeName, 'window'>, Probe>> = {
  sharing: probeSharing,
  killing: probeKilling,
  crashing: probeCrashing,
  counter: probeCounter,
  messaging: probeMessaging,
};
