// Stands in for the preload. Import it first: the window's modules read `window.corelane` at once.
import { makeMachine } from '../../helpers/make/report';
import type { CallName, CorelaneApi, EventName } from '@shared/wire/ipc';

type Answers = Partial<Record<CallName, (input: unknown) => unknown>>;

/** Every call that was made, in order: its name and its input. */
export const calls: [CallName, unknown][] = [];

/** Values to answer calls with, or promises of them: of a success unless they say `ok` themselves. */
export const answers: Answers = {};

const listeners = new Map<EventName, ((payload: never) => void)[]>();

const standard: Answers = { 'machine:read': () => makeMachine(2) };

const isResult = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'ok' in value;

/** Forgets calls and answers, and what the page kept. */
export function resetApi(): void {
  localStorage.clear();
  sessionStorage.clear();
  calls.length = 0;
  for (const name of Object.keys(answers)) Reflect.deleteProperty(answers, name);
}

/** Tells the window an event, as main would. */
export function emit(name: EventName, payload: unknown): void {
  for (const listener of listeners.get(name) ?? []) listener(payload as never);
}

/** The inputs of the calls of one name. */
export function inputsOf(name: CallName): readonly unknown[] {
  return calls.filter(([called]) => called === name).map(([, input]) => input);
}

const api = {
  call: async (name: CallName, input: unknown) => {
    calls.push([name, input]);
    const value = await (answers[name] ?? standard[name])?.(input);
    return isResult(value) ? value : { ok: true, value };
  },
  on: (name: EventName, listener: (payload: never) => void) => {
    listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    return () => {
      listeners.set(
        name,
        (listeners.get(name) ?? []).filter((other) => other !== listener),
      );
    };
  },
  live: () => () => undefined,
};

Object.assign(window, { corelane: api as unknown as CorelaneApi });
