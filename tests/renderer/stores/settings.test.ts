// @vitest-environment happy-dom
import { inputsOf, resetApi } from '../helpers/fake-api';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { computed, nextTick } from 'vue';
import { message, speak } from '@present/messages/message';
import { palettes } from '@shared/look/palette';
import { useSettingsStore } from '@renderer/stores/settings';

let tellSystem: (dark: boolean) => void = () => undefined;

function systemIs(dark: boolean): void {
  const query = new EventTarget() as EventTarget & { matches: boolean };
  query.matches = dark;
  tellSystem = (next) => query.dispatchEvent(Object.assign(new Event('change'), { matches: next }));
  vi.spyOn(window, 'matchMedia').mockReturnValue(query as unknown as MediaQueryList);
}

const colour = (name: string): string => document.documentElement.style.getPropertyValue(name);

beforeEach(() => {
  setActivePinia(createPinia());
  localStorage.clear();
  resetApi();
});

describe('theme', () => {
  it('follows the system while nothing else is chosen', () => {
    systemIs(false);
    const settings = useSettingsStore();
    expect(settings.theme).toBe('light');
    expect(colour('--ground')).toBe(palettes.light.ground);
    tellSystem(true);
    expect(settings.theme).toBe('dark');
    expect(colour('--threads')).toBe(palettes.dark.strategies.threads);
    expect(colour('--on-async')).toBe(palettes.dark.ground);
  });

  it('goes to the other theme, back, and to the system again; tells main each time', async () => {
    systemIs(true);
    const settings = useSettingsStore();
    const seen = [settings.choice];
    for (let step = 0; step < 3; step += 1) {
      settings.toggle();
      await nextTick();
      seen.push(settings.choice);
    }
    expect(seen).toEqual(['system', 'light', 'dark', 'system']);
    expect(inputsOf('app:theme')).toEqual(['system', 'light', 'dark', 'system']);
  });

  it('remembers the choice on this machine', async () => {
    systemIs(false);
    useSettingsStore().toggle();
    await nextTick();
    setActivePinia(createPinia());
    expect(useSettingsStore().theme).toBe('dark');
  });

  it('has the theme that the command line names, and forgets no choice over it', async () => {
    systemIs(true);
    localStorage.setItem('corelane.theme', 'light');
    history.replaceState(null, '', '?theme=dark');
    const settings = useSettingsStore();
    await nextTick();
    expect(settings.theme).toBe('dark');
    expect(inputsOf('app:theme')).toEqual(['system']);
    expect(localStorage.getItem('corelane.theme')).toBe('light');
    history.replaceState(null, '', '?');
  });

  it('does not believe what is stored if it is no theme', () => {
    systemIs(false);
    localStorage.setItem('corelane.theme', 'sepia');
    expect(useSettingsStore().choice).toBe('system');
  });
});

describe('language', () => {
  const label = computed(() => message('keys-open'));

  beforeEach(() => systemIs(false));
  afterEach(async () => {
    history.replaceState(null, '', '?');
    await speak('en');
  });

  it('follows the system while nothing else is chosen', async () => {
    history.replaceState(null, '', '?system=zh');
    const settings = useSettingsStore();
    await settings.ready;
    expect([settings.languageChoice, settings.language]).toEqual(['system', 'zh']);
    expect(document.documentElement.lang).toBe('zh-Hans');
    expect(inputsOf('app:language')).toEqual(['system']);
  });

  it('changes every text at once, tells main, and is remembered', async () => {
    const settings = useSettingsStore();
    await settings.ready;
    const english = label.value;
    await settings.chooseLanguage('zh');
    expect(label.value).not.toBe(english);
    expect(label.value).toBe(message('keys-open'));
    expect(inputsOf('app:language')).toEqual(['system', 'zh']);
    setActivePinia(createPinia());
    expect(useSettingsStore().languageChoice).toBe('zh');
    await settings.chooseLanguage('system');
    expect(label.value).toBe(english);
    expect(document.documentElement.lang).toBe('en');
  });

  it('is what the command line names, which forgets no choice', async () => {
    localStorage.setItem('corelane.language', 'zh');
    history.replaceState(null, '', '?language=en&system=zh');
    const settings = useSettingsStore();
    await settings.ready;
    expect(settings.language).toBe('en');
    expect(localStorage.getItem('corelane.language')).toBe('zh');
  });
});
