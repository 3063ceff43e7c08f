// Detects whether a user may be looking: a window that is hidden, or has long been behind others, need not show
// what happens.
import { after } from './frame';

/** A window may be looked at while another has the keyboard, but not for long. */
const blurredMs = 60_000;

/**
 * Tells when the window is no longer attended, and when it is again.
 * @returns how to end it
 */
export function followAttention(tell: (attended: boolean) => void): () => void {
  let attended = true;
  let cancel = (): void => undefined;

  function set(next: boolean): void {
    cancel();
    if (next === attended) return;
    attended = next;
    tell(next);
  }
  const onVisibility = (): void => set(document.visibilityState === 'visible');
  const onFocus = (): void => set(true);
  const onBlur = (): void => {
    cancel();
    cancel = after(blurredMs, () => set(false));
  };
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('focus', onFocus);
  window.addEventListener('blur', onBlur);
  return () => {
    cancel();
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('focus', onFocus);
    window.removeEventListener('blur', onBlur);
  };
}
