// Samples the machine at rest while somebody wants to see it and nobody holds its lease.
import { message } from '@present/messages/message';
import { thrownText } from '@present/words/engine/problems';
import type { Problem } from '@shared/base/result';
import { logBug } from '../base/log';
import type { MachineLease, YieldingClient } from './machine-lease';

export interface Watch {
  stop(): Promise<void>;
}

export interface IdleWatchOptions {
  readonly lease: Pick<MachineLease, 'free'>;
  readonly start: () => Watch;
  readonly onProblem: (problem: Problem) => void;
}

export class IdleWatch implements YieldingClient {
  readonly #options: IdleWatchOptions;
  #watch: Watch | undefined;
  #wanted = false;
  /** Starting and stopping to watch, one after the other. */
  #changing: Promise<void> = Promise.resolve();

  constructor(options: IdleWatchOptions) {
    this.#options = options;
  }

  /** Watches whenever the machine is free, until it is stopped. */
  want(on: boolean): Promise<void> {
    this.#wanted = on;
    return this.#update();
  }

  giveWay(): Promise<void> {
    return this.#update();
  }

  onFree(): void {
    void this.#update();
  }

  #update(): Promise<void> {
    this.#changing = this.#changing.then(async () => {
      const { lease, start, onProblem } = this.#options;
      const wanted = this.#wanted && lease.free;
      if (wanted === (this.#watch !== undefined)) return;
      try {
        const watch = this.#watch;
        this.#watch = undefined;
        if (wanted) this.#watch = start();
        else await watch?.stop();
      } catch (error) {
        logBug('watch', error);
        onProblem({
          code: 'internal',
          message: message('app-no-watch', { why: thrownText(error) }),
        });
      }
    });
    return this.#changing;
  }
}
