// The code of one host process: a session on the port to whatever started it.
import { nowNs } from '@engine/clock';
import { guardErrors } from '@engine/host/guards';
import { realExit } from '@engine/host/base/intrinsics';
import { lostExitCode, starterIsGone } from '@engine/host/lost-channel';
import { parentPort } from '@engine/host/parent-port';
import { HostSession } from '@engine/host/session';
import { warmUpHost } from '@engine/host/warm-up-host';
import { warmUpLoop } from '@engine/host/warm-up-loop';
import { failUncaught, failUnhandled } from '@engine/host/own-stage';
import { ownThreadId } from '@engine/host/thread-id';
import { sweepNow } from '@engine/processes/marked';
import { defined } from '@shared/base/defined';
import type { FromHost, ToHost } from '@shared/wire/messages';
import { isModule } from '@shared/experiment/own-code';
import { ownToken, runMark } from '@shared/wire/run-mark';
import { join } from 'node:path';
import process from 'node:process';
import type { OwnHost } from './own-host';
import { loadWorkload } from './workloads';

const beganNs = nowNs();
const port = parentPort<FromHost, ToHost>();
const tid = ownThreadId();
// A user's own code may change it later.
const token = ownToken(process.env[runMark]);
let own: OwnHost | undefined;

const session = new HostSession({
  send: (message) => port.send(message),
  beganNs,
  threadEntry: join(__dirname, 'thread.js'),
  loadWorkload: async (workload, seed, inputs) => {
    if (isModule(workload)) {
      const { beginOwnHost } = await import('./own-host');
      port.keep();
      own = beginOwnHost(port.letLoopEnd, (ending) => session.leaving(ending));
    }
    return loadWorkload(workload, seed, inputs);
  },
  leave: () => realExit(0, (error) => session.hookThrew(error)),
  settle: () => own?.settle() ?? Promise.resolve(true),
  rest: () => own?.rest() ?? Promise.resolve(),
  printedBytes: () => own?.printedBytes() ?? 0,
});

guardErrors({
  onUncaught: (error) => failUncaught(error, session),
  onUnhandled: (reason) => failUnhandled(reason, session),
});
port.onDisconnect(() => {
  if (!starterIsGone()) realExit(lostExitCode);
  // Whoever led the run was ended: nobody else may be left to end what the tasks have started.
  if (token !== undefined) sweepNow(token, ({ keeper }) => !keeper);
  realExit(0);
});
port.onMessage((message) => {
  if (message.type !== 'setup' || message.threads > 0) return session.receive(message);
  const warmUp = message.role === 'program' ? warmUpHost : warmUpLoop;
  warmUp(message).then(
    () => session.receive(message),
    (error: unknown) => session.fail(error),
  );
});
port.send({
  type: 'hello',
  pid: process.pid,
  ...defined({ tid }),
  atNs: String(beganNs),
});
