// Calls about the run.
import { parseExperiment } from '@shared/parse-experiment';
import { ok } from '@shared/result';
import type { Handlers } from '../ipc';
import type { HandlerContext } from './context';

export function runHandlers({ control }: HandlerContext): Pick<Handlers, 'run:start' | 'run:stop'> {
  return {
    'run:start': async (input) => {
      const experiment = parseExperiment(input);
      return experiment.ok ? control.start(experiment.value) : experiment;
    },
    'run:stop': () => {
      control.stop();
      return ok(undefined);
    },
  };
}
