// Calls about the machine.
import { readMachine } from '@engine/machine/machine';
import { ok } from '@shared/base/result';
import type { Handlers } from '../ipc';
import type { HandlerContext } from './context';

export function machineHandlers({
  control,
}: HandlerContext): Pick<Handlers, 'machine:read' | 'machine:watch'> {
  return {
    'machine:read': () => ok(readMachine()),
    'machine:watch': async (on) => {
      await control.watch(on);
      return ok(undefined);
    },
  };
}
