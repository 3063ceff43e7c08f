// Decides when a worker host requests more tasks, and how many. A round trip to the program takes as long as
// hundreds of small tasks, so it asks for what it runs in a millisecond, and for the next part when it begins the
// last one; where a part takes longer, only when a worker has nothing to do.

/** How long what a host asks for should keep it busy. */
const partNs = 1_000_000;
/** The most a part may be larger than the one before: one quick task proves little. */
const growth = 8;

export interface PrefetchOptions {
  /** Workers that share what is dispatched. */
  readonly workers: number;
  readonly ask: (count: number) => void;
}

/** A host's tickets at one moment; times in ns. */
export interface PrefetchState {
  readonly atNs: number;
  /** Tickets dispatched so far. */
  readonly published: number;
  /** Tickets taken by workers, dispatched or not. */
  readonly claimed: number;
  /** How long the task finished last took; NaN before the first. */
  readonly lastSpanNs: number;
}

/** Knows what is on its way and how fast tasks are used up. */
export class TaskPrefetcher {
  readonly #options: PrefetchOptions;
  /** What was asked for, oldest first, of which so many have come. */
  readonly #asked: number[] = [];
  #arrived = 0;
  /** Tickets dispatched up to the part being run, its size, and since when it is run. */
  #started = 0;
  #count = 0;
  #sinceNs: number | undefined;
  /** How much time each task of the last part took of the host's. */
  #taskNs: number | undefined;

  constructor(options: PrefetchOptions) {
    this.#options = options;
  }

  /** A part came, perhaps with fewer tasks than were asked for. */
  arrived(): void {
    if (this.#arrived < this.#asked.length) this.#arrived += 1;
  }

  /** A worker has begun the newest part. */
  started(state: PrefetchState): void {
    const { published, atNs } = state;
    if (published <= this.#started) return;
    this.#usedUp(state);
    this.#count = published - this.#started;
    this.#started = published;
    this.#sinceNs = atNs;
    if (this.#asked.length > this.#arrived || this.#taskNs === undefined) return;
    if (this.#taskNs * this.#count <= partNs) this.#ask(this.#part());
  }

  /** A worker has claimed a ticket that is not dispatched. */
  starved(state: PrefetchState): void {
    this.#usedUp(state);
    let coming = 0;
    for (let at = this.#arrived; at < this.#asked.length; at += 1) coming += this.#asked[at] ?? 0;
    const lacking = state.claimed - state.published - coming;
    if (lacking > 0) this.#ask(Math.max(lacking, this.#part()));
  }

  /** Takes the time of the part that was run. Other workers may still be busy with some of it. */
  #usedUp({ atNs, lastSpanNs }: PrefetchState): void {
    if (this.#sinceNs === undefined || Number.isNaN(lastSpanNs)) return;
    const meanNs = (atNs - this.#sinceNs) / this.#count;
    this.#taskNs = Math.max(meanNs, lastSpanNs / this.#options.workers);
    this.#sinceNs = undefined;
  }

  /** As many tasks as should take {@link partNs}, at least one. */
  #part(): number {
    if (this.#taskNs === undefined) return 1;
    return Math.max(1, Math.min(Math.floor(partNs / this.#taskNs), this.#count * growth));
  }

  #ask(count: number): void {
    this.#asked[this.#asked.length] = count;
    this.#options.ask(count);
  }
}
