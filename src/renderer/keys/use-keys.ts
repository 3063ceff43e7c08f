// The window's one keyboard listener: components register what a shortcut does while they are shown.
import { onBeforeUnmount, onMounted, toValue, type MaybeRefOrGetter } from 'vue';
import { holdsCommand, matches, shortcutIds, type ShortcutId } from './key-map';

/** Does what the shortcut is for; false where it does not count at this moment. */
export type KeyAction = (key: string, event: KeyboardEvent) => boolean | void;
export type KeyActions = Readonly<Partial<Record<ShortcutId, KeyAction>>>;

interface Registered {
  readonly actions: KeyActions;
  readonly within: () => Element | null | undefined;
  readonly isLocal: boolean;
}

/** The last that came is asked first: it stands in front. */
const registered: Registered[] = [];

/** Returns whether the user writes text there. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input:not([type=radio], [type=range]), textarea, select, [contenteditable]') !==
      null
  );
}

/** Returns whether the key presses what has the focus: Space and Enter on a button are the button's. */
function pressesFocus({ key, target }: KeyboardEvent): boolean {
  if (key !== ' ' && key !== 'Enter') return false;
  return target instanceof Element && target.closest('button, a, summary') !== null;
}

const isInside = ({ isLocal, within }: Registered, { target }: KeyboardEvent): boolean =>
  !isLocal || (target instanceof Node && (within()?.contains(target) ?? false));

function dispatch(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  if (!holdsCommand(event) && (isTyping(event.target) || pressesFocus(event))) return;
  // Under an open dialog nothing is meant but the dialog.
  const only: readonly ShortcutId[] =
    document.querySelector('dialog[open]') === null ? shortcutIds : ['help'];
  for (const one of [...registered].reverse()) {
    if (!isInside(one, event)) continue;
    for (const id of only) {
      const action = one.actions[id];
      const key = action === undefined ? undefined : matches(id, event);
      if (key === undefined || action?.(key, event) === false) continue;
      event.preventDefault();
      return;
    }
  }
}

/** Returns the shortcuts that do something in what is shown, wherever the focus is. */
export function shortcutsNow(): readonly ShortcutId[] {
  const anywhere = registered.filter(({ isLocal }) => !isLocal);
  return shortcutIds.filter((id) => anywhere.some(({ actions }) => actions[id] !== undefined));
}

/** Does what a key of the shortcut does; false where nothing does it at this moment. */
export function perform(id: ShortcutId, key: string): boolean {
  const event = new KeyboardEvent('keydown', { key });
  return registered
    .filter(({ isLocal }) => !isLocal)
    .reverse()
    .some(({ actions }) => actions[id] !== undefined && actions[id](key, event) !== false);
}

function register(one: Registered): () => void {
  if (registered.length === 0) window.addEventListener('keydown', dispatch);
  registered.push(one);
  return () => {
    registered.splice(registered.indexOf(one), 1);
    if (registered.length === 0) window.removeEventListener('keydown', dispatch);
  };
}

/**
 * Has shortcuts do this while the component is shown.
 * @param within the element that must hold the focus; anywhere in the window where it is left out
 */
export function useKeys(
  actions: KeyActions,
  within?: MaybeRefOrGetter<Element | null | undefined>,
): void {
  let end = (): void => undefined;
  onMounted(() => {
    end = register({ actions, isLocal: within !== undefined, within: () => toValue(within) });
  });
  onBeforeUnmount(() => end());
}
