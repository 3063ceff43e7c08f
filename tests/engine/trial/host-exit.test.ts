// When a host's process ends: which exits end the trial, by how far the host had come.
import { describe, expect, it } from 'vitest';
import { Ending } from '@engine/trial/ending';
import { TrialHost } from '@engine/trial/trial-host';
import type { ChildExit, HostHandle } from '@engine/types';
import type { FromHost, HostSetup } from '@shared/wire/messages';

const none = { task: [], worker: [], startNs: [], endNs: [] };
const heaps = { worker: [], atNs: [], usedBytes: [], totalBytes: [] };
const spans = { type: 'spans', spans: none, heaps, last: true } as unknown as FromHost;
const marks = { decidedNs: 1, spawnedNs: 2, goNs: 3, lastDoneNs: 4, collectedNs: 5 };
const finished: FromHost = {
  type: 'finished',
  marks,
  results: { task: new Float64Array(0), checksum: new Float64Array(0) },
};
const joined: FromHost = { type: 'joined', joinNs: 7 };

/** A host of which the test says what it sends, and how its process ends. */
function start() {
  let say: (message: FromHost) => void = () => undefined;
  let exit: (how: ChildExit) => void = () => undefined;
  const handle: HostHandle = {
    pid: 4242,
    send: () => undefined,
    onMessage: (listener) => (say = listener),
    onExit: (listener) => (exit = listener),
    kill: () => undefined,
    stderrTail: () => '',
  };
  const ending = new Ending();
  const setup = { workload: { kind: 'wait', params: { ms: 1 } } } as unknown as HostSetup;
  const listener = {
    onWorkers: () => undefined,
    onSpans: () => undefined,
    onWant: () => undefined,
    onNote: () => undefined,
    onPrinted: () => undefined,
  };
  const host = new TrialHost(0, handle, setup, ending, listener, { tasks: 1, workers: 1 });
  return {
    host,
    ending,
    ends: (how: ChildExit, ...said: FromHost[]) => {
      said.forEach((message) => {
        say(message);
      });
      exit(how);
    },
  };
}

describe('a host whose process ends', () => {
  it('ends the trial before its last result', () => {
    const { ending, ends } = start();
    ends({ code: 0 }, finished);
    expect(ending.cause?.status).toBe('exited');
  });

  it('ends the trial where a signal ends it while its workers are let go of', () => {
    const { ending, ends } = start();
    ends({ signal: 'SIGKILL' }, finished, spans);
    expect(ending.cause).toMatchObject({ status: 'killed', evidence: { signal: 'SIGKILL' } });
  });

  it('keeps the trial where own code leaves after its last result', async () => {
    const { host, ending, ends } = start();
    ends({ code: 1 }, finished, spans);
    expect(ending.cause).toBeUndefined();
    await expect(host.gone).resolves.toEqual({ code: 1 });
  });

  it('keeps the trial once its workers have ended, whatever ends it', async () => {
    const { host, ending, ends } = start();
    ends({ signal: 'SIGKILL' }, finished, spans, joined);
    expect(ending.cause).toBeUndefined();
    await expect(host.joined).resolves.toBe(7);
  });
});
