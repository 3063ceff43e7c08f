// Every probe, by name.
import type { ProbeAnswer, ProbeName, ProbeRequest } from '@shared/probes';
import { probeCounter } from './counter';
import { probeMessaging } from './messaging';
import { probeSharing } from './sharing';

export type Probe = (request: ProbeRequest, say: (answer: ProbeAnswer) => void) => Promise<void>;

const notYet: Probe = () => Promise.reject(new Error('this probe is not there'));

export const probes: Readonly<Record<Exclude<ProbeName, 'window'>, Probe>> = {
  sharing: probeSharing,
  counter: probeCounter,
  killing: notYet,
  crashing: notYet,
  messaging: probeMessaging,
};
