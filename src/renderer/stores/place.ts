// Holds which place of the window is shown.
import { defineStore } from 'pinia';
import { ref } from 'vue';
import { places, type Place } from '@shared/wire/ipc';
import { isPlain, keep, kept } from './kept';

export const usePlaceStore = defineStore('place', () => {
  const before = isPlain() ? undefined : kept('page', 'place');
  const current = ref<Place>(places.find((place) => place === before) ?? 'lab');

  function go(place: Place): void {
    current.value = place;
    keep('page', 'place', place);
  }

  return { current, go };
});
