// Keeps the page's own state in its storage, so that it comes back as it was: through a reload and a crash of its
// process, and where it says so, through a restart of the app.

/** `page`: as long as the window is open. `machine`: until it is replaced. */
export type KeptFor = 'page' | 'machine';

const prefix = 'corelane.';

const storageOf = (keptFor: KeptFor): Storage =>
  keptFor === 'page' ? sessionStorage : localStorage;

/** Keeps a text; one that is too large for the storage is not kept. */
export function keep(keptFor: KeptFor, name: string, text: string): void {
  try {
    storageOf(keptFor).setItem(prefix + name, text);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    // The storage is full: what was kept before would be of another time.
    storageOf(keptFor).removeItem(prefix + name);
  }
}

/** Returns what was kept; nothing where nothing was. */
export function kept(keptFor: KeptFor, name: string): string | undefined {
  return storageOf(keptFor).getItem(prefix + name) ?? undefined;
}

/** The value of a kept JSON text; nothing where it is none. */
export function keptJson(keptFor: KeptFor, name: string): unknown {
  const text = kept(keptFor, name);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Returns whether the page was loaded without what it had open, because it crashed with it again and again.
 * What was kept stays, and is not replaced unless the user does something.
 */
export function isPlain(): boolean {
  return new URLSearchParams(window.location.search).has('plain');
}
