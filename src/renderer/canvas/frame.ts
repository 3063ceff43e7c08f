// The window's one drawing clock and the only owner of requestAnimationFrame. Nothing is asked for
// while nothing has changed; live data is drawn at a bounded rate, a user's input sooner.

/** What the loop needs of the browser; tests give their own. */
export interface FrameClock {
  /** Monotonic milliseconds. */
  now(): number;
  frame(callback: () => void): number;
  timer(callback: () => void, delayMs: number): number;
  cancelTimer(id: number): void;
}

/** Why something must be drawn again: new data waits for its turn, a user does not. */
export type Cause = 'data' | 'user';

export interface FrameLayer {
  /** Asks for one drawing; asking again before it costs nothing. */
  wake(cause: Cause): void;
  remove(): void;
}

const userRate = 60;
/** Weight of the newest frame in what drawing has taken lately. */
const lately = 0.2;

export class FrameLoop {
  readonly #clock: FrameClock;
  readonly #stale = new Set<() => void>();
  #rate = 30;
  #drawMs: number | undefined;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #dueAt = Number.POSITIVE_INFINITY;
  #timer: number | undefined;
  #frame: number | undefined;

  constructor(clock: FrameClock) {
    this.#clock = clock;
  }

  /** Maximum frames per second for live data. */
  setRate(rate: number): void {
    this.#rate = rate;
  }

  /** Milliseconds that drawing a frame has taken lately; undefined before the first. */
  get drawMs(): number | undefined {
    return this.#drawMs;
  }

  /** Adds something that draws itself when it is woken. */
  add(draw: () => void): FrameLayer {
    return {
      wake: (cause) => {
        this.#stale.add(draw);
        this.#schedule(cause);
      },
      remove: () => this.#stale.delete(draw),
    };
  }

  #schedule(cause: Cause): void {
    if (this.#frame !== undefined) return;
    const dueAt = this.#drawnAt + 1000 / (cause === 'user' ? userRate : this.#rate);
    if (this.#timer !== undefined) {
      if (dueAt >= this.#dueAt) return;
      this.#clock.cancelTimer(this.#timer);
      this.#timer = undefined;
    }
    this.#dueAt = dueAt;
    const wait = dueAt - this.#clock.now();
    if (wait <= 0) this.#ask();
    else this.#timer = this.#clock.timer(() => this.#ask(), wait);
  }

  #ask(): void {
    this.#timer = undefined;
    this.#frame = this.#clock.frame(() => {
      this.#frame = undefined;
      this.#drawnAt = this.#clock.now();
      const draws = [...this.#stale];
      this.#stale.clear();
      for (const draw of draws) draw();
      this.#noteDraw(this.#clock.now() - this.#drawnAt);
    });
  }

  #noteDraw(ms: number): void {
    this.#drawMs = this.#drawMs === undefined ? ms : this.#drawMs + lately * (ms - this.#drawMs);
  }
}

const browserClock: FrameClock = {
  now: () => performance.now(),
  frame: (callback) => requestAnimationFrame(callback),
  timer: (callback, delayMs) => window.setTimeout(callback, delayMs),
  cancelTimer: (id) => window.clearTimeout(id),
};

/** The window's loop. */
export const frameLoop = new FrameLoop(browserClock);

/** Milliseconds on the window's monotonic clock: for elapsed time on screen, not for measuring. */
export function nowMs(): number {
  return browserClock.now();
}

/**
 * Calls `read` with the next picture whenever `onTouch`'s owner has new data: for words beside a
 * picture. Returns how to end it.
 */
export function readWithFrames(
  onTouch: (listener: () => void) => () => void,
  read: () => void,
): () => void {
  const layer = frameLoop.add(read);
  const stop = onTouch(() => layer.wake('data'));
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
