// Live events on their way to the window, within bounds: what a run decides is never lost; of samples and
// tasks the oldest make room, and their number is reported.
import type { LiveEvent } from '@shared/report/live';

/** Large, and about the moment. */
export const bulk: ReadonlySet<LiveEvent['type']> = new Set(['samples', 'spans', 'heaps', 'loop']);

/** What a page can do without; the report has it. */
const droppable: ReadonlySet<LiveEvent['type']> = new Set([...bulk, 'workers', 'surroundings']);

/** Rows, tasks and workers' names that a queue holds where nobody says how many; some ten MB. */
const maxRows = 200_000;

interface Weight {
  readonly tasks: number;
  readonly rows: number;
}

function weigh(event: LiveEvent): Weight {
  switch (event.type) {
    case 'spans':
      return { tasks: event.spans.task.length, rows: 0 };
    case 'heaps':
      return { tasks: 0, rows: event.heaps.atNs.length };
    case 'loop':
      return { tasks: 0, rows: event.loop.atNs.length };
    case 'samples': {
      const { cores, workers, memory, resident } = event.samples;
      const ofCores = cores.atNs.length * Math.ceil((cores.busy.length + 2) / 7);
      const ofMemory = memory.atNs.length + resident.atNs.length;
      return { tasks: 0, rows: ofCores + workers.atNs.length + ofMemory };
    }
    case 'workers':
      return { tasks: 0, rows: event.workers.length };
    case 'surroundings':
      return { tasks: 0, rows: 1 };
    default:
      return { tasks: 0, rows: 0 };
  }
}

const heldBy = (event: LiveEvent): number => {
  const { tasks, rows } = weigh(event);
  return tasks + rows;
};

/** The trial an event with rows belongs to; of samples the last one. */
function trialOf(event: LiveEvent): number | undefined {
  if (event.type === 'spans' || event.type === 'heaps') return event.trial;
  return event.type === 'samples' ? event.samples.workers.trial.at(-1) : undefined;
}

export class EventQueue {
  readonly #most: number;
  #events: (LiveEvent | undefined)[] = [];
  /** Places of events that may be dropped, the oldest first from `#oldest` on. */
  #places: number[] = [];
  #oldest = 0;
  #held = 0;
  /** Of each trial, what was dropped and not reported yet. */
  #missed = new Map<number, { tasks: number; rows: number }>();
  /** Where the last run in it begins. */
  #begun = 0;

  constructor(most = maxRows) {
    this.#most = most;
  }

  get isEmpty(): boolean {
    return this.#events.length === 0;
  }

  /** Rows and tasks it holds. */
  get held(): number {
    return this.#held;
  }

  push(event: LiveEvent): void {
    if (event.type === 'run-end') this.#tellMissed();
    if (event.type === 'run-begin') this.#begun = this.#events.length;
    this.#events.push(event);
    if (!droppable.has(event.type)) return;
    this.#places.push(this.#events.length - 1);
    this.#held += heldBy(event);
    while (this.#held > this.#most && this.#oldest < this.#places.length) this.#dropOldest();
    this.#compact();
  }

  /** Leaves out samples and tasks: of a trial that has ended a page needs to know how it ended. */
  forgetBulk(): void {
    for (const event of this.#events)
      if (event !== undefined && bulk.has(event.type)) this.#miss(event);
    const kept = this.#events
      .filter((event) => event !== undefined)
      .filter(({ type }) => !bulk.has(type));
    this.#held = 0;
    this.#replace(kept);
    for (const event of kept) this.#held += heldBy(event);
  }

  /** Everything in order, with how much is missing; it stays. */
  peek(): LiveEvent[] {
    this.#tellMissed();
    return this.#events.filter((event) => event !== undefined);
  }

  /** As {@link peek}, and the queue is empty then. */
  take(): LiveEvent[] {
    const events = this.peek();
    this.clear();
    return events;
  }

  clear(): void {
    this.#events = [];
    this.#places = [];
    this.#oldest = 0;
    this.#held = 0;
    this.#missed.clear();
    this.#begun = 0;
  }

  #dropOldest(): void {
    const place = this.#places[this.#oldest] ?? -1;
    this.#oldest += 1;
    const event = this.#events[place];
    if (event === undefined) return;
    this.#events[place] = undefined;
    this.#held -= heldBy(event);
    // The picture of a run before is gone with the beginning of this one.
    if (place >= this.#begun) this.#miss(event);
  }

  #miss(event: LiveEvent): void {
    const trial = trialOf(event);
    if (trial === undefined) return;
    const { tasks, rows } = weigh(event);
    const missed = this.#missed.get(trial) ?? { tasks: 0, rows: 0 };
    this.#missed.set(trial, { tasks: missed.tasks + tasks, rows: missed.rows + rows });
  }

  #tellMissed(): void {
    for (const [trial, { tasks, rows }] of this.#missed) {
      this.#events.push({ type: 'missed', trial, tasks, rows });
    }
    this.#missed.clear();
  }

  /** Places that were given up are taken out now and then. */
  #compact(): void {
    if (this.#oldest < 1024 || this.#oldest * 2 < this.#places.length) return;
    this.#replace(this.#events.filter((event) => event !== undefined));
  }

  #replace(events: LiveEvent[]): void {
    this.#events = events;
    this.#places = [];
    this.#oldest = 0;
    this.#begun = 0;
    events.forEach(({ type }, place) => {
      if (type === 'run-begin') this.#begun = place;
      if (droppable.has(type)) this.#places.push(place);
    });
  }
}
