// A program's warm-up: all that a host does in a trial once, before the decision, so that no
// compiling of the instrument's own code falls into its cold time (see warm-up-loop.ts).
import type { HostSetup } from '@shared/wire/messages';
import { nowNs } from '../clock';
import { nothing, warmUpTasks } from './warm-up-loop';
import { HostSession } from './session';

/** From its setup to its results and spans, with tasks that do nothing on its main thread. */
export async function warmUpHost(setup: HostSetup): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const session = new HostSession({
      send: (message) => {
        if (message.type === 'ready') {
          session.receive({ type: 'decide' });
        } else if (message.type === 'finished') {
          session.receive({ type: 'drain' });
        } else if (message.type === 'spans' && message.last) {
          resolve();
        } else if (message.type === 'fault') {
          reject(new Error(message.message));
        }
      },
      beganNs: nowNs(),
      threadEntry: '',
      loadWorkload: () => Promise.resolve(nothing),
      leave: () => undefined,
    });
    session.receive({ ...setup, role: 'program', tasks: warmUpTasks, threads: 0 });
  });
}
