// The stream of live events to the window: batched, over a port of its own. The page says what it has
// taken in; while it doesn't (busy, suspended, held by a debugger) little is under way and what waits is
// bounded. A window that loads again gets a new port, and the part of the run under way that it needs.
import { MessageChannelMain, type MessagePortMain, type WebContents } from 'electron';
import type { LiveBatch } from '@shared/wire/ipc';
import { livePortChannel } from '@shared/wire/ipc-names';
import type { LiveEvent } from '@shared/report/live';
import { bulk, EventQueue } from './event-queue';

/** How long an event may wait for others to go out with; data of samples and tasks longer. */
const waitMs = { change: 25, data: 40 } as const;

/** Batches that may be under way to the page. */
const maxUnderWay = 4;

export interface LivePortOptions {
  /** Rows and tasks that may wait, and that are kept for a page that loads again. */
  readonly maxRows?: number;
}

export class LivePort {
  readonly #waiting: EventQueue;
  readonly #backlog: EventQueue;
  #port: MessagePortMain | undefined;
  #running = false;
  #timer: NodeJS.Timeout | undefined;
  #hurries = false;
  /** Numbers of the last batch sent and of the last one that the page has taken in. */
  #sent = 0;
  #taken = 0;

  constructor({ maxRows }: LivePortOptions = {}) {
    this.#waiting = new EventQueue(maxRows);
    this.#backlog = new EventQueue(maxRows);
  }

  /** Gives the page a new port, and what it has missed of the run under way. */
  attach(page: Pick<WebContents, 'postMessage'>): void {
    this.detach();
    const { port1, port2 } = new MessageChannelMain();
    page.postMessage(livePortChannel, undefined, [port2]);
    this.#port = port1;
    this.#sent = 0;
    this.#taken = 0;
    port1.on('message', ({ data }) => {
      if (port1 === this.#port) this.#acknowledge(data);
    });
    port1.start();
    for (const event of this.#backlog.peek()) this.#waiting.push(event);
    this.#send();
  }

  /** The page is gone. */
  detach(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting.clear();
    this.#port?.close();
    this.#port = undefined;
  }

  /** Takes an event; it goes out with the next batch. */
  push(event: LiveEvent): void {
    this.#remember(event);
    if (this.#port === undefined) return;
    this.#waiting.push(event);
    const hurries = !bulk.has(event.type);
    if (this.#timer !== undefined && (this.#hurries || !hurries)) return;
    clearTimeout(this.#timer);
    this.#hurries = hurries;
    this.#timer = setTimeout(() => this.#send(), hurries ? waitMs.change : waitMs.data);
  }

  #send(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.isEmpty || this.#sent - this.#taken >= maxUnderWay) return;
    this.#sent += 1;
    const batch: LiveBatch = { number: this.#sent, events: this.#waiting.take() };
    this.#port?.postMessage(batch);
  }

  /** The page has taken in this batch and those before it: what waited may go. */
  #acknowledge(number: unknown): void {
    if (typeof number !== 'number' || !(number > this.#taken) || number > this.#sent) return;
    const waited = this.#sent - this.#taken >= maxUnderWay;
    this.#taken = number;
    if (waited && this.#timer === undefined) this.#send();
  }

  #remember(event: LiveEvent): void {
    if (event.type === 'run-begin') {
      this.#running = true;
      this.#backlog.clear();
    }
    if (!this.#running) return;
    if (event.type === 'run-end') {
      this.#running = false;
      this.#backlog.clear();
      return;
    }
    if (event.type === 'trial-end') this.#backlog.forgetBulk();
    this.#backlog.push(withoutStacks(event));
  }
}

/** A window shows in a sentence why a trial failed; what else is known of it is in the report. */
function withoutStacks(event: LiveEvent): LiveEvent {
  if (event.type !== 'trial-end' || event.end.evidence === undefined) return event;
  const { stack: _stack, stderrTail: _tail, ...evidence } = event.end.evidence;
  return { type: 'trial-end', end: { ...event.end, evidence } };
}
