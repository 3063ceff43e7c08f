// Estimates what a run of the draft would cost: requests a pilot from the engine once the draft has settled.
import { problemText } from '@present/words/engine/problems';
import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import type { CostEstimate } from '@shared/experiment/cost';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { api } from '../stores/api';
import { after } from '../canvas/frame';
import { useClaimsStore } from '../stores/claims';
import { useDraftStore } from './draft';
import { useRunStore } from '../stores/run';

/** How long the draft must stay as it is: a pilot is real work. */
const settleMs = 700;

interface Answer {
  /** The experiment it is about, as JSON. */
  readonly about: string;
  readonly estimate?: CostEstimate;
  /** Why there is none. */
  readonly reason?: string;
}

export const useEstimateStore = defineStore('estimate', () => {
  const claims = useClaimsStore();
  const draft = useDraftStore();
  const run = useRunStore();
  const answer = shallowRef<Answer>();
  /** What the pilot under way is about. */
  let asked: string | undefined;
  let cancel = (): void => undefined;

  const wanted = computed(() =>
    draft.ready === undefined || run.active || claims.active
      ? undefined
      : JSON.stringify(draft.ready),
  );
  /** What is known of the draft as it is; nothing of an earlier one. */
  const current = computed(() =>
    answer.value !== undefined && answer.value.about === wanted.value ? answer.value : undefined,
  );

  async function ask(about: string): Promise<void> {
    asked = about;
    const told = await api.call('experiment:estimate', JSON.parse(about) as ExperimentInput);
    // A later question has ended this pilot.
    if (asked !== about) return;
    asked = undefined;
    // The draft has changed, or a run has begun: the answer is about something else.
    if (about !== wanted.value) return;
    answer.value = told.ok
      ? { about, estimate: told.value }
      : { about, reason: problemText(told.problem) };
  }

  /** Asks about the draft when it has stayed as it is for a while. */
  function settle(): void {
    cancel();
    const about = wanted.value;
    if (about === undefined || about === asked) return;
    // Why it was not known may be over: a run of own code is agreed to.
    if (about === answer.value?.about && answer.value.estimate !== undefined) return;
    cancel = after(settleMs, () => void ask(about));
  }

  /** Keeps the estimate up with the draft until the returned function is called. */
  function follow(): () => void {
    const stop = watch(wanted, settle, { immediate: true });
    return () => {
      stop();
      cancel();
    };
  }

  return {
    /** The estimate for the draft as it is; absent while it is not known. */
    estimate: computed(() => current.value?.estimate),
    /** Why it is not known; absent while it is asked for. */
    reason: computed(() => current.value?.reason),
    follow,
  };
});
