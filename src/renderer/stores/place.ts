// Which place of the window is shown.
import { defineStore } from 'pinia';
import { ref } from 'vue';

export const places = [
  { name: 'lab', label: 'Lab' },
  { name: 'results', label: 'Results' },
  { name: 'machine', label: 'Machine' },
] as const;

export type PlaceName = (typeof places)[number]['name'];

export const usePlaceStore = defineStore('place', () => {
  const current = ref<PlaceName>('lab');

  function go(place: PlaceName): void {
    current.value = place;
  }

  return { current, go };
});
