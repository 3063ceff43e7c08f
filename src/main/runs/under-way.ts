// What leaving the app would cut short, in a sentence for the question.
import { cleanText } from '@shared/base/clean-text';
import type { LiveEvent } from '@shared/report/live';
import type { LeaseState } from './machine-lease';

const longestName = 60;

export class UnderWay {
  #name: string | undefined;
  #done = 0;
  #planned = 0;

  /** Takes what the engine tells. */
  follow(event: LiveEvent): void {
    switch (event.type) {
      case 'run-begin':
        this.#name = event.experiment.name;
        this.#done = 0;
        this.#planned = event.order.length;
        return;
      case 'planned':
        this.#planned += event.order.length;
        return;
      case 'trial-end':
        this.#done += 1;
        return;
      case 'run-end':
        this.#name = undefined;
        return;
      default:
        return;
    }
  }

  /** Of a run or claims under way, what is done and what becomes of it; nothing where there are none. */
  describe(state: LeaseState | undefined): string | undefined {
    if (state === undefined) return undefined;
    if (state.kind === 'claims') {
      return 'Claims are being tried. What was found of the others is kept; the one under way has no finding.';
    }
    if (this.#name === undefined) return 'A run is about to begin. Nothing of it was measured yet.';
    const name = cleanText(this.#name, longestName);
    return `The run “${name}” is under way: ${this.#done} of ${this.#planned} trials are done. They are kept, as a report that is marked as stopped.`;
  }
}
