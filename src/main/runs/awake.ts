// While a run is under way the machine does not fall asleep by itself: a trial would stand still.
import { powerSaveBlocker } from 'electron';
import type { LiveEvent } from '@shared/report/live';

export class Awake {
  #blocker: number | undefined;

  /** Receives the events of the engine. */
  follow(event: LiveEvent): void {
    if (event.type === 'run-begin') {
      this.#blocker ??= powerSaveBlocker.start('prevent-app-suspension');
    } else if (event.type === 'run-end' && this.#blocker !== undefined) {
      powerSaveBlocker.stop(this.#blocker);
      this.#blocker = undefined;
    }
  }
}
