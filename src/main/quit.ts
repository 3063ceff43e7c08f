// Every exit of the app takes one path: a user is asked where something is under way, then
// what runs is stopped and what is being saved is waited for, all for a bounded time.
import { app, powerMonitor, type BrowserWindow } from 'electron';
import { constants } from 'node:os';
import { logBug } from './base/log';

export interface DoorOptions {
  /** What leaving would cut short, in a sentence; nothing where leaving costs nothing. */
  readonly underWay: () => string | undefined;
  /**
   * Asks the user whether to leave all the same.
   * @param signal takes the question back
   */
  readonly ask: (what: string, signal: AbortSignal) => Promise<boolean>;
  /** Stops what runs, keeps what was measured; resolves within a bounded time. */
  readonly close: () => Promise<void>;
  /** Ends all children at once. */
  readonly force: () => void;
  /** Ends the app. */
  readonly exit: (code: number) => void;
  /** The exit code where a user closes the window or quits. */
  readonly closedCode: number;
}

export class Door {
  readonly #options: DoorOptions;
  #question: AbortController | undefined;
  #leaving = false;

  constructor(options: DoorOptions) {
    this.#options = options;
  }

  /** Whether the app is closing down. */
  get leaving(): boolean {
    return this.#leaving;
  }

  /** A user wants to leave: asked first where something is under way, and once. */
  request(): void {
    if (this.#leaving || this.#question !== undefined) return;
    const what = this.#options.underWay();
    if (what === undefined) {
      this.leave(this.#options.closedCode);
      return;
    }
    void this.#askFirst(what);
  }

  async #askFirst(what: string): Promise<void> {
    const question = new AbortController();
    this.#question = question;
    let yes = false;
    try {
      yes = await this.#options.ask(what, question.signal);
    } catch (error) {
      // A question that can't be asked must not keep the app open.
      logBug('question', error);
      yes = true;
    }
    this.#question = undefined;
    if (yes) this.leave(this.#options.closedCode);
  }

  /** Closes down without asking, then ends the app with this code. The first call counts. */
  leave(code: number): void {
    if (this.#leaving) return;
    this.#leaving = true;
    this.#question?.abort();
    this.#options
      .close()
      .catch((error: unknown) => {
        logBug('quit', error);
        this.#options.force();
      })
      .finally(() => this.#options.exit(code));
  }

  /** Asked by the system: leaves without a question; asked again, at once. */
  leaveOnSignal(code: number): void {
    if (!this.#leaving) {
      this.leave(code);
      return;
    }
    this.#options.force();
    this.#options.exit(code);
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Leads every exit of the app through this one path. After the app is ready. */
export function leadToDoor(door: Door, window: BrowserWindow): void {
  app.on('before-quit', (event) => {
    event.preventDefault();
    door.request();
  });
  window.on('close', (event) => {
    event.preventDefault();
    door.request();
  });
  // A window that is gone can't be asked in.
  app.on('window-all-closed', () => door.leave(0));
  // Packaged there is no menu whose key this would be.
  window.webContents.on('before-input-event', (event, { type, key, control, meta, alt, shift }) => {
    const command = process.platform === 'darwin' ? meta : control;
    if (type !== 'keyDown' || !command || alt || shift || key.toLowerCase() !== 'q') return;
    event.preventDefault();
    door.request();
  });
  for (const signal of signals) {
    process.on(signal, () => door.leaveOnSignal(128 + constants.signals[signal]));
  }
  // The session ends: nobody may be there to answer. Windows tells the window, others tell here.
  window.on('query-session-end', () => door.leave(0));
  window.on('session-end', () => door.leave(0));
  if (process.platform !== 'win32') {
    powerMonitor.on('shutdown', (...told: readonly unknown[]) => {
      delay(told[0]);
      door.leave(0);
    });
  }
}

/** The types leave it out: an event whose default is that the system does not wait. */
function delay(event: unknown): void {
  if (typeof event !== 'object' || event === null || !('preventDefault' in event)) return;
  if (typeof event.preventDefault === 'function') event.preventDefault();
}

/**
 * What nobody caught ends the app, loudly and with its children: Electron's own dialog would wait
 * for a click that may never come. Output that nobody reads any more is no such thing.
 */
export function endOnUncaught(force: () => void): void {
  const end = (what: string) => (error: unknown) => {
    logBug(what, error);
    force();
    app.exit(1);
  };
  process.on('uncaughtException', end('uncaughtException'));
  process.on('unhandledRejection', end('unhandledRejection'));
  const unread = (): undefined => undefined;
  process.stdout.on('error', unread);
  process.stderr.on('error', unread);
}
