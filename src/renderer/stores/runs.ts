// The runs in the user's data folder: what is kept, what was left unfinished, how much is kept.
import { paragraph } from '@present/messages/list';
import { message } from '@present/messages/message';
import { removedRunsText } from '@present/words/engine/removed-runs';
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { EarlierRun, EarlierRuns } from '@shared/wire/ipc';
import { api } from './api';
import { useMessagesStore } from './messages';
import { usePlaceStore } from './place';
import { useReportStore } from './report';

export const useRunsStore = defineStore('runs', () => {
  const messages = useMessagesStore();
  const place = usePlaceStore();
  const reports = useReportStore();
  const all = shallowRef<EarlierRuns>();
  /** Whether the list is shown in place of the report. */
  const listed = ref(false);
  /** What was left unfinished and is not to be offered again in this window. */
  const putOff = shallowRef<readonly string[]>([]);
  /** The run that is being opened or discarded. */
  const busy = ref<string>();

  const runs = computed<readonly EarlierRun[]>(() => all.value?.runs ?? []);
  /** What is offered: left unfinished, by nobody who still runs it. */
  const unfinished = computed(() =>
    runs.value.filter(({ id, state }) => state === 'unfinished' && !putOff.value.includes(id)),
  );
  /** Bytes that finished runs take. */
  const heldBytes = computed(() =>
    runs.value.reduce((sum, { state, bytes }) => sum + (state === 'finished' ? bytes : 0), 0),
  );

  /** Asks what there is. */
  async function load(): Promise<void> {
    all.value = messages.valueOf(await api.call('runs:list')) ?? all.value;
  }

  async function whileBusy<T>(id: string, work: () => Promise<T>): Promise<T> {
    busy.value = id;
    try {
      return await work();
    } finally {
      busy.value = undefined;
    }
  }

  /** Opens one in Results. */
  async function open(id: string): Promise<void> {
    if (!(await whileBusy(id, () => reports.openRun(id)))) return;
    listed.value = false;
    place.go('results');
  }

  /** Removes one from the disk. */
  async function discard(id: string): Promise<void> {
    messages.valueOf(await whileBusy(id, () => api.call('runs:discard', id)));
    await load();
  }

  /** Offers none of the unfinished ones again in this window; they stay in the list. */
  function putOffAll(): void {
    putOff.value = [...putOff.value, ...unfinished.value.map(({ id }) => id)];
  }

  /** Sets how much is kept, in bytes; says what had to go. */
  async function limit(bytes: number): Promise<void> {
    const set = messages.valueOf(await api.call('runs:limit', bytes));
    const removed = set?.removed && removedRunsText(set.removed);
    const setAside = set?.setAside && message('settings-set-aside', set.setAside);
    const said = [setAside, removed].filter((one) => one !== undefined);
    if (said.length > 0) messages.showNote(paragraph(said));
    await load();
  }

  /** Shows the list in Results. */
  function showList(): void {
    listed.value = true;
    place.go('results');
  }

  return {
    all,
    runs,
    unfinished,
    heldBytes,
    listed,
    busy,
    load,
    open,
    discard,
    putOffAll,
    limit,
    showList,
  };
});
