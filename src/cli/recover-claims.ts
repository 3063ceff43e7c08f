// What was measured for claims by a process that is gone, as findings.
import { countFindings, countMeasurements } from '@present/words/count';
import { ClaimsStore } from '@engine/store/claims-store';
import { dataFolder } from '@engine/store/data-folder';
import { recoverMeasured } from '@engine/store/measured-store';
import { renderFindings } from '@report/findings/findings-text';
import { complain } from './refuse';
import { mention, print } from './terminal';

/** Whether there was anything, and whether it went well. */
export async function recoverClaims(): Promise<'none' | 'done' | 'failed'> {
  const folder = dataFolder();
  const left = await recoverMeasured(folder, new ClaimsStore(folder));
  for (const one of left) {
    if (!one.ok) {
      complain(one.problem.message);
      continue;
    }
    const { startedAt, measurements, findings } = one.value;
    const made = countMeasurements(measurements);
    mention(
      `Claims tried at ${startedAt} were left after ${made}: ${countFindings(findings.length)} more of them. "corelane experiment --kept" tells all that is kept.\n`,
    );
    if (findings.length > 0) print(renderFindings(findings));
  }
  if (left.some(({ ok }) => !ok)) return 'failed';
  return left.length === 0 ? 'none' : 'done';
}
