// What was measured for claims by a process that is gone, as findings.
import { message } from '@present/messages/message';
import { describeMoment } from '@present/words/moment';
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
    const moment = describeMoment(startedAt);
    const counts = { measurements, findings: findings.length };
    mention(`${message('recover-claims', { moment, ...counts })}\n`);
    if (findings.length > 0) print(renderFindings(findings));
  }
  if (left.some(({ ok }) => !ok)) return 'failed';
  return left.length === 0 ? 'none' : 'done';
}
