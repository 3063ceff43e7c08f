// Findings of claims for tests.
import { textFact } from '@shared/report/facts';
import { claimMeasurements, type ClaimId, type Finding } from '@shared/claims/claims';

/** A finding that holds in both languages, unless told otherwise. */
export function makeFinding(id: ClaimId, more: Partial<Finding> = {}): Finding {
  return {
    id,
    outcome: 'holds',
    languages: [
      { language: 'node', outcome: 'holds', facts: [textFact('it is so in JavaScript.')] },
      { language: 'python', outcome: 'holds', facts: [textFact('it is so in Python.')] },
    ],
    figures: [],
    notes: [],
    measuredAt: '2026-11-22T14:02:00.000Z',
    measurements: claimMeasurements[id].map((name) => ({ id: name, durationNs: 2e9 })),
    ...more,
  };
}
