// The claims tried in this window: one batch at a time, in the place of a run, with what was found and
// guessed kept, for later sessions too.
import { failInWords } from '@present/words/engine/problems';
import { message } from '@present/messages/message';
import type { ClaimsHandle, ClaimsOptions } from '@engine/claims/run-claims';
import { wallClockIso } from '@engine/clock';
import type { ClaimsStore, FindingsBasis, KeptClaims } from '@engine/store/claims-store';
import type { MeasuredKeeper } from '@engine/store/measured-store';
import {
  claimIds,
  type ClaimId,
  type Finding,
  type Guess,
  type Prediction,
} from '@shared/claims/claims';
import { findingsVersion, type FindingsFile } from '@shared/claims/findings-file';
import type { ClaimsChange, ClaimsProgress } from '@shared/wire/ipc';
import type { MachineInfo } from '@shared/report/machine';
import type { Interpreter } from '@shared/experiment/python';
import { ok, type Result } from '@shared/base/result';
import type { RunControl } from './run-control';

export interface ClaimsControlOptions extends Pick<
  ClaimsOptions,
  'launcher' | 'entries' | 'program' | 'electron' | 'onEvent'
> {
  /** Who has the machine. */
  readonly control: Pick<RunControl, 'occupy' | 'stop'>;
  readonly start: (options: ClaimsOptions) => ClaimsHandle;
  readonly findInterpreters: () => Promise<readonly Interpreter[]>;
  readonly readMachine: () => MachineInfo;
  readonly onChange: (change: ClaimsChange) => void;
  /** What an earlier session found and guessed on this machine. */
  readonly earlier?: KeptClaims | undefined;
  /** Where each finding and guess is kept as soon as it is there; for the session alone where absent. */
  readonly store?: Pick<ClaimsStore, 'keepFinding' | 'keepGuess'> | undefined;
  /** Where each measurement is kept until it is in findings. */
  readonly measure?: (basis: FindingsBasis) => Pick<MeasuredKeeper, 'keep' | 'end'>;
  /** What is being written, and ends with why it could not be. */
  readonly onKeeping?: (written: Promise<Result<unknown>>) => void;
}

export class ClaimsControl {
  readonly #options: ClaimsControlOptions;
  readonly #findings = new Map<ClaimId, Finding>();
  readonly #predictions = new Map<ClaimId, Prediction>();
  /** Those that any of the findings speaks of, by their paths: an id may come to mean another one. */
  readonly #interpreters = new Map<string, Interpreter>();
  #progress: ClaimsProgress = { active: false };
  /** How often claims were asked for: what was stopped before it began tells nothing of a later one. */
  #asked = 0;

  constructor(options: ClaimsControlOptions) {
    this.#options = options;
    const { earlier } = options;
    for (const finding of earlier?.findings ?? []) this.#findings.set(finding.id, finding);
    for (const one of earlier?.predictions ?? []) this.#predictions.set(one.claim, one);
    for (const one of earlier?.interpreters ?? []) this.#interpreters.set(one.path, one);
  }

  /** Whether claims are being tried, and which. */
  get progress(): ClaimsProgress {
    return this.#progress;
  }

  /**
   * Tries claims; `run-under-way` where the machine is taken, `stopped` where it was stopped before
   * it began. What is found is told by `onChange`.
   */
  async run(ids: readonly ClaimId[]): Promise<Result<undefined>> {
    const { control, findInterpreters } = this.#options;
    this.#asked += 1;
    const asked = this.#asked;
    const taken = await control.occupy(findInterpreters, (found) => this.#begin(ids, found));
    const stopped = !taken.ok && taken.problem.code === 'stopped';
    if (stopped && asked === this.#asked && !this.#progress.active) this.#tell({ active: false });
    return taken;
  }

  /** Stops trying, or what prepares it; an ordinary run goes on. */
  stop(): void {
    this.#options.control.stop('claims');
  }

  /** Keeps a guess; `already-tried` where it would come after the fact, or while that shows. */
  predict(claim: ClaimId, guess: Guess): Result<Prediction> {
    if (this.#findings.has(claim)) {
      return failInWords('already-tried', message('app-guess-after'));
    }
    if (this.#progress.running === claim) {
      return failInWords('already-tried', message('app-guess-late'));
    }
    const prediction = { claim, guess, madeAt: wallClockIso() };
    this.#predictions.set(claim, prediction);
    this.#keeping(this.#options.store?.keepGuess(this.#basis(), prediction));
    return ok(prediction);
  }

  /** Returns what was found so far, in the order of the claims. */
  file(): FindingsFile {
    const inOrder = <T>(kept: ReadonlyMap<ClaimId, T>): T[] =>
      claimIds.flatMap((id) => kept.get(id) ?? []);
    return {
      ...this.#basis(),
      findings: inOrder(this.#findings),
      predictions: inOrder(this.#predictions),
    };
  }

  #basis(): FindingsBasis {
    const { program, readMachine } = this.#options;
    return {
      schema: 'corelane.findings',
      version: findingsVersion,
      createdAt: wallClockIso(),
      program,
      environment: readMachine(),
      interpreters: [...this.#interpreters.values()],
    };
  }

  #keeping(written: Promise<Result<unknown>> | undefined): void {
    if (written !== undefined) this.#options.onKeeping?.(written);
  }

  #begin(
    ids: readonly ClaimId[],
    interpreters: readonly Interpreter[],
  ): { stop(): void; done: Promise<void> } {
    const { launcher, entries, program, electron, onEvent, start, readMachine } = this.#options;
    for (const one of interpreters) this.#interpreters.set(one.path, one);
    const measured = this.#options.measure?.(this.#basis());
    this.#tell({ active: true });
    const handle = start({
      ...{ ids, launcher, entries, program, electron, interpreters, onEvent },
      cores: readMachine().usableCores,
      quiet: false,
      onMeasured: async (measurement) => {
        const written = measured?.keep(measurement);
        this.#keeping(written);
        await written;
      },
      onClaim: (running) => this.#tell({ active: true, running }),
      onFinding: (finding) => {
        this.#findings.set(finding.id, finding);
        this.#keeping(this.#options.store?.keepFinding(this.#basis(), finding));
        this.#tell(this.#progress, finding);
      },
    });
    const done = handle.done
      .then((findings) => measured?.end(findings))
      .finally(() => this.#tell({ active: false }));
    return { stop: () => handle.stop(), done };
  }

  #tell(progress: ClaimsProgress, finding?: Finding): void {
    this.#progress = progress;
    this.#options.onChange(finding === undefined ? progress : { ...progress, finding });
  }
}
