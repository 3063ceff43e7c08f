// Where the window stands: kept from one start to the next, and put where it can be seen. Pure.

export interface ScreenArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The window as it was last: its bounds while it is not maximised. */
export interface WindowPlacement extends ScreenArea {
  readonly maximised: boolean;
}

/** So much of the window's head must lie on a display for it to be taken hold of, in px. */
const grip = { width: 120, height: 30 } as const;

const largest = 32_768;

/** Returns the placement in a text that was kept; nothing where it is none. */
export function readPlacement(text: string): WindowPlacement | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { x, y, width, height, maximised } = value as Readonly<Record<string, unknown>>;
  if (!isPx(x) || !isPx(y) || !isPx(width) || !isPx(height)) return undefined;
  if (width <= 0 || height <= 0) return undefined;
  return { x, y, width, height, maximised: maximised === true };
}

const isPx = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(value as number) <= largest;

/**
 * Returns the bounds for a window: as they were, or on the first display, centred and no larger than it, where the
 * display that it was on is gone.
 * @param displays the work areas of the displays, the primary one first
 */
export function boundsOn(kept: ScreenArea, displays: readonly ScreenArea[]): ScreenArea {
  const { x, y, width, height } = kept;
  const head = { x, y, width, height: grip.height };
  const [primary] = displays;
  if (primary === undefined || displays.some((area) => isHeldIn(head, area))) {
    return { x, y, width, height };
  }
  const size = {
    width: Math.min(width, primary.width),
    height: Math.min(height, primary.height),
  };
  return {
    ...size,
    x: primary.x + Math.round((primary.width - size.width) / 2),
    y: primary.y + Math.round((primary.height - size.height) / 2),
  };
}

function isHeldIn(head: ScreenArea, area: ScreenArea): boolean {
  const across = Math.min(head.x + head.width, area.x + area.width) - Math.max(head.x, area.x);
  const down = Math.min(head.y + head.height, area.y + area.height) - Math.max(head.y, area.y);
  return across >= Math.min(grip.width, head.width) && down >= grip.height;
}
