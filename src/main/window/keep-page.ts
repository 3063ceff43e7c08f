// The window's page: loaded, and loaded again where its process crashes or stops answering. What
// runs goes on in the main process meanwhile, and the page is shown again what there is.
import { message } from '@present/messages/message';
import { nowNs } from '@engine/clock';
import type { BrowserWindow } from 'electron';
import { setTimeout as wait } from 'node:timers/promises';
import { logLine } from '../base/log';

/** A page that crashes more often than this within the time is given up. */
const maxCrashes = 3;
const withinMs = 60_000;
const crashToldWithinMs = 500;

export interface PageOptions {
  readonly window: BrowserWindow;
  readonly address: string;
  /** Its document is there, at first and after each reload. */
  readonly onLoaded: () => void;
  /** Its process is gone; it is being loaded again unless `onLost` follows. */
  readonly onCrash: (reason: string) => void;
  /** It can't be shown; `again` tries once more. */
  readonly onLost: (why: string, again: () => void) => void;
  /**
   * It does not answer: whether to load it again.
   * @param signal aborts when it answers again
   */
  readonly askToReload: (signal: AbortSignal) => Promise<boolean>;
}

/** The same page without what it had open, which may be what it crashes at. */
export function plainAddress(address: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}plain`;
}

/** Counts crashes: how many there were lately, this one among them. */
export class CrashCount {
  #at: readonly number[] = [];

  /** @param nowMs any clock in ms */
  add(nowMs: number): number {
    this.#at = [...this.#at.filter((at) => at > nowMs - withinMs), nowMs];
    return this.#at.length;
  }

  /** Whether so many are too many. */
  static isLoop(lately: number): boolean {
    return lately > maxCrashes;
  }
}

/** Loads the page and keeps it. */
export function keepPage(options: PageOptions): void {
  const { window, address, onLoaded, onCrash, onLost } = options;
  const { webContents } = window;
  const crashes = new CrashCount();

  /** How often it was loaded: what failed in an earlier load does not count. */
  let loads = 0;

  async function load(from: string): Promise<void> {
    if (window.isDestroyed()) return;
    loads += 1;
    const mine = loads;
    try {
      await window.loadURL(from);
    } catch (error) {
      // A crash while it loads is reported as one, a little later, and it is loaded anew.
      await wait(crashToldWithinMs);
      if (window.isDestroyed() || mine !== loads) return;
      logLine(message('window-not-loaded-why', { why: String(error) }));
      onLost(message('window-not-loaded'), again);
    }
  }
  const again = (): void => void load(plainAddress(address));

  webContents.on('dom-ready', onLoaded);
  webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit') return;
    const lately = crashes.add(Number(nowNs() / 1_000_000n));
    logLine(message('window-gone-log', { reason }));
    onCrash(reason);
    if (CrashCount.isLoop(lately)) {
      const why = message('window-failed-often', { count: lately });
      loads += 1;
      onLost(why, again);
      return;
    }
    // Again and again: what it had open may be the cause.
    void load(lately < maxCrashes ? address : plainAddress(address));
  });
  watchAnswers(options);
  void load(address);
}

/** Asks what to do about a page that does not answer, until it does. */
function watchAnswers({ window, askToReload }: PageOptions): void {
  const { webContents } = window;
  let question: AbortController | undefined;
  webContents.on('unresponsive', () => {
    if (question !== undefined) return;
    const asked = new AbortController();
    question = asked;
    logLine(message('window-silent'));
    const settle = (reload: boolean): void => {
      const answered = asked.signal.aborted;
      if (question === asked) question = undefined;
      // Its process is gone after this, and the page is loaded again as after a crash.
      if (reload && !answered && !window.isDestroyed()) webContents.forcefullyCrashRenderer();
    };
    askToReload(asked.signal).then(settle, () => settle(false));
  });
  const over = (): void => {
    question?.abort();
    question = undefined;
  };
  webContents.on('responsive', over);
  webContents.on('render-process-gone', over);
}
