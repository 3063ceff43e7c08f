// A person's own code, and what else an experiment brings, is run by the app only after a yes to it.
import type { Experiment } from '@shared/experiment';
import { fail, ok, type Result } from '@shared/result';
import { ownCodeOf, type OwnCode } from './consent-needed';

/** Asks the person whether this may be run; `what` is its whole path or command line. */
export type AskForConsent = (what: string) => Promise<boolean>;

/** What was agreed to, for as long as the app is open. */
export class Consent {
  readonly #agreed = new Set<string>();
  readonly #ask: AskForConsent;

  constructor(ask: AskForConsent) {
    this.#ask = ask;
  }

  /** Fails with `not-allowed` where the person says no. */
  async forRun(experiment: Experiment): Promise<Result<undefined>> {
    const wanted = await this.#notAgreed(experiment);
    if (!wanted.ok) return wanted;
    for (const { key, what } of wanted.value) {
      if (!(await this.#ask(what))) {
        return fail('not-allowed', `Nothing was run: you did not agree to run ${what}.`);
      }
      this.#agreed.add(key);
    }
    return ok(undefined);
  }

  /** As {@link forRun}, but never asks: what nobody has pressed Run for is not worth a question. */
  async forPilot(experiment: Experiment): Promise<Result<undefined>> {
    const wanted = await this.#notAgreed(experiment);
    if (!wanted.ok) return wanted;
    if (wanted.value.length === 0) return ok(undefined);
    return fail(
      'not-allowed',
      'What it would cost is known once you have agreed to run your code.',
    );
  }

  async #notAgreed(experiment: Experiment): Promise<Result<readonly OwnCode[]>> {
    const wanted = await ownCodeOf(experiment);
    return wanted.ok ? ok(wanted.value.filter(({ key }) => !this.#agreed.has(key))) : wanted;
  }
}
