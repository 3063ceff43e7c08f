// Holds the user's settings of the window itself, kept on this machine.
import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import { pageLanguage } from '@present/messages/intl-locale';
import { language, speak, trackLanguage } from '@present/messages/message';
import {
  languageOfLocale,
  namedLanguage,
  type Language,
  type LanguageChoice,
} from '@shared/base/language';
import { defined } from '@shared/base/defined';
import { limits } from '@shared/experiment/experiment';
import { themeNames, type ThemeName } from '@shared/look/palette';
import { api } from './api';
import { applyTheme } from '../styles/theme';
import { keep, keptJson } from './kept';

export type ThemeChoice = ThemeName | 'system';

const storageKey = 'corelane.theme';
const languageKey = 'corelane.language';

const budgetKey = 'budget';

/** The most that repeating may take; where one is absent, as the experiment has it. */
export interface Budget {
  readonly seconds?: number;
  /** Of one cell. */
  readonly trials?: number;
}

function keptBudget(): Budget {
  const value = keptJson('machine', budgetKey);
  if (typeof value !== 'object' || value === null) return {};
  const { seconds, trials } = value as Readonly<Record<string, unknown>>;
  return defined({
    seconds: withinLimits(seconds, limits.budgetSeconds),
    trials: withinLimits(trials, limits.most),
  });
}

/** Returns a figure that is one and lies in its range; nothing for any other value. */
function withinLimits(
  value: unknown,
  { min, max }: { readonly min: number; readonly max: number },
): number | undefined {
  return typeof value === 'number' && value >= min && value <= max ? value : undefined;
}

const opposite = (theme: ThemeName): ThemeName => (theme === 'light' ? 'dark' : 'light');

/** What main says in the page's address. */
const address = (): URLSearchParams => new URLSearchParams(window.location.search);

/** Returns what was chosen before; as the command line has it, where that names a theme. */
function firstChoice(): ThemeChoice {
  if (address().has('theme')) return 'system';
  const stored = localStorage.getItem(storageKey);
  return themeNames.find((name) => name === stored) ?? 'system';
}

/** Returns what was chosen before; as the command line has it, where that names a language. */
function firstLanguage(): LanguageChoice {
  if (address().has('language')) return 'system';
  return namedLanguage(localStorage.getItem(languageKey) ?? undefined) ?? 'system';
}

/** The language of the system, or of the command line, which goes before it. */
function systemLanguage(): Language {
  return languageOfLocale(address().get('language') ?? address().get('system') ?? 'en');
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

  /** Chooses a theme, from now on and for the next time. */
  function chooseTheme(chosen: ThemeChoice): void {
    overridden = chosen === 'system' ? 0 : 1;
    choice.value = chosen;
  }

  watch(theme, (name) => applyTheme(name), { immediate: true, flush: 'sync' });
  watch(choice, (chosen) => localStorage.setItem(storageKey, chosen));
  watch(choice, (chosen) => void api.call('app:theme', chosen), { immediate: true });

  const languageChoice = ref<LanguageChoice>(firstLanguage());
  const spoken = shallowRef<Language>(language());
  // Whatever writes a message is written again when another language is spoken.
  trackLanguage(() => void spoken.value);

  /** Speaks the chosen language as soon as its texts are there; till then nothing changes. */
  async function speakChosen(): Promise<void> {
    const next = languageChoice.value === 'system' ? systemLanguage() : languageChoice.value;
    await speak(next);
    spoken.value = language();
    document.documentElement.lang = pageLanguage();
  }

  /** Chooses a language, from now on and for the next time. */
  async function chooseLanguage(chosen: LanguageChoice): Promise<void> {
    languageChoice.value = chosen;
    localStorage.setItem(languageKey, chosen);
    await Promise.all([speakChosen(), api.call('app:language', chosen)]);
  }

  /** Resolves when the window's texts are there. */
  const ready = speakChosen();
  void api.call('app:language', languageChoice.value);

  /** What a run may take that is repeated until it is precise, in place of what presets say. */
  const budget = ref<Budget>(keptBudget());
  watch(budget, (chosen) => keep('machine', budgetKey, JSON.stringify(chosen)), { deep: true });

  return {
    ...{ choice, theme, toggle, chooseTheme, budget },
    languageChoice,
    language: spoken,
    chooseLanguage,
    ready,
  };
});
