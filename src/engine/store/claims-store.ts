// Stores each claim's finding and the guess before it, as soon as it is there: one file per claim, so that the app
// and the command line, at the same time, never replace what the other has found of another one.
import { join } from 'node:path';
import { claimIds, type ClaimId, type Finding, type Prediction } from '@shared/claims/claims';
import type { FindingsFile } from '@shared/claims/findings-file';
import { parseKeptFindings } from '@shared/kept/kept-run';
import type { Interpreter } from '@shared/experiment/python';
import type { Result } from '@shared/base/result';
import { makeFolder } from '../files/make-folder';
import { readStoredText } from '../files/read-file';
import { writeReportFile } from '../files/write-file';
import { inTurn, readOrSetAside } from './kept-file';
import { privateFile, privateFolder } from './privacy';

/** A claim has some hundred figures at most. */
const claimBytes = 20_000_000;

/** What findings were made with. */
export type FindingsBasis = Omit<FindingsFile, 'findings' | 'predictions' | 'weights'>;

export interface KeptClaims {
  readonly findings: readonly Finding[];
  readonly predictions: readonly Prediction[];
  /** The Pythons that any of the findings may speak of, each once. */
  readonly interpreters: readonly Interpreter[];
}

export class ClaimsStore {
  readonly #folder: string;

  /** @param dataFolder see `dataFolder()` */
  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'claims');
  }

  /** Keeps a finding, in place of an earlier one of the same claim; its file, or `not-written`. */
  keepFinding(basis: FindingsBasis, finding: Finding): Promise<Result<string>> {
    return this.#change(finding.id, (known) => ({
      ...basis,
      findings: [finding],
      predictions: [...(known?.predictions ?? [])],
    }));
  }

  /** Keeps a guess, in place of an earlier one of the same claim; its file, or `not-written`. */
  keepGuess(basis: FindingsBasis, prediction: Prediction): Promise<Result<string>> {
    return this.#change(prediction.claim, (known) => ({
      ...basis,
      // A finding is read with the machine it was found on.
      ...known,
      findings: [...(known?.findings ?? [])],
      predictions: [prediction],
    }));
  }

  /**
   * All that is kept, in the order of the claims; what is damaged is passed over.
   * @param isHere whether a machine is the one whose findings are wanted; of every one where absent
   */
  async read(
    isHere: (environment: FindingsFile['environment']) => boolean = () => true,
  ): Promise<KeptClaims> {
    const files: FindingsFile[] = [];
    for (const id of claimIds) {
      const file = await this.#read(id);
      if (file !== undefined && isHere(file.environment)) files.push(file);
    }
    const interpreters = new Map(
      // By its path: an id is unique among those found at one time only.
      files.flatMap((file) => file.interpreters.map((one) => [one.path, one] as const)),
    );
    return {
      findings: files.flatMap(({ findings }) => findings),
      predictions: files.flatMap(({ predictions }) => predictions),
      interpreters: [...interpreters.values()],
    };
  }

  #path(id: ClaimId): string {
    return join(this.#folder, `${id}.json`);
  }

  async #read(id: ClaimId): Promise<FindingsFile | undefined> {
    const text = await readStoredText(this.#path(id), claimBytes);
    if (!text.ok) return undefined;
    return parseKeptFindings(text.value);
  }

  /** One change of a claim's file after another: a finding and a guess would else replace each other. */
  #change(
    id: ClaimId,
    change: (known: FindingsFile | undefined) => FindingsFile,
  ): Promise<Result<string>> {
    const path = this.#path(id);
    return inTurn(path, async () => {
      const folder = await makeFolder(this.#folder, privateFolder);
      if (!folder.ok) return folder;
      const known = await readOrSetAside(path, claimBytes, parseKeptFindings);
      if (!known.ok) return known;
      const text = JSON.stringify(change(known.value.value), undefined, 2);
      return writeReportFile(path, `${text}\n`, privateFile);
    });
  }
}
