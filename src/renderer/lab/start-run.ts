// Starting a run from the draft: by button, key or command alike.
import { computed, type ComputedRef } from 'vue';
import { useClaimsStore } from '../stores/claims';
import { useDraftStore } from '../draft/draft';
import { anySupported } from '../draft/draft-workload';
import { useMessagesStore } from '../stores/messages';
import { useRunStore } from '../stores/run';

export interface StartRun {
  /** Why a run can't start now; absent where it can. */
  readonly reason: ComputedRef<string | undefined>;
  /** Starts the draft; does nothing while something is wrong with it or a run is under way. */
  start(): Promise<void>;
}

/** The draft's run. */
export function useStartRun(): StartRun {
  const claims = useClaimsStore();
  const draft = useDraftStore();
  const messages = useMessagesStore();
  const run = useRunStore();

  const reason = computed(() => {
    if (claims.active) return 'Claims are being tried.';
    if (run.active) return 'A run is under way.';
    if (draft.textIsBad) return 'The JSON has a problem.';
    const { workload, strategies } = draft.experiment;
    if (draft.problems.length === 0 && !anySupported(workload, strategies)) {
      return 'No chosen strategy can run this workload. Choose one in Strategies.';
    }
    return draft.problems[0]?.message;
  });

  async function start(): Promise<void> {
    const input = draft.toInput();
    if (input === undefined || reason.value !== undefined) return;
    messages.dropNotes();
    await run.start(input);
  }

  return { reason, start };
}
