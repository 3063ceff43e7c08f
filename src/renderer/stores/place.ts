// Which place of the window is shown.
import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { Place } from '@shared/ipc';

/** The places' words, in the order of the rail and of Ctrl 1 to 4. */
export const placeLabels: Readonly<Record<Place, string>> = {
  lab: 'Lab',
  results: 'Results',
  experiments: 'Experiments',
  machine: 'Machine',
};

export const usePlaceStore = defineStore('place', () => {
  const current = ref<Place>('lab');

  function go(place: Place): void {
    current.value = place;
  }

  return { current, go };
});
