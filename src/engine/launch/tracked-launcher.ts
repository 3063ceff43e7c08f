// A launcher that knows which of its children are alive, so that none outlives whoever started it.
import type { ChildHandle, LaunchOptions, Launcher } from '../types';

export interface TrackedLauncher extends Launcher {
  /** Children that have not ended yet. */
  alive(): number;
  /** Ends every child at once. */
  killAll(): void;
  /** Resolves with true when no child is left, or with false after `limitMs`. */
  allGone(limitMs: number): Promise<boolean>;
}

/** The same launcher, keeping count. */
export function trackChildren(launcher: Launcher): TrackedLauncher {
  const living = new Set<{ kill(): void }>();
  const waiting = new Set<() => void>();

  const forget = (child: { kill(): void }): void => {
    living.delete(child);
    if (living.size > 0) return;
    for (const tell of waiting) tell();
    waiting.clear();
  };

  return {
    kind: launcher.kind,
    launch<Send, Receive>(entry: string, options: LaunchOptions) {
      const child: ChildHandle<Send, Receive> = launcher.launch(entry, options);
      living.add(child);
      child.onExit(() => forget(child));
      return child;
    },
    alive: () => living.size,
    killAll() {
      for (const child of living) child.kill();
    },
    allGone(limitMs) {
      if (living.size === 0) return Promise.resolve(true);
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          waiting.delete(tell);
          resolve(false);
        }, limitMs);
        const tell = (): void => {
          clearTimeout(timer);
          resolve(true);
        };
        waiting.add(tell);
      });
    },
  };
}
