// The page of the window probe: something moves, and every frame of it is noted.
// Main calls `frames` and `busy` of it; nothing else runs here.

/** When watching began, then the times of the frames drawn, from `performance.now()`, in ms. */
type Frames = readonly number[];

function watchFrames(forMs: number): Promise<Frames> {
  const moving = document.getElementById('moving');
  const from = performance.now();
  const times = [from];
  return new Promise((resolve) => {
    const draw = (): void => {
      const now = performance.now();
      times.push(now);
      if (moving !== null) moving.style.transform = `translateX(${times.length % 100}px)`;
      if (now - from < forMs) requestAnimationFrame(draw);
      else resolve(times);
    };
    requestAnimationFrame(draw);
  });
}

/** Keeps the page's own thread busy, in one go, after `afterMs`. */
function busy(afterMs: number, forMs: number): void {
  setTimeout(() => {
    const until = performance.now() + forMs;
    while (performance.now() < until);
  }, afterMs);
}

Object.assign(window, { corelaneProbe: { frames: watchFrames, busy } });
