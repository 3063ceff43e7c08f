// Tries claims one after the other: each measurement once, and a finding as soon as its figures are in.
import { judges } from '@analysis/claims';
import { claimMeasurements, type ClaimId, type Finding, type MeasurementId } from '@shared/claims';
import { claimTexts } from '@shared/claim-texts';
import { nowNs, wallClockIso } from '../clock';
import type { ClaimContext, Measured } from './context';
import { readFreeMemory } from '../probe/free-memory';
import { Leavings } from '../leavings';
import { markChildren } from '../run-mark';
import { measures } from './measures';

export interface ClaimsOptions extends Omit<ClaimContext, 'signal' | 'freeMemory' | 'leavings'> {
  readonly ids: readonly ClaimId[];
  /** Which claim is being measured for, before each. */
  readonly onClaim?: (id: ClaimId) => void;
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

interface Timed extends Measured {
  readonly id: MeasurementId;
  readonly durationNs: number;
}

/** Starts trying claims. */
export function startClaims(options: ClaimsOptions): ClaimsHandle {
  const stopper = new AbortController();
  return { stop: () => stopper.abort(), done: tryAll(options, stopper.signal) };
}

async function tryAll(options: ClaimsOptions, signal: AbortSignal): Promise<readonly Finding[]> {
  const leavings = new Leavings();
  try {
    return await tryEach(options, leavings, signal);
  } finally {
    await leavings.end();
  }
}

async function tryEach(
  options: ClaimsOptions,
  leavings: Leavings,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const launcher = markChildren(options.launcher, leavings.mark);
  const own = { launcher, leavings, signal, freeMemory: () => readFreeMemory() };
  const context: ClaimContext = { ...options, ...own };
  const made = new Map<MeasurementId, Timed>();
  const findings: Finding[] = [];
  for (const id of options.ids) {
    options.onClaim?.(id);
    for (const measurement of claimMeasurements[id]) {
      if (signal.aborted || made.has(measurement)) continue;
      made.set(measurement, await timed(measurement, context));
    }
    if (signal.aborted) break;
    const finding = judge(id, made);
    findings.push(finding);
    options.onFinding?.(finding);
  }
  return findings;
}

async function timed(id: MeasurementId, context: ClaimContext): Promise<Timed> {
  const fromNs = nowNs();
  const measured = await measures[id](context);
  return { ...measured, id, durationNs: Number(nowNs() - fromNs) };
}

function judge(id: ClaimId, made: ReadonlyMap<MeasurementId, Timed>): Finding {
  const measured = claimMeasurements[id].flatMap((measurement) => made.get(measurement) ?? []);
  const figures = measured.flatMap((one) => one.figures);
  return {
    id,
    claim: claimTexts[id].claim,
    ...judges[id](figures),
    figures,
    notes: [...new Set(measured.flatMap(({ notes }) => notes))],
    measuredAt: wallClockIso(),
    measurements: measured.map(({ id: measurement, durationNs }) => ({
      id: measurement,
      durationNs,
    })),
  };
}
