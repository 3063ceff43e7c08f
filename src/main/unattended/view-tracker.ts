// Tracks which place the window shows, for those that wait for one.
import type { Place } from '@shared/wire/ipc';

export class ViewTracker {
  #waiting: { readonly place: Place; readonly tell: () => void }[] = [];

  /** The window says that it shows a place. */
  tell(place: Place): void {
    const told = this.#waiting.filter((one) => one.place === place);
    this.#waiting = this.#waiting.filter((one) => one.place !== place);
    for (const { tell } of told) tell();
  }

  /** Resolves the next time the window says that it shows the place. */
  next(place: Place): Promise<void> {
    return new Promise((tell) => this.#waiting.push({ place, tell }));
  }
}
