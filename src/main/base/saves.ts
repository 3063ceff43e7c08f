// Tracks the files that are being written for the user: the app waits for them before it ends.
import { within } from '@engine/host/base/deferred';

export class Saves {
  readonly #open = new Map<Promise<unknown>, string>();

  /** Files that are being written, by their names; the oldest first. */
  get names(): readonly string[] {
    return [...this.#open.values()];
  }

  /** Counts a save as under way until it has settled; gives it back. */
  track<T>(name: string, save: Promise<T>): Promise<T> {
    this.#open.set(save, name);
    const over = (): void => void this.#open.delete(save);
    save.then(over, over);
    return save;
  }

  /** Resolves with true when nothing is being written, or with false after `limitMs`. */
  async settled(limitMs: number): Promise<boolean> {
    return (await within(this.#allSettled(), limitMs)) === true;
  }

  /** One save may lead to another. */
  async #allSettled(): Promise<true> {
    while (this.#open.size > 0) await Promise.allSettled(this.#open.keys());
    return true;
  }
}
