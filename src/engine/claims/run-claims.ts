// Tries claims one after the other: each measurement once, and a finding as soon as its figures are in.
import {
  claimMeasurements,
  type ClaimId,
  type Finding,
  type MeasurementId,
} from '@shared/claims/claims';
import { nowNs, wallClockIso } from '../clock';
import type { MadeMeasurement } from '@shared/kept/measured-file';
import type { ClaimContext } from './context';
import { judge } from './judge';
import { readFreeMemory } from '../machine/free-memory';
import { RunReaper } from '../trial/run-reaper';
import { markChildren } from '../processes/run-mark';
import { measures } from './measures';

export interface ClaimsOptions extends Omit<ClaimContext, 'signal' | 'freeMemory' | 'reaper'> {
  readonly ids: readonly ClaimId[];
  /** Which claim is being measured for, before each. */
  readonly onClaim?: (id: ClaimId) => void;
  /** Told as each measurement is made; the next begins when it resolves. */
  readonly onMeasured?: (measurement: MadeMeasurement) => Promise<void>;
  /** Told as each claim is decided. */
  readonly onFinding?: (finding: Finding) => void;
}

/** Claims under way. */
export interface ClaimsHandle {
  /** Ends at once: the claim under way has no finding. */
  stop(): void;
  /** The findings, in the order asked; rejects for bugs only. When it resolves no child is left. */
  readonly done: Promise<readonly Finding[]>;
}

/** Starts trying claims. */
export function startClaims(options: ClaimsOptions): ClaimsHandle {
  const stopper = new AbortController();
  return { stop: () => stopper.abort(), done: tryAll(options, stopper.signal) };
}

async function tryAll(options: ClaimsOptions, signal: AbortSignal): Promise<readonly Finding[]> {
  const reaper = new RunReaper();
  try {
    return await tryEach(options, reaper, signal);
  } finally {
    await reaper.end();
  }
}

async function tryEach(
  options: ClaimsOptions,
  reaper: RunReaper,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const launcher = markChildren(options.launcher, reaper.mark);
  const own = { launcher, reaper, signal, freeMemory: () => readFreeMemory() };
  const context: ClaimContext = { ...options, ...own };
  const made = new Map<MeasurementId, MadeMeasurement>();
  const findings: Finding[] = [];
  for (const id of options.ids) {
    options.onClaim?.(id);
    for (const measurement of claimMeasurements[id]) {
      if (signal.aborted || made.has(measurement)) continue;
      const measured = await timed(measurement, context);
      // What was stopped in its middle is no measurement.
      if (signal.aborted) break;
      made.set(measurement, measured);
      await options.onMeasured?.(measured);
    }
    if (signal.aborted) break;
    const finding = judge(id, made, wallClockIso());
    findings.push(finding);
    options.onFinding?.(finding);
  }
  return findings;
}

async function timed(id: MeasurementId, context: ClaimContext): Promise<MadeMeasurement> {
  const fromNs = nowNs();
  const measured = await measures[id](context);
  const durationNs = Number(nowNs() - fromNs);
  return { ...measured, id, durationNs, measuredAt: wallClockIso() };
}
