// A file of the user's own code: chosen in a dialog, and what it exports, asked once it stays.
import { problemText } from '@present/words/engine/problems';
import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import type { OwnExports } from '@shared/experiment/own-code';
import { api } from './api';
import { useMessagesStore } from './messages';

/** What is known of a file. */
export interface KnownFile {
  readonly path: string;
  /** Absent where it can't be read. */
  readonly exports?: OwnExports;
  /** Why it can't be read. */
  readonly problem?: string;
}

export const useOwnCodeStore = defineStore('own-code', () => {
  const messages = useMessagesStore();
  const known = shallowRef<KnownFile>();
  /** The file that is being read. */
  const asked = ref<string>();

  /** Returns what is known of this file; nothing of another. */
  function fileAt(path: string): KnownFile | undefined {
    return known.value?.path === path ? known.value : undefined;
  }

  /** Reads what the file exports, anew where it has been read before. */
  async function read(path: string): Promise<KnownFile | undefined> {
    asked.value = path;
    const told = await api.call('own-code:exports', path);
    // Another file has been asked about since.
    if (asked.value !== path) return undefined;
    asked.value = undefined;
    known.value = told.ok
      ? { path, exports: told.value }
      : { path, problem: problemText(told.problem) };
    return known.value;
  }

  /** Asks for a file; nothing where the user chose none. */
  async function choose(): Promise<string | undefined> {
    const chosen = messages.valueOf(await api.call('own-code:choose'));
    return chosen !== undefined && 'path' in chosen ? chosen.path : undefined;
  }

  return { asked, fileAt, read, choose };
});
