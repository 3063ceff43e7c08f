// Starting a run from the draft: by button, key or command alike.
import { problemText } from '@present/words/engine/problems';
import { message } from '@present/messages/message';
import { computed, type ComputedRef } from 'vue';
import { useClaimsStore } from '../stores/claims';
import { useDraftStore } from '../draft/draft';
import { anySupported } from '../draft/draft-workload';
import { useMessagesStore } from '../stores/messages';
import { useRunStore } from '../stores/run';

export interface DraftRun {
  /** Why a run can't start now; absent where it can. */
  readonly reason: ComputedRef<string | undefined>;
  /** Starts the draft; does nothing while something is wrong with it or a run is under way. */
  start(): Promise<void>;
}

/** The draft's run. */
export function useStartRun(): DraftRun {
  const claims = useClaimsStore();
  const draft = useDraftStore();
  const messages = useMessagesStore();
  const run = useRunStore();

  const reason = computed(() => {
    if (claims.active) return message('claims-busy');
    if (run.active) return message('claims-busy-run');
    if (draft.textIsBad) return message('lab-json-problem');
    const { workload, strategies } = draft.experiment;
    if (draft.problems.length === 0 && !anySupported(workload, strategies)) {
      return message('lab-unfit');
    }
    const [first] = draft.problems;
    return first && problemText(first);
  });

  async function start(): Promise<void> {
    const input = draft.toInput();
    if (input === undefined || reason.value !== undefined) return;
    messages.dropNotes();
    await run.start(input);
  }

  return { reason, start };
}
