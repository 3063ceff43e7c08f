// A report as files in the folder a user named, and what is said where that fails.
import { problemText } from '@present/words/engine/problems';
import type { KeptRun } from '@engine/store/run-keeper';
import type { OutputFolder } from '@engine/store/output-folder';
import { message } from '@present/messages/message';
import { removedRunsText } from '@present/words/engine/removed-runs';
import { exporters } from '@report/index';
import type { ExportFormat } from '@shared/report/export-formats';
import type { Report } from '@shared/report/report';
import type { Result } from '@shared/base/result';
import { basename } from 'node:path';
import { complain } from './refuse';

/** Receives the messages about what stays. */
export interface Teller {
  say(line: string): void;
}

/**
 * Writes the report's files and lets the links lead to them.
 * @param kept where it is kept beside that: the second place
 * @returns whether all that was asked for is written
 */
export async function leaveReport(
  report: Report,
  formats: readonly ExportFormat[],
  output: OutputFolder,
  kept: Result<KeptRun>,
  teller: Teller,
): Promise<boolean> {
  let good = true;
  for (const format of formats) {
    const { extension, render } = exporters[format];
    const written = await output.write(`report.${extension}`, render(report));
    if (written.ok) {
      teller.say(message('cli-wrote', { path: written.value }));
    } else {
      good = false;
      complain(problemText(written.problem));
    }
  }
  for (const problem of await output.publish()) complain(problemText(problem));
  tellKept(kept, good, teller);
  return good;
}

function tellKept(kept: Result<KeptRun>, good: boolean, teller: Teller): void {
  if (!kept.ok) {
    // That it was never kept is in the report's notes.
    if (!good || kept.problem.code !== 'not-kept') complain(problemText(kept.problem));
    return;
  }
  const { folder, report, removed } = kept.value;
  if (removed !== undefined) teller.say(removedRunsText(removed));
  if (good) return;
  complain(message('cli-kept', { report, id: basename(folder) }));
}
