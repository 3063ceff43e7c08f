// What the window has to say outside its places: problems, and where files were saved.
import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { Problem, Result } from '@shared/result';

export interface Message {
  readonly id: number;
  readonly kind: 'problem' | 'note';
  readonly text: string;
  /** Where in the input, if the problem has a place. */
  readonly path?: string;
}

const most = 4;

export const useMessagesStore = defineStore('messages', () => {
  const list = ref<readonly Message[]>([]);
  let last = 0;

  function add(message: Omit<Message, 'id'>): void {
    const others = list.value.filter(({ text }) => text !== message.text);
    list.value = [...others, { ...message, id: ++last }].slice(-most);
  }

  /** Shows a problem until it is dismissed; the same one only once. */
  function showProblem(problem: Problem): void {
    const path = problem.path === undefined || problem.path === '' ? {} : { path: problem.path };
    add({ kind: 'problem', text: problem.message, ...path });
  }

  /** Shows what was done; only the latest. */
  function showNote(text: string): void {
    list.value = list.value.filter(({ kind }) => kind === 'problem');
    add({ kind: 'note', text });
  }

  function dismiss(id: number): void {
    list.value = list.value.filter((message) => message.id !== id);
  }

  /** The value of a result; a problem is shown, and gives `undefined`. */
  function valueOf<T>(result: Result<T>): T | undefined {
    if (result.ok) return result.value;
    showProblem(result.problem);
    return undefined;
  }

  return { list, showProblem, showNote, dismiss, valueOf };
});
