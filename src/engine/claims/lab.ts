// The experiment of a measurement, as the engine takes it.
import type { MeasurementId } from '@shared/claims/claims';
import { measurementExperiments } from '@shared/claims/measurements';
import type { Experiment, ExperimentInput } from '@shared/experiment/experiment';
import { parseExperiment } from '@shared/experiment/parse-experiment';

/** An experiment that is part of the program itself. Throws where it is none: a bug. */
export function parsed(input: ExperimentInput): Experiment {
  const experiment = parseExperiment(input);
  if (!experiment.ok) throw new Error(JSON.stringify(experiment.problem));
  return experiment.value;
}

/** The ordinary experiment nearest to a measurement. */
export function lab(id: MeasurementId): Experiment {
  return parsed(measurementExperiments[id]);
}
