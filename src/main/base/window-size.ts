// Defines the size of the window's page.

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

export const defaultSize: WindowSize = { width: 1440, height: 900 };

/** Below this the layout does not hold. */
export const minSize: WindowSize = { width: 1024, height: 700 };
