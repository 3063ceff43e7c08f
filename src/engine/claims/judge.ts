// Makes the finding of a claim from what was measured.
import { judges } from '@analysis/claims';
import {
  claimMeasurements,
  type ClaimId,
  type Finding,
  type MeasurementId,
} from '@shared/claims/claims';
import type { MadeMeasurement } from '@shared/kept/measured-file';

/** The finding of a claim of which all was measured. */
export function judge(
  id: ClaimId,
  made: ReadonlyMap<MeasurementId, MadeMeasurement>,
  measuredAt: string,
): Finding {
  const measured = claimMeasurements[id].flatMap((measurement) => made.get(measurement) ?? []);
  const figures = measured.flatMap((one) => one.figures);
  return {
    id,
    ...judges[id](figures),
    figures,
    notes: [...new Set(measured.flatMap(({ notes }) => notes))],
    measuredAt,
    measurements: measured.map(({ id: measurement, durationNs }) => ({
      id: measurement,
      durationNs,
    })),
  };
}
