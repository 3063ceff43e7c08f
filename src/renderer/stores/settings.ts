// Holds the user's settings of the window itself, kept on this machine.
import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import { themeNames, type ThemeName } from '@shared/look/palette';
import { api } from './api';
import { applyTheme } from '../styles/theme';

export type ThemeChoice = ThemeName | 'system';

const storageKey = 'corelane.theme';

const opposite = (theme: ThemeName): ThemeName => (theme === 'light' ? 'dark' : 'light');

/** Returns what was chosen before; as the command line has it, where that names a theme. */
function firstChoice(): ThemeChoice {
  if (new URLSearchParams(window.location.search).has('theme')) return 'system';
  const stored = localStorage.getItem(storageKey);
  return themeNames.find((name) => name === stored) ?? 'system';
}

export const useSettingsStore = defineStore('settings', () => {
  const choice = ref<ThemeChoice>(firstChoice());
  const preference = window.matchMedia('(prefers-color-scheme: dark)');
  const system = ref<ThemeName>(preference.matches ? 'dark' : 'light');
  preference.addEventListener('change', (event) => {
    system.value = event.matches ? 'dark' : 'light';
  });

  /** The theme to draw with. */
  const theme = computed<ThemeName>(() =>
    choice.value === 'system' ? system.value : choice.value,
  );

  // The system's own preference can't be read while the app overrides it, so the way back to it
  // is a step of its own.
  let overridden = choice.value === 'system' ? 0 : 1;

  /** The other theme, then the first again, then as the system has it. */
  function toggle(): void {
    overridden = (overridden + 1) % 3;
    choice.value = overridden === 0 ? 'system' : opposite(theme.value);
  }

  watch(theme, (name) => applyTheme(name), { immediate: true, flush: 'sync' });
  watch(choice, (chosen) => localStorage.setItem(storageKey, chosen));
  watch(choice, (chosen) => void api.call('app:theme', chosen), { immediate: true });

  return { choice, theme, toggle };
});
