// `corelane claims`: the article's claims tried on this machine, with no window.
import { problemText } from '@present/words/engine/problems';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronProgram } from '@engine/claims/context';
import { startClaims } from '@engine/claims/run-claims';
import { wallClockIso } from '@engine/clock';
import { readMachine } from '@engine/machine/machine';
import { ClaimsStore, type FindingsBasis } from '@engine/store/claims-store';
import { dataFolder } from '@engine/store/data-folder';
import { MeasuredKeeper } from '@engine/store/measured-store';
import { findInterpreters } from '@engine/python/find-interpreters';
import { checkWritable, writeReportFile } from '@engine/files/write-file';
import { message } from '@present/messages/message';
import { renderFindingsHtml } from '@report/findings/findings-html';
import { renderFindingsJson } from '@report/findings/findings';
import { renderFindings } from '@report/findings/findings-text';
import { claimSentence } from '@present/names/claims';
import type { ClaimId, Finding } from '@shared/claims/claims';
import { findingsVersion, type FindingsFile } from '@shared/claims/findings-file';
import type { MadeMeasurement } from '@shared/kept/measured-file';
import type { Interpreter } from '@shared/experiment/python';
import type { Result } from '@shared/base/result';
import type { ClaimsRequest } from './arguments';
import { Interruption } from './interrupts';
import { ProgressPrinter } from './progress-printer';
import { complain, refuse } from './refuse';
import { print, progressScreen } from './terminal';
import { programOf, quietScreen, startedHere, type CliContext } from './shell';

/**
 * Tries the claims and prints their findings. Resolves with the exit code: 0 done, 1 stopped or nothing measured, 2 bad
 * input.
 */
export async function claimsCommand(
  request: ClaimsRequest,
  context: CliContext,
): Promise<0 | 1 | 2> {
  // Known before minutes of measuring, not after them.
  for (const file of [request.json, request.html]) {
    const target = file === undefined ? undefined : await checkWritable(file);
    if (target?.ok === false) return refuse(problemText(target.problem));
  }
  const printer = new ProgressPrinter(request.quiet ? quietScreen : progressScreen);
  if (request.kept) return tellKept(request, context, printer);
  const { usable } = await findInterpreters();
  const basis = basisOf(usable, context);
  const findings = await tryClaims(request, context, basis, printer);
  const file: FindingsFile = { ...basis, findings: [...findings], predictions: [] };
  const written = await writeFiles(request, file, printer);
  print(renderFindings(findings));
  const complete =
    findings.length === request.ids.length &&
    findings.some(({ outcome }) => outcome !== 'unavailable');
  return complete && written ? 0 : 1;
}

/** Prints what was found before. Resolves with the exit code: 0 if that is each claim that was asked for, else 1. */
async function tellKept(
  request: ClaimsRequest,
  context: CliContext,
  printer: ProgressPrinter,
): Promise<0 | 1> {
  const kept = await new ClaimsStore(dataFolder()).read();
  const asked = <T>(all: readonly T[], of: (one: T) => ClaimId): T[] =>
    all.filter((one) => request.ids.includes(of(one)));
  const findings = asked(kept.findings, ({ id }) => id);
  const predictions = asked(kept.predictions, ({ claim }) => claim);
  const file = { ...basisOf(kept.interpreters, context), findings, predictions };
  const written = await writeFiles(request, file, printer);
  print(renderFindings(findings));
  return written && findings.length === request.ids.length ? 0 : 1;
}

async function tryClaims(
  { ids }: ClaimsRequest,
  { entries, version, root }: CliContext,
  basis: FindingsBasis,
  printer: ProgressPrinter,
): Promise<readonly Finding[]> {
  const keeper = new FindingsKeeper(basis);
  // Listens until the process ends: what was found is written whatever happens meanwhile.
  const interruption = new Interruption(() => printer.say(message('claims-stopping')));
  const claims = startClaims({
    ids,
    launcher: startedHere(),
    entries,
    program: programOf(version),
    cores: readMachine().usableCores,
    interpreters: basis.interpreters,
    electron: installedElectron(root),
    quiet: true,
    onEvent: () => undefined,
    onClaim: (id) => printer.say(message('cli-claim', { id, claim: claimSentence(id) })),
    onMeasured: (measurement) => keeper.keepMeasured(measurement),
    onFinding: (finding) => {
      printer.say(`${finding.id}: ${finding.outcome}`);
      keeper.keep(finding);
    },
  });
  interruption.stops(() => claims.stop());
  const findings = await claims.done;
  await keeper.end(findings);
  return findings;
}

/** Puts each measurement and each finding on disk as soon as it is in; that this fails is said once. */
class FindingsKeeper {
  readonly #store = new ClaimsStore(dataFolder());
  readonly #basis: FindingsBasis;
  readonly #measured: MeasuredKeeper;
  #failed = false;
  /** Resolves when all that was given is kept. */
  #done: Promise<void> = Promise.resolve();

  constructor(basis: FindingsBasis) {
    this.#basis = basis;
    this.#measured = new MeasuredKeeper(dataFolder(), basis);
  }

  keep(finding: Finding): void {
    this.#done = this.#done.then(async () => {
      this.#tell(await this.#store.keepFinding(this.#basis, finding));
    });
  }

  async keepMeasured(measurement: MadeMeasurement): Promise<void> {
    this.#tell(await this.#measured.keep(measurement));
  }

  async end(findings: readonly Finding[]): Promise<void> {
    await this.#done;
    if (!this.#failed) await this.#measured.end(findings);
  }

  #tell(kept: Result<string>): void {
    if (!kept.ok && !this.#failed) complain(problemText(kept.problem));
    this.#failed ||= !kept.ok;
  }
}

function basisOf(interpreters: readonly Interpreter[], { version }: CliContext): FindingsBasis {
  return {
    schema: 'corelane.findings',
    version: findingsVersion,
    createdAt: wallClockIso(),
    program: programOf(version),
    environment: readMachine(),
    interpreters: [...interpreters],
  };
}

/** Resolves with whether all files that were asked for are written. */
async function writeFiles(
  { json, html }: ClaimsRequest,
  file: FindingsFile,
  printer: ProgressPrinter,
): Promise<boolean> {
  const written = [
    await write(json, () => renderFindingsJson(file), printer),
    await write(html, () => renderFindingsHtml(file), printer),
  ];
  if (written.every(Boolean)) return true;
  complain(message('claims-are-kept'));
  return false;
}

/** Resolves with whether all is well: it was not asked for, or it is written. */
async function write(
  path: string | undefined,
  render: () => string,
  printer: ProgressPrinter,
): Promise<boolean> {
  if (path === undefined) return true;
  const written = await writeReportFile(path, render());
  if (written.ok) printer.say(message('cli-wrote', { path: written.value }));
  else complain(problemText(written.problem));
  return written.ok;
}

/**
 * The Electron that is installed beside the program; nothing where its runtime was not fetched yet.
 * @param root the program's own folder
 */
function installedElectron(root: string): ElectronProgram | undefined {
  const home = join(root, 'node_modules', 'electron');
  try {
    const path = join(home, 'dist', readFileSync(join(home, 'path.txt'), 'utf8').trim());
    return existsSync(path) ? { path, args: [root] } : undefined;
  } catch {
    // It is not installed, or its runtime was not fetched: the caller says what is missing.
    return undefined;
  }
}
