// Runs the instrument's own code once before it counts: a JavaScript engine compiles a function
// when it is first called, and that time belongs to the instrument, not to a task. No code of a
// workload is run. It happens before the decision for a program, in the ready phase for spawned
// workers, and takes what their first tasks would otherwise pay: some tenths of a millisecond.
import type { HostSetup } from '@shared/messages';
import { nowNs } from '../clock';
import { nothing, rehearsedTasks } from './rehearse-thread';
import { HostSession } from './session';

/** A host's whole part, from its setup to its results, with tasks that do nothing. */
export async function rehearseHost(setup: HostSetup): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const session = new HostSession({
      send: (message) => {
        if (message.type === 'ready') {
          session.receive(
            setup.role === 'program'
              ? { type: 'decide' }
              : { type: 'go', range: { from: 0, count: rehearsedTasks, last: true } },
          );
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
    session.receive({ ...setup, tasks: rehearsedTasks, threads: 0 });
  });
}
