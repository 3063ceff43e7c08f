// The page of the window probe: something moves all the time, and the frames are noted when asked.
// Main calls `frames` and `busy` of it; nothing else runs here.

/** Told of every frame, from `performance.now()`, in ms. */
let onFrame: (atMs: number) => void = () => undefined;

const moving = document.getElementById('moving');

function draw(step: number): void {
  if (moving !== null) moving.style.transform = `translateX(${step % 100}px)`;
  onFrame(performance.now());
  requestAnimationFrame(() => draw(step + 1));
}

/** Resolves with when watching began, then the times of the frames drawn within the time, in ms. */
function watchFrames(forMs: number): Promise<readonly number[]> {
  const from = performance.now();
  const times = [from];
  return new Promise((resolve) => {
    onFrame = (at) => {
      times.push(at);
      if (at - from < forMs) return;
      onFrame = () => undefined;
      resolve(times);
    };
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
requestAnimationFrame(() => draw(0));
