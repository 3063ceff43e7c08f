// Reads pointer and keys on a picture, in the picture's own pixels; the pictures decide what they do.

/** A place on the canvas, in CSS pixels from its corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** A turn of the wheel at a place. */
export interface WheelTurn extends Point {
  readonly deltaX: number;
  readonly deltaY: number;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Two fingers on a trackpad, drawn together or apart. */
  readonly pinch: boolean;
}

/** What a picture takes; what it leaves out it does not react to. */
export interface ChartInput {
  /** The pointer rests here; undefined once it has left. */
  hover?(point: Point | undefined): void;
  /** Whether a press takes hold of something; then `drag` follows until the release. */
  grab?(point: Point, shift: boolean): boolean;
  drag?(point: Point): void;
  /** A click. */
  pick?(point: Point): void;
  wheel?(turn: WheelTurn): void;
  /** An arrow key. A picture that takes them can have the focus. */
  step?(direction: Direction, shift: boolean): void;
  /** Page down (1) or page up (-1). */
  page?(by: 1 | -1): void;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The direction of an arrow key. */
export function directionOf(key: string): Direction {
  return directions[key] ?? 'right';
}
