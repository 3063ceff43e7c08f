// Who listens to which event.

type Listener = (payload: unknown) => void;

export interface Listeners {
  /** Adds a listener; the returned function takes it back. */
  add(name: string, listener: Listener): () => void;
  tell(name: string, payload: unknown): void;
}

export function createListeners(): Listeners {
  const byName = new Map<string, Set<Listener>>();
  return {
    add(name, listener) {
      const listeners = byName.get(name) ?? new Set();
      byName.set(name, listeners);
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell(name, payload) {
      for (const listener of byName.get(name) ?? []) listener(payload);
    },
  };
}
