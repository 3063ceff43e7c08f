// `corelane experiment`: the article's claims tried on this machine, with no window.
import { startClaims } from '@engine/claims/run-claims';
import { wallClockIso } from '@engine/clock';
import { readMachine } from '@engine/probe/machine';
import { findInterpreters } from '@engine/python/find-interpreters';
import { makeFolder } from '@engine/make-folder';
import { writeReportFile } from '@engine/write-file';
import { renderFindingsHtml } from '@report/findings-html';
import { renderFindings } from '@report/findings-text';
import { claimTexts } from '@shared/claim-texts';
import type { Finding } from '@shared/claims';
import { findingsVersion, type FindingsFile } from '@shared/findings-file';
import type { Interpreter } from '@shared/python';
import { dirname } from 'node:path';
import type { ExperimentRequest } from './arguments';
import { installedElectron } from './electron';
import { onInterrupt } from './interrupts';
import { ProgressPrinter } from './progress-printer';
import { complain, refuse } from './refuse';
import { programOf, quietScreen, startedHere, type Surroundings } from './shell';

/** Tries the claims and tells; the exit code: 0 done, 1 stopped or nothing measured, 2 bad input. */
export async function experimentCommand(
  request: ExperimentRequest,
  around: Surroundings,
): Promise<0 | 1 | 2> {
  // Known before minutes of measuring, not after them.
  for (const file of [request.json, request.html]) {
    const folder = file === undefined ? undefined : await makeFolder(dirname(file));
    if (folder?.ok === false) return refuse(folder.problem.message);
  }
  const printer = new ProgressPrinter(request.quiet ? quietScreen : process.stderr);
  const { usable } = await findInterpreters();
  const findings = await tryClaims(request, around, usable, printer);
  const file = fileOf(findings, usable, around);
  const written = [
    await write(request.json, () => `${JSON.stringify(file, null, 2)}\n`, printer),
    await write(request.html, () => renderFindingsHtml(file), printer),
  ];
  process.stdout.write(renderFindings(findings));
  const complete =
    findings.length === request.ids.length &&
    findings.some(({ outcome }) => outcome !== 'unavailable');
  return complete && written.every(Boolean) ? 0 : 1;
}

async function tryClaims(
  { ids }: ExperimentRequest,
  { entries, version, root }: Surroundings,
  interpreters: readonly Interpreter[],
  printer: ProgressPrinter,
): Promise<readonly Finding[]> {
  const forget = onInterrupt(
    () => {
      printer.say('stopping; what was found is kept');
      claims.stop();
    },
    (code) => process.exit(code),
  );
  const claims = startClaims({
    ids,
    launcher: startedHere(),
    entries,
    program: programOf(version),
    cores: readMachine().usableCores,
    interpreters,
    electron: installedElectron(root),
    quiet: true,
    onEvent: () => undefined,
    onClaim: (id) => printer.say(`${id}: ${claimTexts[id].claim}`),
    onFinding: ({ id, outcome }) => printer.say(`${id}: ${outcome}`),
  });
  try {
    return await claims.done;
  } finally {
    forget();
  }
}

function fileOf(
  findings: readonly Finding[],
  interpreters: readonly Interpreter[],
  { version }: Surroundings,
): FindingsFile {
  return {
    schema: 'corelane.findings',
    version: findingsVersion,
    createdAt: wallClockIso(),
    program: programOf(version),
    environment: readMachine(),
    interpreters: [...interpreters],
    findings: [...findings],
    predictions: [],
  };
}

/** Whether all is well: it was not asked for, or it is written. */
async function write(
  path: string | undefined,
  render: () => string,
  printer: ProgressPrinter,
): Promise<boolean> {
  if (path === undefined) return true;
  const written = await writeReportFile(path, render());
  if (written.ok) printer.say(`wrote ${written.value}`);
  else complain(written.problem.message);
  return written.ok;
}
