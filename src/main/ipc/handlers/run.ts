// Calls about the run.
import { parseExperiment } from '@shared/experiment/parse-experiment';
import { ok } from '@shared/base/result';
import type { Handlers } from '../ipc';
import type { HandlerContext } from './context';

export function runHandlers({
  control,
  consent,
}: HandlerContext): Pick<Handlers, 'run:start' | 'run:stop' | 'run:state'> {
  return {
    'run:start': async (input) => {
      const experiment = parseExperiment(input);
      if (!experiment.ok) return experiment;
      return control.start(experiment.value, () => consent.forRun(experiment.value));
    },
    'run:stop': () => {
      control.stop();
      return ok(undefined);
    },
    'run:state': () => ok(control.state ?? { phase: 'idle' }),
  };
}
