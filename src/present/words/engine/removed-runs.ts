// What had to go for a run to be kept, in words.
import type { RemovedRuns } from '@shared/kept/kept-run';
import { formatBytes } from '../../locale/format';
import { message } from '../../messages/message';

/** As many of them as are named. */
const named = 3;

/** Which runs had to go, and by which limit: one sentence. */
export function removedRunsText({ runs, keptBytes }: RemovedRuns): string {
  const first = runs.slice(0, named).join(message('list-separator'));
  return message('runs-removed', {
    count: runs.length,
    runs: runs.length > named ? message('runs-removed-more', { runs: first }) : first,
    limit: formatBytes(keptBytes),
  });
}
