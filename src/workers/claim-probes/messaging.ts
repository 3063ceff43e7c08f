// Measures how long a payload takes to a worker and back, by its size and by the method that moves it.
import type { RawFigure } from '@shared/claims/claims';
import type { MethodId } from '@shared/claims/methods';
import type { ProbeAnswer, ProbeRequest } from '@shared/claims/probes';
import { ProbeError } from './probe-error';
import { WorkerSet, type ProbeWorker, type ProbeWorkerKind } from './worker-set';
import { noMoreTurns, turnLimitMs, type SharedRound } from './echo-role';
import { readPages, writePages } from './pages';
import { timeTrips, type TripLimits } from './round-trips';

/** Prepares a payload of so many bytes; gives a round trip of it and what ends it. */
interface Method {
  readonly name: string;
  readonly label: MethodId;
  prepare(bytes: number): Promise<{
    readonly trip: (number: number) => Promise<void> | void;
    readonly end?: () => Promise<void>;
  }>;
}

/** A listener for the next message of a worker. */
function nextOf(member: ProbeWorker): () => Promise<unknown> {
  let take: (message: unknown) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  member.onMessage((message) => take(message));
  void member.gone.then(() => fail(new ProbeError('worker-ended')));
  return () =>
    new Promise((resolve, reject) => {
      take = resolve;
      fail = reject;
    });
}

/** The payload as a message that is copied: there and back. */
function copyMethod(
  workers: WorkerSet,
  kind: ProbeWorkerKind,
  name: string,
  label: MethodId,
): Method {
  const member = workers.add(kind, 'echo-copy', null);
  const next = nextOf(member);
  return {
    name,
    label,
    async prepare(bytes) {
      await member.began;
      const payload = new Uint8Array(bytes);
      return {
        async trip(number) {
          writePages(payload, number % 256);
          const answer = next();
          member.send(payload);
          readPages((await answer) as Uint8Array);
        },
      };
    },
  };
}

/** The payload's memory changes its owner: there and back. */
function transferMethod(workers: WorkerSet): Method {
  const member = workers.add('threads', 'echo-transfer', null);
  const next = nextOf(member);
  return {
    name: 'transfer',
    label: 'transfer',
    async prepare(bytes) {
      await member.began;
      let payload = new Uint8Array(bytes);
      return {
        async trip(number) {
          writePages(payload, number % 256);
          const answer = next();
          member.send(payload.buffer, [payload.buffer]);
          payload = new Uint8Array((await answer) as ArrayBuffer);
          readPages(payload);
        },
      };
    },
  };
}

/** The payload stays where it is; each side wakes the other. */
function sharedMethod(workers: WorkerSet): Method {
  const member = workers.add('threads', 'echo-shared', null);
  const next = nextOf(member);
  return {
    name: 'shared',
    label: 'shared-array',
    async prepare(bytes) {
      await member.began;
      const turn = new Int32Array(new SharedArrayBuffer(4));
      const payload = new Uint8Array(new SharedArrayBuffer(bytes));
      const ready = next();
      member.send({ turn, payload } satisfies SharedRound);
      await ready;
      const done = next();
      return {
        trip(number) {
          writePages(payload, number % 256);
          const asked = number * 2 + 1;
          Atomics.store(turn, 0, asked);
          Atomics.notify(turn, 0);
          while (Atomics.load(turn, 0) === asked) {
            if (Atomics.wait(turn, 0, asked, turnLimitMs) === 'timed-out') {
              throw new ProbeError('worker-silent');
            }
          }
          readPages(payload);
        },
        async end() {
          Atomics.store(turn, 0, noMoreTurns);
          Atomics.notify(turn, 0);
          await done;
        },
      };
    },
  };
}

function methodsOf(kind: ProbeWorkerKind, workers: WorkerSet): readonly Method[] {
  return kind === 'processes'
    ? [copyMethod(workers, 'processes', 'process', 'message-process')]
    : [
        sharedMethod(workers),
        transferMethod(workers),
        copyMethod(workers, 'threads', 'clone', 'message-thread'),
      ];
}

async function tripsOf(
  method: Method,
  bytes: number,
  limits: TripLimits,
): Promise<readonly number[]> {
  const { trip, end } = await method.prepare(bytes);
  const times = await timeTrips(trip, limits);
  await end?.();
  return times;
}

/** Methods that move the payload; the others hand over a reference, which has no bandwidth. */
const copies: ReadonlySet<string> = new Set(['clone', 'process']);

function figuresOfTrips(
  { name, label }: Method,
  kind: ProbeWorkerKind,
  bytes: number,
  times: readonly number[],
): RawFigure[] {
  const of = { variant: name, label, strategy: kind, x: bytes } as const;
  const trip: RawFigure = { ...of, quantity: 'round-trip', unit: 'ns', values: times };
  if (bytes === 0 || !copies.has(name)) return [trip];
  const values = times.map((ns) => (2 * bytes) / (ns / 1e9));
  return [trip, { ...of, quantity: 'bandwidth', unit: 'bytes/s', values }];
}

/**
 * Quantities by payload, `x` in bytes: `round-trip` in ns and `bandwidth`, both directions counted.
 * A method's worker reads a byte of every page of what arrives; see `pages.ts`.
 */
export async function probeMessaging(
  { params }: ProbeRequest,
  say: (answer: ProbeAnswer) => void,
): Promise<void> {
  const kind = params['kind'] as ProbeWorkerKind;
  const limits: TripLimits = {
    ms: Number(params['ms']),
    least: Number(params['least']),
    most: Number(params['most']),
  };
  const workers = new WorkerSet(say);
  const payloads = params['payloads'] as readonly number[];
  for (const method of methodsOf(kind, workers)) {
    // The first round trips of a method are slow whatever they carry.
    await tripsOf(method, payloads[0] ?? 0, limits);
    for (const bytes of payloads) {
      const times = await tripsOf(method, bytes, limits);
      say({ type: 'figures', figures: figuresOfTrips(method, kind, bytes, times) });
    }
  }
  await workers.end();
}
