// Pictures of charts and their figures on their way to a file or to the clipboard: main writes both.
import { groupDigits } from '@present/locale/format';
import { message } from '@present/messages/message';
import { defineStore } from 'pinia';
import type { CallInput } from '@shared/wire/ipc';
import { api } from './api';
import { useMessagesStore } from './messages';

/** Of what a file is, for its name. */
export interface FileSubject {
  readonly name: string;
  /** ISO, in UTC. */
  readonly at: string;
}

export const usePicturesStore = defineStore('pictures', () => {
  const messages = useMessagesStore();

  function noteSaved(
    saved: { readonly path: string } | { readonly cancelled: true } | undefined,
  ): void {
    if (saved !== undefined && 'path' in saved) {
      messages.showNote(message('saved', { path: saved.path }));
    }
  }

  /** Saves a PNG or a WebM by its data address. */
  async function save(subject: FileSubject, dataUrl: string): Promise<void> {
    noteSaved(messages.valueOf(await api.call('picture:save', { ...subject, dataUrl })));
  }

  /** Saves an SVG. */
  async function saveSvg(subject: FileSubject, svg: string): Promise<void> {
    noteSaved(messages.valueOf(await api.call('picture:save-svg', { ...subject, svg })));
  }

  /** Puts a PNG into the clipboard by its data address. */
  async function copy(dataUrl: string): Promise<void> {
    const copied = await api.call('picture:copy', dataUrl);
    messages.valueOf(copied);
    if (copied.ok) messages.showNote(message('picture-copied'));
  }

  /**
   * Puts rows into the clipboard as CSV, the head first.
   * @param count of how many rows these are the last
   */
  async function copyRows(rows: CallInput<'picture:copy-rows'>, count: number): Promise<void> {
    const copied = await api.call('picture:copy-rows', rows);
    messages.valueOf(copied);
    const shown = rows.length - 1;
    if (!copied.ok) return;
    const text =
      shown < count
        ? message('rows-copied-last', { rows: groupDigits(shown), count: groupDigits(count) })
        : message('rows-copied', { count: shown });
    messages.showNote(text);
  }

  return { save, saveSvg, copy, copyRows };
});
