// Where the race's clock stands, and how it moves: the state behind the controls, outside Vue.

export class RacePlayer {
  #atNs = 0;
  #endNs: number;
  /** The window's clock when the race's was moved last; undefined while it is held. */
  #movedMs: number | undefined;

  /** @param endNs where the axis ends, and the clock with it */
  constructor(endNs: number) {
    this.#endNs = endNs;
  }

  /** ns from the race's zero. */
  get atNs(): number {
    return this.#atNs;
  }

  get playing(): boolean {
    return this.#movedMs !== undefined;
  }

  get atEnd(): boolean {
    return this.#atNs >= this.#endNs;
  }

  /** Another end; the clock keeps its place where the axis still has it. */
  setEnd(endNs: number): void {
    this.#endNs = endNs;
    this.seek(this.#atNs);
  }

  /** Goes on from where it stands, from the start where it stands at the end. */
  play(nowMs: number): void {
    if (this.atEnd) this.#atNs = 0;
    this.#movedMs = nowMs;
  }

  pause(): void {
    this.#movedMs = undefined;
  }

  /** Sets the clock, within the axis; it plays on if it played, but for the end. */
  seek(atNs: number): void {
    this.#atNs = Math.min(this.#endNs, Math.max(0, atNs));
    if (this.atEnd) this.pause();
  }

  /**
   * Moves the clock while it plays.
   * @param nowMs the window's clock
   * @param speed race time by real time: 1 as it was, less than that is slowed
   */
  advance(nowMs: number, speed: number): void {
    if (this.#movedMs === undefined) return;
    const passedMs = Math.max(0, nowMs - this.#movedMs);
    this.#movedMs = nowMs;
    this.seek(this.#atNs + passedMs * 1e6 * speed);
  }
}

/** Speeds to choose from; `fit` lets the axis pass in some seconds. */
export const speeds = ['fit', '0.1', '0.25', '0.5', '1', '2', '5'] as const;
export type Speed = (typeof speeds)[number];

/** How long a fitted race plays. */
const fitSeconds = 6;
/** Axes of these lengths are watched as they were. */
const watchable = { leastNs: 1.5e9, mostNs: 12e9 } as const;

/** Race time by real time. */
export function factorOf(speed: Speed, axisNs: number): number {
  return speed === 'fit' ? axisNs / (fitSeconds * 1e9) : Number(speed);
}

/** True speed where the race can be followed at it, else one that fits. */
export function firstSpeed(axisNs: number): Speed {
  return axisNs >= watchable.leastNs && axisNs <= watchable.mostNs ? '1' : 'fit';
}
