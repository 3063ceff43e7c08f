// Holds the window's messages outside its places: problems, and where files were saved.
import { problemText } from '@present/words/engine/problems';
import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { defined } from '@shared/base/defined';
import type { Problem, Result } from '@shared/base/result';

export interface Message {
  readonly id: number;
  readonly kind: 'problem' | 'note';
  readonly text: string;
  /** What kind of problem; of one kind only the latest is shown. */
  readonly code?: string;
  /** Where in the input, if the problem has a place that its text does not name. */
  readonly path?: string;
  /** What can be done about it, by a press. */
  readonly action?: MessageAction;
}

export interface MessageAction {
  readonly label: string;
  readonly run: () => void;
}

const most = 4;

export const useMessagesStore = defineStore('messages', () => {
  const list = shallowRef<readonly Message[]>([]);
  let last = 0;

  function add(message: Omit<Message, 'id'>): void {
    const others = list.value.filter(({ text }) => text !== message.text);
    list.value = [...others, { ...message, id: ++last }].slice(-most);
  }

  /** Shows a problem until it is dismissed or another of its kind comes. */
  function showProblem(problem: Problem): void {
    const { code, path } = problem;
    dropProblem(code);
    const text = problemText(problem);
    const says = path === undefined || text.includes(path);
    add({ kind: 'problem', text, code, ...defined({ path: says ? undefined : path }) });
  }

  /** Takes a kind of problem away: it is no longer so. */
  function dropProblem(code: string): void {
    list.value = list.value.filter((other) => other.code !== code);
  }

  /** Shows what was done; only the latest. */
  function showNote(text: string, action?: MessageAction): void {
    dropNotes();
    add({ kind: 'note', text, ...defined({ action }) });
  }

  /** Takes notes away: what they say is over. */
  function dropNotes(): void {
    list.value = list.value.filter(({ kind }) => kind === 'problem');
  }

  /** Does what a message offers, and takes it away. */
  function act({ id, action }: Message): void {
    dismiss(id);
    action?.run();
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

  return { list, showProblem, dropProblem, showNote, dropNotes, act, dismiss, valueOf };
});
