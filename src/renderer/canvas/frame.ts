// The window's one drawing clock and the only owner of requestAnimationFrame. Nothing is asked for
// while nothing has changed. What a user does is drawn with the screen's next frame; live data is drawn by a timer,
// for a frame of the page costs more than the drawing, and words about it change more rarely.

/** What the loop needs of the browser; tests give their own. */
export interface FrameClock {
  /** Monotonic milliseconds. */
  now(): number;
  frame(callback: () => void): number;
  timer(callback: () => void, delayMs: number): number;
  /** Nobody can see the window: pictures wait for a frame, which comes when it is shown again. */
  hidden(): boolean;
}

/** Why something must be drawn again: a user does not wait, new data waits for its turn, words about it longest. */
export type Cause = 'user' | 'data' | 'words';

type Draw = (cause: Cause) => void;

export interface FrameLayer {
  /** Asks for one drawing; asking again before it costs nothing. */
  wake(cause: Cause): void;
  remove(): void;
}

/** The most pictures per second, by cause. */
export interface Rates {
  readonly data: number;
  readonly words: number;
}

const userRate = 60;
/** Of so many pictures the quickest says what drawing takes: the others had to wait for a core. */
const lately = 8;

/** What waits to be drawn for one cause, no more often than its rate. */
class Turn {
  readonly stale = new Set<Draw>();
  rate: number;
  drawnAt = Number.NEGATIVE_INFINITY;
  asked = false;

  constructor(rate: number) {
    this.rate = rate;
  }

  /** Milliseconds until it may draw again. */
  waitMs(now: number): number {
    return Math.max(0, this.drawnAt + 1000 / this.rate - now);
  }
}

export class FrameLoop {
  readonly #clock: FrameClock;
  readonly #turns: Readonly<Record<Cause, Turn>> = {
    user: new Turn(userRate),
    data: new Turn(30),
    words: new Turn(4),
  };
  readonly #lastMs: number[] = [];

  constructor(clock: FrameClock) {
    this.#clock = clock;
  }

  setRates({ data, words }: Rates): void {
    this.#turns.data.rate = data;
    this.#turns.words.rate = words;
  }

  /** Milliseconds of a core that drawing a picture has taken lately; undefined before the first. */
  get drawMs(): number | undefined {
    return this.#lastMs.length === 0 ? undefined : Math.min(...this.#lastMs);
  }

  /** Adds something that draws itself when it is woken; it is told why. */
  add(draw: Draw): FrameLayer {
    return {
      wake: (cause) => {
        const turn = this.#turns[cause];
        turn.stale.add(draw);
        this.#schedule(cause, turn);
      },
      remove: () => this.#forget(draw),
    };
  }

  #forget(draw: Draw): void {
    for (const turn of Object.values(this.#turns)) turn.stale.delete(draw);
  }

  #schedule(cause: Cause, turn: Turn): void {
    if (turn.asked) return;
    turn.asked = true;
    const draw = (): void => this.#draw(cause, turn);
    const byFrame = (): void => void this.#clock.frame(draw);
    const waitMs = turn.waitMs(this.#clock.now());
    if (cause !== 'user')
      this.#clock.timer(() => (this.#clock.hidden() ? byFrame() : draw()), waitMs);
    else if (waitMs > 0) this.#clock.timer(byFrame, waitMs);
    else byFrame();
  }

  #draw(cause: Cause, turn: Turn): void {
    turn.asked = false;
    if (turn.stale.size === 0) return;
    turn.drawnAt = this.#clock.now();
    for (const draw of [...turn.stale]) {
      this.#forget(draw);
      draw(cause);
    }
    if (cause !== 'words') this.#noteDraw(this.#clock.now() - turn.drawnAt);
  }

  #noteDraw(ms: number): void {
    this.#lastMs.push(ms);
    if (this.#lastMs.length > lately) this.#lastMs.shift();
  }
}

const browserClock: FrameClock = {
  now: () => performance.now(),
  frame: (callback) => requestAnimationFrame(callback),
  timer: (callback, delayMs) => window.setTimeout(callback, delayMs),
  hidden: () => document.visibilityState === 'hidden',
};

/** The window's loop. */
export const frameLoop = new FrameLoop(browserClock);

/** Milliseconds on the window's monotonic clock: for elapsed time on screen, not for measuring. */
export function nowMs(): number {
  return browserClock.now();
}

/**
 * Calls `read` whenever `onTouch`'s owner has new data and words have their turn: for what stands beside a
 * picture. Returns how to end it.
 */
export function readWithFrames(
  onTouch: (listener: () => void) => () => void,
  read: () => void,
): () => void {
  const layer = frameLoop.add(read);
  const stop = onTouch(() => layer.wake('words'));
  return () => {
    stop();
    layer.remove();
  };
}

/** Calls back every `periodMs`: for figures that change a few times a second. Returns how to end it. */
export function every(periodMs: number, callback: () => void): () => void {
  const id = window.setInterval(callback, periodMs);
  return () => window.clearInterval(id);
}

/** Calls back once, `delayMs` from now. Returns how to call it off. */
export function after(delayMs: number, callback: () => void): () => void {
  const id = window.setTimeout(callback, delayMs);
  return () => window.clearTimeout(id);
}
