// What a person does on a picture, in the picture's own pixels; the pictures say what it means.

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
}

/** What a picture takes; what it leaves out it does not react to. */
export interface ChartInput {
  /** The pointer rests here; undefined once it has left. */
  hover?(point: Point | undefined): void;
  /** Whether a press takes hold of something; then `drag` follows until the release. */
  grab?(point: Point): boolean;
  drag?(point: Point): void;
  /** A click. */
  pick?(point: Point): void;
  wheel?(turn: WheelTurn): void;
  /** An arrow key. A picture that takes them can have the focus. */
  step?(direction: Direction): void;
  /** Page down (1) or page up (-1). */
  page?(by: 1 | -1): void;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const pages: Readonly<Record<string, 1 | -1>> = { PageDown: 1, PageUp: -1 };

/** Hands a key to the picture. Whether it was one of its keys. */
export function takeKey(input: ChartInput, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const [direction, page] = [directions[event.key], pages[event.key]];
  if (direction !== undefined && input.step !== undefined) input.step(direction);
  else if (page !== undefined && input.page !== undefined) input.page(page);
  else return false;
  return true;
}
