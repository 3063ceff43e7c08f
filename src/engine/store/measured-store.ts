// Stores what was measured for claims as soon as each measurement is made: a file for each time that claims are
// tried. It goes when all of it is in findings; what a process left in the middle becomes findings.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { claimIds, claimMeasurements, type Finding } from '@shared/claims/claims';
import { findingsVersion } from '@shared/claims/findings-file';
import {
  measuredVersion,
  parseMeasured,
  type MadeMeasurement,
  type MeasuredFile,
} from '@shared/kept/measured-file';
import { fail, ok, type Result } from '@shared/base/result';
import { judge } from '../claims/judge';
import { fileFault } from '../files/file-error';
import { makeFolder } from '../files/make-folder';
import { removeLeftPartials } from '../files/partial-file';
import { readStoredText } from '../files/read-file';
import { writeReportFile } from '../files/write-file';
import type { ClaimsStore, FindingsBasis } from './claims-store';
import { momentName } from './folder-names';
import { holderLives, thisHolder } from './holder';
import { privateFile, privateFolder } from './privacy';

const maxBytes = 20_000_000;

/** What is measured one time that claims are tried. */
export class MeasuredKeeper {
  readonly #folder: string;
  readonly #path: string;
  readonly #basis: FindingsBasis;
  readonly #made: MadeMeasurement[] = [];

  /** @param dataFolder see `dataFolder()` */
  constructor(dataFolder: string, basis: FindingsBasis) {
    this.#folder = measuredFolder(dataFolder);
    const name = `${momentName(basis.createdAt)}-${randomUUID().slice(0, 8)}.json`;
    this.#path = join(this.#folder, name);
    this.#basis = basis;
  }

  /** On disk when it resolves; `not-written` where it can't be. */
  async keep(measurement: MadeMeasurement): Promise<Result<string>> {
    this.#made.push(measurement);
    const { createdAt, program, environment, interpreters } = this.#basis;
    const file: MeasuredFile = {
      ...{ schema: 'corelane.measured', version: measuredVersion },
      ...{ createdAt, program, environment, interpreters },
      ...{ holder: thisHolder(), measured: [...this.#made] },
    };
    const folder = await makeFolder(this.#folder, privateFolder);
    if (!folder.ok) return folder;
    return writeReportFile(this.#path, `${JSON.stringify(file)}\n`, privateFile);
  }

  /** All is over, and these findings are kept: what they rest on is not needed a second time. */
  async end(findings: readonly Finding[]): Promise<void> {
    const told = new Set(findings.flatMap(({ measurements }) => measurements.map(({ id }) => id)));
    if (this.#made.every(({ id }) => told.has(id))) {
      await rm(this.#path, { force: true }).catch(() => undefined);
    }
  }
}

/** What was left in the middle, and what became of it. */
export interface LeftMeasured {
  readonly path: string;
  readonly startedAt: string;
  readonly measurements: number;
  /** Findings that are kept because of it. */
  readonly findings: readonly Finding[];
}

const measuredFolder = (dataFolder: string): string => join(dataFolder, 'claims', 'measured');

/**
 * Makes findings of what processes that are gone had measured, keeps them where there is none as new, and
 * removes what is told. A problem for each file of which that can't be done.
 */
export async function recoverMeasured(
  dataFolder: string,
  store: ClaimsStore,
): Promise<readonly Result<LeftMeasured>[]> {
  const results: Result<LeftMeasured>[] = [];
  for (const folder of [join(dataFolder, 'claims'), measuredFolder(dataFolder)]) {
    await removeLeftPartials(folder);
  }
  for (const path of await leftFiles(dataFolder)) {
    const left = await recoverFile(path, store);
    if (left !== undefined) results.push(left);
  }
  return results;
}

async function leftFiles(dataFolder: string): Promise<readonly string[]> {
  const folder = measuredFolder(dataFolder);
  const names = await readdir(folder).catch((): string[] => []);
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

async function readMeasured(path: string): Promise<Result<MeasuredFile>> {
  const text = await readStoredText(path, maxBytes);
  if (!text.ok) return text;
  const file = parseMeasured(text.value);
  return file === undefined ? fail('damaged-measurements', { path }) : ok(file);
}

/** In another container it can't be seen, and is left alone. */
const lives = ({ holder, createdAt }: MeasuredFile): boolean =>
  holderLives(holder, Date.parse(createdAt)) ?? true;

async function recoverFile(
  path: string,
  store: ClaimsStore,
): Promise<Result<LeftMeasured> | undefined> {
  const read = await readMeasured(path);
  if (!read.ok) return read;
  const { measured, createdAt, program, environment, interpreters } = read.value;
  if (lives(read.value)) return undefined;
  const made = new Map(measured.map((one) => [one.id, one]));
  const { findings: kept } = await store.read();
  const findings: Finding[] = [];
  for (const id of claimIds) {
    const own = claimMeasurements[id].flatMap((measurement) => made.get(measurement) ?? []);
    if (own.length < claimMeasurements[id].length) continue;
    const measuredAt =
      own
        .map((one) => one.measuredAt)
        .sort()
        .at(-1) ?? createdAt;
    if (kept.some((one) => one.id === id && one.measuredAt >= measuredAt)) continue;
    const finding = judge(id, made, measuredAt);
    const basis: FindingsBasis = {
      schema: 'corelane.findings',
      version: findingsVersion,
      ...{ createdAt, program, environment, interpreters },
    };
    const written = await store.keepFinding(basis, finding);
    if (!written.ok) return written;
    findings.push(finding);
  }
  try {
    await rm(path, { force: true });
  } catch (error) {
    return fail('not-removed', { path, why: fileFault(error) });
  }
  return ok({ path, startedAt: createdAt, measurements: measured.length, findings });
}
