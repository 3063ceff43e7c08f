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
