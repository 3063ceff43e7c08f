// A person's own code is run by the app only after that person has agreed to this very file.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { describeFileError } from '@engine/file-error';
import { refuseRelative } from '@engine/own-work/resolve';
import type { Experiment } from '@shared/experiment';
import { fail, ok, type Result } from '@shared/result';
import { isOwnWork } from '@shared/workloads';

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
    const wanted = await ownCodeOf(experiment);
    if (!wanted.ok) return wanted;
    if (wanted.value === undefined || this.#agreed.has(wanted.value.key)) return ok(undefined);
    const { key, what } = wanted.value;
    if (!(await this.#ask(what))) {
      return fail('not-allowed', `Nothing was run: you did not agree to run ${what}.`);
    }
    this.#agreed.add(key);
    return ok(undefined);
  }

  /** As {@link forRun}, but never asks: what nobody has pressed Run for is not worth a question. */
  async forPilot(experiment: Experiment): Promise<Result<undefined>> {
    const wanted = await ownCodeOf(experiment);
    if (!wanted.ok) return wanted;
    if (wanted.value === undefined || this.#agreed.has(wanted.value.key)) return ok(undefined);
    return fail(
      'not-allowed',
      'What it would cost is known once you have agreed to run your code.',
    );
  }
}

interface OwnCode {
  /** Another file, or the same one changed, has another. */
  readonly key: string;
  readonly what: string;
}

/** What of an experiment needs consent; nothing where all its code is Corelane's. */
async function ownCodeOf(experiment: Experiment): Promise<Result<OwnCode | undefined>> {
  const { workload } = experiment;
  if (!isOwnWork(workload)) return ok(undefined);
  if (workload.kind === 'command') {
    const what = [workload.command, ...workload.args].join(' ');
    return ok({ key: JSON.stringify([workload.command, workload.args]), what });
  }
  const whole = refuseRelative(experiment);
  if (!whole.ok) return whole;
  const { path } = workload;
  try {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return ok({ key: `${path}\0${hash.digest('hex')}`, what: path });
  } catch (error) {
    return fail('not-read', `${path} can't be run: ${describeFileError(error)}.`, 'workload.path');
  }
}
