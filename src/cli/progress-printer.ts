// Progress on a terminal: one line written over again; elsewhere a plain line for each trial.
import { cutToColumns } from '@present/locale/text-columns';
import { ProgressText } from '@present/words/progress';
import { cleanMultiline } from '@report/base/clean-text';
import type { LiveEvent } from '@shared/report/live';

/** Where the lines go; a terminal has columns and can write over a line. */
export interface Screen {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const eraseLine = '\r\u001B[K';

export class ProgressPrinter {
  readonly #text = new ProgressText();
  readonly #screen: Screen;
  #lastStatus = '';

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  /** Takes an event and shows what it changes. */
  follow(event: LiveEvent): void {
    const line = this.#text.follow(event);
    const terminal = this.#screen.isTTY === true;
    if (line !== undefined && !(terminal && isOrdinary(event))) this.say(line);
    if (terminal) this.#showStatus(this.#text.status() ?? '');
  }

  /** Prints a line that stays. */
  say(line: string): void {
    this.#showStatus('');
    this.#screen.write(`${cleanMultiline(line)}\n`);
  }

  #showStatus(status: string): void {
    const shown = cutToColumns(status, Math.max(0, (this.#screen.columns || 80) - 1));
    if (shown === this.#lastStatus) return;
    this.#lastStatus = shown;
    this.#screen.write(`${eraseLine}${shown}`);
  }
}

/** Returns what goes as it should needs no line of its own where there is a status line. */
function isOrdinary(event: LiveEvent): boolean {
  const { type } = event;
  return (
    type === 'planned' ||
    type === 'break-even' ||
    (type === 'trial-end' && event.end.status === 'ok')
  );
}
