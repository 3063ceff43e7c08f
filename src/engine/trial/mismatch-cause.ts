// Why a user's own Python gave other results than the reference: tried once more per run, where one hash seed
// for all processes tells.
import type { Cell } from '@shared/experiment/cells';
import type { TrialEnd } from '@shared/report/live';
import { isModule, languageOfFile } from '@shared/experiment/own-code';
import { aside, makeReference, noTrial } from './reference';
import type { TrialContext } from './trial-session';
import type { TrialRunner } from './trial-runner';

const seedVariable = 'PYTHONHASHSEED';

export const mismatchCauses = {
  hash:
    'Probable cause: each Python process has another hash seed; the order of a set differs. Sort it, or ' +
    'set PYTHONHASHSEED: tried once with one seed for all, the results agreed.',
  other:
    'One hash seed for all processes does not help: look for the time, random numbers without a seed, ' +
    'id() or the address of an object in what it returns.',
  seeded:
    'All processes have the same hash seed, so look for the time, random numbers without a seed, id() or ' +
    'the address of an object in what it returns.',
} as const;

type Cause = keyof typeof mismatchCauses;

export class MismatchCause {
  readonly #context: TrialContext;
  readonly #runner: TrialRunner;
  #known: Promise<Cause | undefined> | undefined;

  constructor(context: TrialContext, runner: TrialRunner) {
    this.#context = context;
    this.#runner = runner;
  }

  /** The end of a trial, with the probable cause where it is a mismatch of own Python. */
  async explain(end: TrialEnd, cell: Cell): Promise<TrialEnd> {
    const { workload } = this.#context.experiment;
    const { status, evidence } = end;
    if (status !== 'mismatch' || evidence === undefined || this.#runner.stopped) return end;
    if (!isModule(workload) || languageOfFile(workload.path) !== 'python') return end;
    this.#known ??= this.#find(cell);
    const cause = await this.#known;
    if (cause === undefined) return end;
    return {
      ...end,
      evidence: { ...evidence, message: `${evidence.message} ${mismatchCauses[cause]}` },
    };
  }

  /** Nothing where even the reference can't be made. */
  async #find(cell: Cell): Promise<Cause | undefined> {
    const given = process.env[seedVariable];
    if (given !== undefined && given !== '' && given !== 'random') return 'seeded';
    const seeded: TrialContext = {
      ...aside(this.#context, {}),
      pythonEnv: { ...this.#context.pythonEnv, [seedVariable]: '0' },
    };
    const reference = await makeReference(seeded, this.#runner, [cell]);
    if (!reference.ok) return undefined;
    const { end } = await this.#runner.run(seeded, {
      trial: noTrial,
      cell,
      reference: reference.value,
    });
    if (end.status === 'ok') return 'hash';
    return end.status === 'mismatch' ? 'other' : undefined;
  }
}
