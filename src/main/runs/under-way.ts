// Says what leaving the app would interrupt, in a sentence for the question.
import { message } from '@present/messages/message';
import { cleanText } from '@shared/base/clean-text';
import type { LiveEvent } from '@shared/report/live';
import type { LeaseState } from './machine-lease';

const longestName = 60;

export class UnderWay {
  #name: string | undefined;
  #done = 0;
  #planned = 0;

  /** Receives the events of the engine. */
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
      return message('leave-claims');
    }
    if (this.#name === undefined) return message('leave-preparing');
    const name = cleanText(this.#name, longestName);
    return message('leave-run', { name, done: this.#done, planned: this.#planned });
  }
}
