// The local server of a run, started anew where it was lost.
import { problemText } from '@present/words/engine/problems';
import { failureText } from '@present/words/engine/failures';
import { expect, it, vi } from 'vitest';
import { type Unavailable, WorkloadFixtures } from '@engine/trial/workload-fixtures';
import type { ChildExit, Launcher } from '@engine/types';
import { parseExperiment } from '@shared/experiment/parse-experiment';

/** A server as the engine sees it: it says and does what it is told here. */
class Server {
  say: (message: unknown) => void = () => undefined;
  exit: (exit: ChildExit) => void = () => undefined;
}

function begin() {
  const servers: Server[] = [];
  const launcher = {
    kind: 'fork',
    launch: () => {
      const server = new Server();
      servers.push(server);
      return {
        pid: 1000 + servers.length,
        send: () => undefined,
        onMessage: (listener: Server['say']) => void (server.say = listener),
        onExit: (listener: Server['exit']) => void (server.exit = listener),
        kill: () => undefined,
        stderrTail: () => '',
      };
    },
  } as unknown as Launcher;
  const experiment = parseExperiment({
    ...{ version: 1, name: 'http', workload: { kind: 'http' }, strategies: [{ kind: 'serial' }] },
  });
  if (!experiment.ok) throw new Error(problemText(experiment.problem));
  const left = { removeOnDeath: () => undefined };
  const fixtures = new WorkloadFixtures(experiment.value, launcher, {} as never, left);
  return { servers, fixtures };
}

const listening = { type: 'listening', url: 'http://127.0.0.1:8080/' };

it('does not take the end of a server that was given up for that of the next one', async () => {
  const { servers, fixtures } = begin();
  const started = (number: number): Promise<Server> =>
    vi.waitFor(() => {
      const server = servers[number - 1];
      if (server === undefined) throw new Error(`no server ${number}`);
      return server;
    });
  const begun = fixtures.begin();
  const first = await started(1);
  first.say(listening);
  await begun;
  first.exit({ signal: 'SIGKILL' });
  const why = fixtures.forTrial('one').catch((error: Unavailable) => failureText(error.failure));
  const failing = expect(why).resolves.toContain('did not start');
  const second = await started(2);
  second.say({ type: 'listening', url: 'http://elsewhere/' });
  await failing;
  const given = fixtures.forTrial('two');
  const third = await started(3);
  second.exit({ signal: 'SIGKILL' });
  third.say(listening);
  expect(await given).toEqual({ url: listening.url });
  expect(await fixtures.whyLost()).toBeUndefined();
  await fixtures.forTrial('three');
  expect(servers).toHaveLength(3);
});
