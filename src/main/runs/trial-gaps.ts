// Decides when the main process may do work of its own: while a trial is measured, reading a report or listing runs
// would take time from it, so that waits for the trial's end.
import type { LiveEvent } from '@shared/report/live';

export class TrialGaps {
  #measuring = false;
  #waiting: (() => void)[] = [];

  /** Receives the events of the engine. */
  follow(event: LiveEvent): void {
    switch (event.type) {
      case 'trial-begin':
        this.#measuring = true;
        return;
      case 'trial-end':
      case 'run-end':
        this.#measuring = false;
        this.#tell();
        return;
      case 'break-even':
        // A point is measured; the search goes on with the next.
        this.#measuring = true;
        this.#tell();
        return;
      default:
        return;
    }
  }

  /** Resolves at once where nothing is measured, else when what is under way has been. */
  next(): Promise<void> {
    if (!this.#measuring) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #tell(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const tell of waiting) tell();
  }
}
