// A page that is loaded again, after a reload or a crash, comes back as it was: the run under way,
// the last report, what was found. What was typed is with the draft already.
import { message } from '@present/messages/message';
import { watch } from 'vue';
import { api } from '../stores/api';
import { useClaimsStore } from '../stores/claims';
import { useDraftStore } from '../draft/draft';
import { isPlain, keep, kept } from '../stores/kept';
import { useMessagesStore } from '../stores/messages';
import { usePlaceStore } from '../stores/place';
import { useReportStore } from '../stores/report';
import { useRunStore } from '../stores/run';
import { useRunsStore } from '../stores/runs';

const wasActive = 'active';

/** Asks main for what there is, once. */
export async function comeBack(): Promise<void> {
  const claims = useClaimsStore();
  const draft = useDraftStore();
  const messages = useMessagesStore();
  const place = usePlaceStore();
  const reports = useReportStore();
  const run = useRunStore();
  const runs = useRunsStore();
  const before = kept('page', wasActive) === 'yes';
  const state = messages.valueOf(await api.call('run:state'));
  if (state !== undefined) run.join(state);
  watch(
    () => run.active,
    (active) => keep('page', wasActive, active ? 'yes' : 'no'),
    { immediate: true },
  );
  await claims.load();
  if (isPlain()) {
    messages.showNote(message('window-plain'), {
      label: message('window-plain-undo'),
      run: () => {
        draft.restoreKept();
        void reports.loadLast();
      },
    });
  } else if ((await reports.loadLast()) && before && !run.active) {
    // The run ended while there was no page to tell.
    place.go('results');
  }
  await runs.load();
}
