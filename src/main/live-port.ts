// The stream of live events to the window: batched, over a port of its own. A window that loads
// again gets a new port, and the part of the run under way that it needs to draw.
import { MessageChannelMain, type MessagePortMain, type WebContents } from 'electron';
import { livePortChannel } from '@shared/ipc-names';
import type { LiveEvent } from '@shared/live';

/** How long an event may wait for others to go out with; data of samples and tasks longer. */
const waitMs = { change: 50, data: 250 } as const;

/** Large, and about the moment: not kept for longer than the trial they belong to. */
const bulk: ReadonlySet<LiveEvent['type']> = new Set(['samples', 'spans', 'heaps', 'loop']);

export class LivePort {
  #port: MessagePortMain | undefined;
  #batch: LiveEvent[] = [];
  #backlog: LiveEvent[] = [];
  #running = false;
  #timer: NodeJS.Timeout | undefined;
  #hurries = false;

  /** Gives the page a new port, and what it has missed of the run under way. */
  attach(page: Pick<WebContents, 'postMessage'>): void {
    this.detach();
    const { port1, port2 } = new MessageChannelMain();
    page.postMessage(livePortChannel, undefined, [port2]);
    this.#port = port1;
    this.#batch = [...this.#backlog];
    this.#send();
  }

  /** The page is gone. */
  detach(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#batch = [];
    this.#port?.close();
    this.#port = undefined;
  }

  /** Takes an event; it goes out with the next batch. */
  push(event: LiveEvent): void {
    this.#remember(event);
    if (this.#port === undefined) return;
    this.#batch.push(event);
    const hurries = !bulk.has(event.type);
    if (this.#timer !== undefined && (this.#hurries || !hurries)) return;
    clearTimeout(this.#timer);
    this.#hurries = hurries;
    this.#timer = setTimeout(() => this.#send(), hurries ? waitMs.change : waitMs.data);
  }

  #send(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#batch.length === 0) return;
    this.#port?.postMessage(this.#batch);
    this.#batch = [];
  }

  #remember(event: LiveEvent): void {
    if (event.type === 'run-begin') this.#running = true;
    if (!this.#running) return;
    if (event.type === 'run-end') {
      this.#running = false;
      this.#backlog = [];
      return;
    }
    if (event.type === 'trial-end') {
      this.#backlog = this.#backlog.filter(({ type }) => !bulk.has(type));
    }
    this.#backlog.push(event);
  }
}
