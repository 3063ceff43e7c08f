// What the palette offers: every action of the key map that does something now, places, settings, presets, claims, and
// the runs that are kept.
import { message } from '@present/messages/message';
import { describeMoment } from '@present/locale/moment';
import { claimSentence } from '@present/names/claims';
import { shownName } from '@present/words/run-facts';
import { presetNote, presetTitle } from '@present/names/presets';
import { claimNumber } from '@shared/claims/catalogue';
import { claimIds } from '@shared/claims/claims';
import { speakable } from '@shared/base/language';
import { exportFormats, places } from '@shared/wire/ipc';
import { presets } from '@shared/experiment/presets';
import { themeNames } from '@shared/look/palette';
import { useDraftStore } from '../draft/draft';
import {
  hintOf,
  keyMap,
  keyText,
  shortcutText,
  type KeyScreen,
  type ShortcutId,
} from '../keys/key-map';
import { perform, shortcutsNow } from '../keys/use-keys';
import { useStartRun } from '../lab/start-run';
import { chartDeeds, shownCharts } from '../pictures/shown';
import { useClaimsStore } from '../stores/claims';
import { usePlaceStore } from '../stores/place';
import { useReportStore } from '../stores/report';
import { useRunStore } from '../stores/run';
import { useRunsStore } from '../stores/runs';
import { useSettingsStore } from '../stores/settings';

export interface Command {
  readonly id: string;
  readonly label: string;
  /** What kind it is of, or more about it. */
  readonly note?: string;
  /** The key that does the same. */
  readonly keys?: string;
  readonly run: () => void;
}

/** These are offered otherwise: a place by its name, Run from everywhere, the palette itself not at all. */
const apart: readonly ShortcutId[] = ['place', 'run', 'palette'];

/** Makes the list of commands of this moment; call it in a component's setup. */
export function useCommands(): () => readonly Command[] {
  const draft = useDraftStore();
  const claims = useClaimsStore();
  const place = usePlaceStore();
  const reports = useReportStore();
  const run = useRunStore();
  const runs = useRunsStore();
  const settings = useSettingsStore();
  const { start, reason } = useStartRun();

  /** The screens of the help sheet that are shown now. */
  function screens(): readonly KeyScreen[] {
    const { current } = place;
    if (current === 'results') return ['everywhere', 'results', 'timeline', 'break-even'];
    if (current === 'lab') return ['everywhere', run.active ? 'live' : 'lab'];
    return current === 'machine' ? ['everywhere'] : ['everywhere', current];
  }

  function actions(): readonly Command[] {
    const shown = screens();
    return shortcutsNow()
      .filter((id) => !apart.includes(id) && keyMap[id].screens.some((one) => shown.includes(one)))
      .flatMap((id) => {
        const { keys, each } = keyMap[id];
        return (each ? keys : keys.slice(0, 1)).map((key) => ({
          id: `${id}:${key}`,
          // The sheet calls itself “this sheet”.
          label: id === 'help' ? message('keys-open') : shortcutText(id),
          keys: keyText(key),
          run: () => void perform(id, key),
        }));
      });
  }

  const runNow = (): readonly Command[] =>
    reason.value !== undefined
      ? []
      : [
          {
            id: 'run',
            label: shortcutText('run'),
            note: shownName(draft.experiment.name),
            keys: hintOf('run'),
            run: () => {
              place.go('lab');
              void start();
            },
          },
        ];

  const toPlaces = (): readonly Command[] =>
    places.map((name, index) => ({
      id: `place:${name}`,
      label: message('place-name', { place: name }),
      note: message('palette-place'),
      keys: hintOf('place', index),
      run: () => place.go(name),
    }));

  const files = (): readonly Command[] => [
    {
      id: 'open-experiment',
      label: message('open-experiment'),
      run: () => {
        place.go('lab');
        void draft.openFile();
      },
    },
    { id: 'save-experiment', label: message('save-experiment'), run: () => void draft.saveFile() },
    {
      id: 'open-report',
      label: message('open-report'),
      run: () => void reports.open().then((opened) => opened && place.go('results')),
    },
    { id: 'earlier-runs', label: message('results-runs'), run: () => runs.showList() },
    ...(reports.report === undefined
      ? []
      : exportFormats.map((format) => ({
          id: `export:${format}`,
          label: message('palette-export', { format }),
          run: () => void reports.exportAs(format),
        }))),
  ];

  const settingsOf = (): readonly Command[] => [
    ...(['system', ...themeNames] as const).map((theme) => ({
      id: `theme:${theme}`,
      label: message('palette-theme', { theme }),
      note: message('palette-setting'),
      run: () => settings.chooseTheme(theme),
    })),
    ...(['system', ...speakable] as const).map((language) => ({
      id: `language:${language}`,
      label: message('palette-language', { name: message('language-name', { language }) }),
      note: message('palette-setting'),
      run: () => void settings.chooseLanguage(language),
    })),
  ];

  const presetsOf = (): readonly Command[] =>
    presets.map((preset) => ({
      id: `preset:${preset.id}`,
      label: message('palette-preset', { title: presetTitle(preset) }),
      note: presetNote(preset),
      run: () => {
        draft.loadPreset(preset);
        place.go('lab');
      },
    }));

  const claimsOf = (): readonly Command[] =>
    claimIds.map((id) => ({
      id: `claim:${id}`,
      label: message('palette-claim', { number: claimNumber(id), sentence: claimSentence(id) }),
      run: () => {
        claims.select(id);
        place.go('claims');
      },
    }));

  const charts = (): readonly Command[] =>
    shownCharts().flatMap(({ title, perform: does }, index) =>
      chartDeeds.map((deed) => ({
        id: `chart:${index}:${deed}`,
        label: message('palette-chart', { title: title(), deed }),
        run: () => does(deed),
      })),
    );

  const keptRuns = (): readonly Command[] =>
    runs.runs
      .filter(({ state }) => state === 'finished' || state === 'unfinished')
      .map(({ id, name, startedAt }) => ({
        id: `kept:${id}`,
        label: message('palette-run', { name }),
        note: describeMoment(startedAt),
        run: () => void runs.open(id),
      }));

  return () => [
    ...runNow(),
    ...actions(),
    ...toPlaces(),
    ...files(),
    ...charts(),
    ...settingsOf(),
    ...presetsOf(),
    ...keptRuns(),
    ...claimsOf(),
  ];
}
