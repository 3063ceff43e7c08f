// Chooses which trial of the run the lanes show, and which part of it.
import { computed, shallowRef } from 'vue';
import { useRunStore } from '../stores/run';
import { expectedLengthNs } from './scene/figures/time-left';
import type { Viewport } from './scene/viewport';

/**
 * The trial that is shown and what is known of it; `view` is the part to draw, `viewport` the part asked for.
 * @param shown number of the trial; undefined where there is none
 * @param chosen whether a user has chosen it, so that it is left as they look at it
 */
export function useShownTrial(shown: () => number | undefined, chosen: () => boolean) {
  const run = useRunStore();
  const viewport = shallowRef<Viewport>({ kind: 'follow' });
  const trial = computed(shown);
  /** A short trial that is over is shown whole. */
  const view = computed({
    get: (): Viewport => {
      const whole = !chosen() && trial.value !== run.currentTrial;
      return whole && viewport.value.kind === 'follow' ? { kind: 'all' } : viewport.value;
    },
    set: (next) => {
      viewport.value = next;
    },
  });
  const cell = computed(() => (trial.value === undefined ? undefined : run.cellOf(trial.value)));
  const fact = computed(() => run.factOf(trial.value));
  const expectedNs = computed(() =>
    fact.value === undefined ? undefined : expectedLengthNs(run.trials, fact.value),
  );
  return { viewport, view, cell, fact, expectedNs };
}
