// Every probe, by name.
import type { ProbeAnswer, ProbeName, ProbeRequest } from '@shared/probes';
import { probeCrashing } from './crashing';
import { probeKilling } from './killing';
import { probeSharing } from './sharing';

export type Probe = (request: ProbeRequest, say: (answer: ProbeAnswer) => void) => Promise<void>;

const notYet: Probe = () => Promise.reject(new Error('this probe is not there'));

export const probes: Readonly<Record<Exclude<ProbeName, 'window'>, Probe>> = {
  sharing: probeSharing,
  counter: notYet,
  killing: probeKilling,
  crashing: probeCrashing,
  messaging: notYet,
};
