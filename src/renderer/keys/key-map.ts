// Every shortcut of the window in one list: what the keys do, the hints beside buttons and the help
// sheet are made of it. A key without Ctrl does nothing while somebody types.
import { message, type MessageArguments, type MessageId } from '@present/messages/message';

/** The parts of the help sheet, in its order. */
export const keyScreens = [
  'everywhere',
  'lab',
  'live',
  'timeline',
  'race',
  'results',
  'break-even',
  'claims',
] as const;
export type KeyScreen = (typeof keyScreens)[number];

/** A text that takes no values. */
type PlainId = { [Id in MessageId]: MessageArguments<Id> extends [] ? Id : never }[MessageId];

interface Shortcut {
  /** Where it stands in the help sheet; some count on two screens. */
  readonly screens: readonly KeyScreen[];
  /** As `KeyboardEvent.key` calls it, after `Ctrl+` or `Ctrl+Shift+` where that is held; the first is the hint. */
  readonly keys: readonly string[];
  readonly text: PlainId;
  /** Its keys do different things: to the left and to the right. */
  readonly each?: true;
}

const shortcuts = {
  place: {
    screens: ['everywhere'],
    keys: ['Ctrl+1', 'Ctrl+2', 'Ctrl+3', 'Ctrl+4', 'Ctrl+5'],
    text: 'keys-place',
  },
  palette: { screens: ['everywhere'], keys: ['Ctrl+K'], text: 'keys-palette' },
  settings: { screens: ['everywhere'], keys: ['Ctrl+,'], text: 'keys-settings' },
  help: { screens: ['everywhere'], keys: ['?'], text: 'keys-help' },
  run: { screens: ['lab'], keys: ['Ctrl+Enter'], text: 'keys-run' },
  undo: { screens: ['lab'], keys: ['Ctrl+Z'], text: 'keys-undo' },
  redo: { screens: ['lab'], keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], text: 'keys-redo' },
  'stop-run': { screens: ['live'], keys: ['Escape'], text: 'keys-stop-run' },
  follow: { screens: ['live'], keys: ['F'], text: 'keys-follow' },
  freeze: { screens: ['live'], keys: [' '], text: 'keys-freeze' },
  whole: { screens: ['live', 'timeline'], keys: ['0'], text: 'keys-whole' },
  table: {
    screens: ['live', 'timeline', 'race', 'results', 'break-even'],
    keys: ['T'],
    text: 'keys-table',
  },
  'zoom-in': { screens: ['live', 'timeline'], keys: ['W', '+', '='], text: 'keys-zoom-in' },
  'zoom-out': { screens: ['live', 'timeline'], keys: ['-', '_'], text: 'keys-zoom-out' },
  pan: { screens: ['live', 'timeline'], keys: ['A', 'D'], text: 'keys-pan', each: true },
  marker: { screens: ['live', 'timeline'], keys: ['M'], text: 'keys-marker' },
  unmark: { screens: ['live', 'timeline'], keys: ['X'], text: 'keys-unmark' },
  slowest: { screens: ['live', 'timeline'], keys: ['S'], text: 'keys-slowest' },
  step: {
    screens: ['live', 'timeline', 'break-even'],
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
    text: 'keys-step',
  },
  lanes: { screens: ['live', 'timeline'], keys: ['L'], text: 'keys-lanes' },
  'collapse-lane': { screens: ['live', 'timeline'], keys: ['C'], text: 'keys-collapse-lane' },
  'pin-lane': { screens: ['live', 'timeline'], keys: ['P'], text: 'keys-pin-lane' },
  'hide-lane': { screens: ['live', 'timeline'], keys: ['H'], text: 'keys-hide-lane' },
  page: { screens: ['live', 'timeline'], keys: ['PageUp', 'PageDown'], text: 'keys-page' },
  'race-play': { screens: ['race'], keys: [' '], text: 'keys-race-play' },
  'race-step': { screens: ['race'], keys: [',', '.'], text: 'keys-race-step', each: true },
  'race-ends': {
    screens: ['race'],
    keys: ['Home', 'End'],
    text: 'keys-race-ends',
    each: true,
  },
  export: { screens: ['race', 'results', 'claims'], keys: ['Ctrl+E'], text: 'keys-export' },
  'next-claim': { screens: ['claims'], keys: ['ArrowDown', 'ArrowUp'], text: 'keys-next-claim' },
  'first-claim': { screens: ['claims'], keys: ['Home', 'End'], text: 'keys-first-claim' },
  'try-claim': { screens: ['claims'], keys: ['R', 'Enter'], text: 'keys-try-claim' },
  'stop-claims': { screens: ['claims'], keys: ['Escape'], text: 'keys-stop-claims' },
} as const satisfies Readonly<Record<string, Shortcut>>;

export type ShortcutId = keyof typeof shortcuts;

/** All shortcuts by their ids. */
export const keyMap: Readonly<Record<ShortcutId, Shortcut>> = shortcuts;
/** The ids in the order of the list. */
export const shortcutIds = Object.keys(shortcuts) as readonly ShortcutId[];

/** On a Mac the command key does what Ctrl does elsewhere. */
const onMac = /mac os/i.test(navigator.userAgent);

const names: Readonly<Record<string, PlainId>> = {
  ' ': 'key-space',
  Ctrl: onMac ? 'key-command' : 'key-ctrl',
  Shift: 'key-shift',
  Enter: 'key-enter',
  Escape: 'key-escape',
  Home: 'key-home',
  End: 'key-end',
  PageUp: 'key-page-up',
  PageDown: 'key-page-down',
};
const arrows: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** The keys as a user reads them: `Ctrl E`. */
export function keyText(keys: string): string {
  return keys
    .split(/(?<=Ctrl|Shift)\+/)
    .map((key) => arrows[key] ?? (names[key] === undefined ? key : message(names[key])))
    .join(' ');
}

/** The hint beside a button: the shortcut's first key, or its key at `index`. */
export function hintOf(id: ShortcutId, index = 0): string {
  return keyText(keyMap[id].keys[index] ?? '');
}

/** Returns what the shortcut does, in words. */
export function shortcutText(id: ShortcutId): string {
  return message(keyMap[id].text);
}

/** Returns whether Ctrl is held, or on a Mac the command key. */
export const holdsCommand = (event: KeyboardEvent, mac = onMac): boolean =>
  mac ? event.metaKey : event.ctrlKey;

/** Returns which of the shortcut's keys was pressed; undefined for another key. */
export function matches(id: ShortcutId, event: KeyboardEvent, mac = onMac): string | undefined {
  if ((mac ? event.ctrlKey : event.metaKey) || event.altKey) return undefined;
  const isLetter = /^\p{L}$/u.test(event.key);
  const pressed = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const withShift = event.shiftKey && isLetter ? `Ctrl+Shift+${pressed}` : `Ctrl+${pressed}`;
  const wanted = holdsCommand(event, mac) ? withShift : pressed;
  return keyMap[id].keys.find((key) => key === wanted);
}
