// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { defineComponent, h, ref } from 'vue';
import {
  hintOf,
  keyMap,
  keyScreens,
  matches,
  shortcutIds,
  shortcutText,
} from '@renderer/keys/key-map';
import { perform, shortcutsNow, useKeys, type KeyActions } from '@renderer/keys/use-keys';
import HelpSheet from '@renderer/shell/HelpSheet.vue';

const shown: VueWrapper[] = [];
const did: string[] = [];

/** A component with a field, a button and the keys. */
function show(actions: KeyActions, local = false): VueWrapper {
  const part = defineComponent(() => {
    const root = ref<HTMLElement>();
    useKeys(actions, local ? root : undefined);
    return () => h('div', { ref: root, tabindex: 0 }, [h('input'), h('button')]);
  });
  const wrapper = mount(part, { attachTo: document.body });
  shown.push(wrapper);
  return wrapper;
}

function press(key: string, held: KeyboardEventInit = {}, target: EventTarget = window): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

afterEach(() => {
  for (const one of shown.splice(0)) one.unmount();
  did.length = 0;
});

describe('the keys', () => {
  it('do what was registered, in either case, and nothing once it is gone', () => {
    const part = show({ follow: () => void did.push('follow') });
    expect([press('f'), press('F'), press('g')]).toEqual([true, true, false]);
    part.unmount();
    shown.length = 0;
    expect(press('f')).toBe(false);
    expect(did).toEqual(['follow', 'follow']);
  });

  it('need exactly the Ctrl that the map says', () => {
    show({ export: () => void did.push('export'), table: () => void did.push('table') });
    press('e');
    press('t', { ctrlKey: true });
    press('e', { ctrlKey: true, altKey: true });
    press('e', { ctrlKey: true });
    expect(did).toEqual(['export']);
  });

  it('tell Shift beside Ctrl and a letter, and on a Mac the command key', () => {
    const key = (name: string, held: KeyboardEventInit): KeyboardEvent =>
      new KeyboardEvent('keydown', { key: name, ...held });
    expect(matches('export', key('E', { ctrlKey: true, shiftKey: true }))).toBeUndefined();
    expect(matches('export', key('e', { metaKey: true }), true)).toBe('Ctrl+E');
    expect(matches('export', key('e', { ctrlKey: true }), true)).toBeUndefined();
  });

  it('are done by name as well, where something does them wherever the focus is', () => {
    show({ export: () => void did.push('export'), table: () => false });
    show({ follow: () => void did.push('follow') }, true);
    expect(shortcutsNow()).toEqual(['table', 'export']);
    expect([perform('export', 'Ctrl+E'), perform('table', 'T'), perform('follow', 'F')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(did).toEqual(['export']);
  });

  it('leave plain keys to a field that is typed in, and Space to a button', () => {
    const part = show({
      table: () => void did.push('table'),
      freeze: () => void did.push('freeze'),
      run: () => void did.push('run'),
    });
    press('t', {}, part.get('input').element);
    press(' ', {}, part.get('button').element);
    press('Enter', { ctrlKey: true }, part.get('input').element);
    press('t', {}, part.get('button').element);
    expect(did).toEqual(['run', 'table']);
  });

  it('ask who came last first, and go on where that one does not want them', () => {
    show({ 'stop-run': () => void did.push('below') });
    show({
      'stop-claims': () => {
        did.push('above');
        return did.length > 2;
      },
    });
    press('Escape');
    press('Escape');
    expect(did).toEqual(['above', 'below', 'above']);
  });

  it('count only within the element they belong to', () => {
    const part = show({ step: (key) => void did.push(key) }, true);
    press('ArrowUp');
    press('ArrowUp', {}, part.element);
    expect(did).toEqual(['ArrowUp']);
  });

  it('mean nothing under an open dialog', () => {
    show({ 'stop-run': () => void did.push('stop') });
    const dialog = document.createElement('dialog');
    dialog.setAttribute('open', '');
    document.body.append(dialog);
    press('Escape');
    dialog.remove();
    press('Escape');
    expect(did).toEqual(['stop']);
  });
});

describe('the key map', () => {
  it('gives no key twice on one screen', () => {
    for (const screen of keyScreens) {
      const keys = shortcutIds
        .filter((id) => keyMap[id].screens.some((one) => one === screen || one === 'everywhere'))
        .flatMap((id) => keyMap[id].keys);
      expect(keys).toEqual([...new Set(keys)]);
    }
  });

  it('writes keys as they stand on a keyboard', () => {
    expect(['export', 'freeze', 'stop-run', 'run'].map((id) => hintOf(id as 'run'))).toEqual([
      'Ctrl E',
      'Space',
      'Esc',
      'Ctrl Enter',
    ]);
    expect(hintOf('place', 2)).toBe('Ctrl 3');
  });
});

describe('the help sheet', () => {
  it('opens by ? with every shortcut of the map, and closes by it', async () => {
    const sheet = mount(HelpSheet, { attachTo: document.body });
    shown.push(sheet);
    expect(sheet.find('dialog').exists()).toBe(false);
    press('?', { shiftKey: true });
    await expect.poll(() => sheet.find('dialog[open]').exists()).toBe(true);
    for (const id of shortcutIds) expect(sheet.text()).toContain(shortcutText(id));
    expect(sheet.findAll('h3').map((head) => head.text())).toContain('During a run');
    press('?', { shiftKey: true });
    await expect.poll(() => sheet.find('dialog').exists()).toBe(false);
  });
});
