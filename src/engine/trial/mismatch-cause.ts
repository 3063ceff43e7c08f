// Why own code gave other results than the reference: of Python it is tried once more per run, where one hash seed
// for all processes tells.
import type { Cell } from '@shared/experiment/cells';
import { withHint } from '@shared/report/failures';
import type { TrialEnd } from '@shared/report/live';
import { isModule, isOwnCode, languageOfFile } from '@shared/experiment/own-code';
import { silentContext, makeReference, unrecordedTrial } from './reference';
import type { TrialContext } from './trial-session';
import type { TrialRunner } from './trial-runner';

const seedVariable = 'PYTHONHASHSEED';

type Cause = 'hash-seeds' | 'not-hash-seeds' | 'same-hash-seed';

export class MismatchCause {
  readonly #context: TrialContext;
  readonly #runner: TrialRunner;
  readonly #cells: readonly Cell[];
  #known: Promise<Cause | undefined> | undefined;

  /** @param cells those of the run: the first interpreter among them makes the reference */
  constructor(context: TrialContext, runner: TrialRunner, cells: readonly Cell[]) {
    this.#context = context;
    this.#runner = runner;
    this.#cells = cells;
  }

  /** The end of a trial, with the probable cause where it is a mismatch of own code. */
  async explain(end: TrialEnd, cell: Cell): Promise<TrialEnd> {
    const { workload } = this.#context.experiment;
    const { status, evidence } = end;
    if (status !== 'mismatch' || evidence === undefined || this.#runner.stopped) return end;
    if (!isOwnCode(workload)) return end;
    const isPython = isModule(workload) && languageOfFile(workload.path) === 'python';
    if (isPython) this.#known ??= this.#find(cell);
    const cause = isPython ? await this.#known : 'not-repeatable';
    if (cause === undefined) return end;
    return {
      ...end,
      evidence: { ...evidence, failure: withHint(evidence.failure, { code: cause, args: {} }) },
    };
  }

  /** Nothing where even the reference can't be made. */
  async #find(cell: Cell): Promise<Cause | undefined> {
    const given = process.env[seedVariable];
    if (given !== undefined && given !== '' && given !== 'random') return 'same-hash-seed';
    const seeded: TrialContext = {
      ...silentContext(this.#context, {}),
      pythonEnv: { ...this.#context.pythonEnv, [seedVariable]: '0' },
    };
    const reference = await makeReference(seeded, this.#runner, this.#cells);
    if (!reference.ok) return undefined;
    const { end } = await this.#runner.run(seeded, {
      trial: unrecordedTrial,
      cell,
      reference: reference.value,
    });
    if (end.status === 'ok') return 'hash-seeds';
    return end.status === 'mismatch' ? 'not-hash-seeds' : undefined;
  }
}
