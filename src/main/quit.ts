// Ways out of the app, all through one door: what runs is stopped first, for a bounded time.
import { app } from 'electron';
import { constants } from 'node:os';
import { logBug } from './log';

export interface Exit {
  /** Closes down, then ends the app with this code. The first call counts. */
  leave(code: number): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * @param close stops what runs; resolves when no child is left, and within a bounded time
 * @param force ends all children at once
 * @param closedCode the exit code where a person closes the window or quits
 */
export function installExit(
  close: () => Promise<void>,
  force: () => void,
  closedCode: number,
): Exit {
  let leaving = false;
  const leave = (code: number): void => {
    if (leaving) return;
    leaving = true;
    close()
      .catch((error: unknown) => {
        logBug('quit', error);
        force();
      })
      .finally(() => app.exit(code));
  };
  app.on('before-quit', (event) => {
    event.preventDefault();
    leave(closedCode);
  });
  app.on('window-all-closed', () => leave(closedCode));
  for (const signal of signals) {
    process.on(signal, () => {
      const code = 128 + constants.signals[signal];
      if (!leaving) return leave(code);
      // Asked twice: at once.
      force();
      app.exit(code);
    });
  }
  return { leave };
}

/**
 * What nobody caught ends the app, loudly and with its children: Electron's own dialog would wait
 * for a click that may never come.
 */
export function endOnUncaught(force: () => void): void {
  const end = (what: string) => (error: unknown) => {
    logBug(what, error);
    force();
    app.exit(1);
  };
  process.on('uncaughtException', end('uncaught exception'));
  process.on('unhandledRejection', end('unhandled rejection'));
}
