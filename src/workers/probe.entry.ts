// A probe program: does what it is asked once, says what happened, and waits to be ended.
import { errorText } from '@shared/base/error-text';
import { parentPort } from '@engine/host/parent-port';
import type { ProbeAnswer, ProbeRequest } from '@shared/claims/probes';
import { probes } from './claim-probes';
import { ProbeError } from './claim-probes/probe-error';

const port = parentPort<ProbeAnswer, ProbeRequest>();

function fail(error: unknown): void {
  const fault =
    error instanceof ProbeError
      ? { message: '', reason: error.reason }
      : { message: errorText(error) };
  port.send({ type: 'fault', ...fault });
}

process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
port.onDisconnect(() => process.exit(0));
/** The window's probe is an app of its own. */
function perform(request: ProbeRequest, say: (answer: ProbeAnswer) => void): Promise<void> {
  const { probe } = request;
  if (probe === 'window') return Promise.reject(new Error('a window needs Electron'));
  return probes[probe](request, say);
}

port.onMessage((request) => {
  const say = (answer: ProbeAnswer): void => port.send(answer);
  perform(request, say).then(() => say({ type: 'done' }), fail);
});
