// Threads that add to one counter at once, with and without anything that keeps them apart.
import type { RawFigure } from '@shared/claims/claims';
import type { ProbeAnswer, ProbeRequest } from '@shared/claims/probes';
import {
  cell,
  cellCount,
  countMethods,
  type CountAnswer,
  type CountOrder,
  type CountMethod,
} from './counter-role';
import { WorkerSet, type ProbeWorker } from './worker-set';

interface Trial {
  readonly lost: number;
  readonly increments: number;
  readonly elapsedNs: number;
}

type Counted = Extract<CountAnswer, { readonly ready: false }>;

/** A worker thread and the answer it is waited for. */
class Counter {
  readonly member: ProbeWorker;
  #answer: (answer: CountAnswer) => void = () => undefined;

  constructor(member: ProbeWorker) {
    this.member = member;
    member.onMessage((message) => this.#answer(message as CountAnswer));
  }

  /** The next thing it says. */
  next(): Promise<CountAnswer> {
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }
}

/** One round of all: they wait for each other, so that they add at the same time. */
async function count(
  counters: readonly Counter[],
  cells: Int32Array,
  order: CountOrder,
): Promise<Trial> {
  Atomics.store(cells, cell.counter, 0);
  const ready = counters.map((counter) => counter.next());
  for (const { member } of counters) member.send(order);
  await Promise.all(ready);
  const counting = counters.map((counter) => counter.next());
  Atomics.store(cells, cell.go, order.round);
  Atomics.notify(cells, cell.go);
  const counted = (await Promise.all(counting)).filter((one): one is Counted => !one.ready);
  const from = counted.reduce(
    (least, { fromNs }) => (fromNs < least ? fromNs : least),
    counted[0]?.fromNs ?? 0n,
  );
  const to = counted.reduce((most, { toNs }) => (toNs > most ? toNs : most), 0n);
  const increments = counted.reduce((sum, { done }) => sum + done, 0);
  return {
    lost: increments - Atomics.load(cells, cell.counter),
    increments,
    elapsedNs: Number(to - from),
  };
}

function figuresOfTrials(
  method: CountMethod,
  workers: number,
  trials: readonly Trial[],
): RawFigure[] {
  const of = { variant: method, label: method, strategy: 'threads', x: workers } as const;
  return [
    { ...of, quantity: 'lost', unit: 'count', values: trials.map(({ lost }) => lost) },
    {
      ...of,
      quantity: 'increments',
      unit: 'count',
      values: trials.map(({ increments }) => increments),
    },
    { ...of, quantity: 'elapsed', unit: 'ns', values: trials.map(({ elapsedNs }) => elapsedNs) },
  ];
}

/**
 * Quantities of each trial: `lost`, of `increments` of all workers together, and `elapsed`, from the
 * first worker's begin to the last one's end; `x` is the workers.
 */
export async function probeCounter(
  { params }: ProbeRequest,
  say: (answer: ProbeAnswer) => void,
): Promise<void> {
  const counts = params['workers'] as readonly number[];
  const repeats = Number(params['repeats']);
  const workers = new WorkerSet(say);
  const cells = new Int32Array(new SharedArrayBuffer(cellCount * Int32Array.BYTES_PER_ELEMENT));
  const counters: Counter[] = [];
  let round = 0;
  for (const number of counts) {
    while (counters.length < number) {
      counters.push(new Counter(workers.add('threads', 'count-together', { cells })));
    }
    const some = counters.slice(0, number);
    await Promise.all(some.map(({ member }) => member.began));
    for (const method of countMethods) {
      const increments = Number(params[method]);
      const trials: Trial[] = [];
      for (let repeat = 0; repeat <= repeats; repeat += 1) {
        round += 1;
        const trial = await count(some, cells, { method, round, increments });
        // The first is a warm-up: the loop is compiled in it.
        if (repeat > 0) trials.push(trial);
      }
      say({ type: 'figures', figures: figuresOfTrials(method, number, trials) });
    }
  }
  await workers.end();
}
