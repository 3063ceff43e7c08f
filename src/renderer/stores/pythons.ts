// The Pythons of this machine: looked for when something first needs them.
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { FoundInterpreters, Interpreter } from '@shared/experiment/python';
import { api } from './api';
import { useMessagesStore } from './messages';

export const usePythonsStore = defineStore('pythons', () => {
  const messages = useMessagesStore();
  const found = shallowRef<FoundInterpreters>();
  const looking = ref(false);

  /** Those that an experiment may use; none until they have been looked for. */
  const usable = computed<readonly Interpreter[]>(() => found.value?.usable ?? []);

  async function ask(anew: boolean): Promise<void> {
    if (looking.value) return;
    looking.value = true;
    try {
      found.value = messages.valueOf(await api.call('pythons:list', anew)) ?? found.value;
    } finally {
      looking.value = false;
    }
  }

  /** Looks for them, once. */
  async function load(): Promise<void> {
    if (found.value === undefined) await ask(false);
  }

  /** Looks for them anew. */
  async function refresh(): Promise<void> {
    await ask(true);
  }

  return {
    /** Absent until they have been looked for. */
    found,
    looking,
    usable,
    load,
    refresh,
  };
});
