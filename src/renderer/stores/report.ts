// The report that is shown, and what can be done with it.
import { message } from '@present/messages/message';
import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import type { ExportFormat } from '@shared/wire/ipc';
import type { Report } from '@shared/report/report';
import { api } from './api';
import { useLanesStore } from './lanes';
import { useMessagesStore } from './messages';
import { useRunStore } from './run';

export const useReportStore = defineStore('report', () => {
  const messages = useMessagesStore();
  const run = useRunStore();
  const lanes = useLanesStore();
  /** Shallow: sample columns are never reactive. */
  const report = shallowRef<Report>();
  const busy = ref(false);

  async function whileBusy<T>(work: () => Promise<T>): Promise<T> {
    busy.value = true;
    try {
      return await work();
    } finally {
      busy.value = false;
    }
  }

  /** Asks for the run's report; true where there is one. */
  async function loadLast(): Promise<boolean> {
    const last = messages.valueOf(await whileBusy(() => api.call('report:last')));
    if (last !== undefined) {
      lanes.endRun(last.id);
      report.value = last;
    }
    return last !== undefined;
  }

  /** Lets a user choose a file; true where a report was opened. */
  async function open(): Promise<boolean> {
    const opened = messages.valueOf(await whileBusy(() => api.call('report:open')));
    if (opened === undefined || 'cancelled' in opened) return false;
    report.value = opened;
    return true;
  }

  /** Opens a kept or an unfinished run; true where it was opened. */
  async function openRun(id: string): Promise<boolean> {
    const opened = messages.valueOf(await whileBusy(() => api.call('runs:open', id)));
    if (opened !== undefined) report.value = opened;
    return opened !== undefined;
  }

  /** Shows a report that was read elsewhere. */
  function show(opened: Report): void {
    report.value = opened;
  }

  function noteSaved(
    saved: { readonly path: string } | { readonly cancelled: true } | undefined,
  ): void {
    if (saved !== undefined && 'path' in saved) {
      messages.showNote(message('saved', { path: saved.path }));
    }
  }

  async function exportAs(format: ExportFormat): Promise<void> {
    const waits = run.active;
    if (waits) messages.showNote(message('export-waits'));
    const saved = messages.valueOf(await api.call('report:export', format));
    if (waits) messages.dropNotes();
    noteSaved(saved);
  }

  return { report, busy, loadLast, open, openRun, show, exportAs };
});
