// Holds the facts about this machine, refreshed while nothing runs.
import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { MachineInfo } from '@shared/report/machine';
import type { AppInfo } from '@shared/wire/ipc';
import { api } from './api';
import { useMessagesStore } from './messages';

export const useMachineStore = defineStore('machine', () => {
  const messages = useMessagesStore();
  const info = shallowRef<MachineInfo>();
  const app = shallowRef<AppInfo>();

  /** The value of `"cores"`; the browser's own count until the machine has been read. */
  const cores = computed(() => info.value?.usableCores ?? navigator.hardwareConcurrency);

  async function refresh(): Promise<void> {
    info.value = messages.valueOf(await api.call('machine:read')) ?? info.value;
  }

  async function readApp(): Promise<void> {
    app.value = messages.valueOf(await api.call('app:info'));
  }

  return { info, app, cores, refresh, readApp };
});
