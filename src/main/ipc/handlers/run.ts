// Calls about the run.
import { ok } from '@shared/base/result';
import type { Handlers } from '../ipc';
import type { HandlerContext } from './context';

export function runHandlers({
  control,
  consent,
}: HandlerContext): Pick<Handlers, 'run:start' | 'run:stop' | 'run:state'> {
  return {
    'run:start': (experiment) => control.start(experiment, () => consent.forRun(experiment)),
    'run:stop': () => {
      control.stop();
      return ok(undefined);
    },
    'run:state': () => ok(control.state ?? { phase: 'idle' }),
  };
}
