// Brings an element into view: scrolls to it, gives it the focus, and outlines it for a moment.

const outlineMs = 1600;

/** Returns whether an element with this id is there. */
export function isThere(id: string | undefined): boolean {
  return id !== undefined && document.getElementById(id) !== null;
}

/** The nearest ancestor that scrolls. Others, with what they hide, stay where they are. */
function scrollerOf(element: HTMLElement): HTMLElement | undefined {
  for (let box = element.parentElement; box !== null; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return undefined;
}

function scrollToMiddle(element: HTMLElement): void {
  const box = scrollerOf(element);
  if (box === undefined) return;
  const above = element.getBoundingClientRect().top - box.getBoundingClientRect().top;
  const room = box.clientHeight - element.offsetHeight;
  box.scrollTop += above - Math.max(0, room / 2);
}

/** Reveals the first of these ids that is there. */
export function reveal(anchors: readonly string[]): void {
  const element = anchors.map((id) => document.getElementById(id)).find((found) => found !== null);
  if (element === undefined) return;
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  scrollToMiddle(element);
  element.focus({ preventScroll: true });
  const outline = { outline: '2px solid var(--ink)', outlineOffset: '2px' };
  element.animate([outline, outline], outlineMs);
}
