// The window's first code: lets the frame of the window be painted, then loads everything else.

/** A window that is hidden paints nothing; its code starts all the same. */
const paintWithinMs = 400;

/** Resolves when something has been painted, or will not be soon. */
async function firstPaint(): Promise<void> {
  await new Promise<void>((resolve) => {
    new PerformanceObserver(() => resolve()).observe({ type: 'paint', buffered: true });
    setTimeout(resolve, paintWithinMs);
  });
}

void firstPaint().then(() => import('./start'));
