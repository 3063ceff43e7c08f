// The experiment being put together: one draft behind the form and its JSON.
// The form edits `experiment`; text that is a valid experiment replaces it, text that isn't is kept.
import { problemText } from '@present/words/engine/problems';
import { message } from '@present/messages/message';
import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import { defined } from '@shared/base/defined';
import { plannedTrials, expandCells, isPythonStrategy } from '@shared/experiment/cells';
import { presetExperiment } from '@present/names/presets';
import { cleanText } from '@shared/base/clean-text';
import {
  experimentSchema,
  type Experiment,
  type ExperimentInput,
  type Strategy,
} from '@shared/experiment/experiment';
import {
  experimentProblems,
  parseExperiment,
  parseExperimentText,
} from '@shared/experiment/parse-experiment';
import { defaultPreset, type Preset } from '@shared/experiment/presets';
import type { Problem } from '@shared/base/result';
import { api } from '../stores/api';
import { readDraftState, writeDraftState, type DraftState } from './draft-kept';
import { isCatalogue, newWorkload, withPlace, type WorkloadDraft } from './draft-workload';
import type { Draft, Origin } from './draft-types';
import { EditHistory } from './edit-history';
import { isPlain, keep, kept } from '../stores/kept';

import { useMachineStore } from '../stores/machine';
import { useMessagesStore } from '../stores/messages';
import { selectorsOf, setSelectors } from './python-strategies';
import { usePythonsStore } from '../stores/pythons';
import { useSettingsStore, type Budget } from '../stores/settings';
import {
  defaultEntries,
  entriesOf,
  indexOfRow,
  replaceRow,
  rowsOf,
  type StrategyRow,
} from './strategy-rows';

interface Typed {
  readonly text: string;
  readonly problems: readonly Problem[];
  /** What the draft looked like when the text was read. */
  readonly written: string;
}

function toDraft(experiment: Experiment): Draft {
  return JSON.parse(JSON.stringify(experiment)) as Draft;
}

function presetDraft(preset: Preset, { seconds, trials }: Budget): Draft {
  const parsed = parseExperiment(presetExperiment(preset));
  if (!parsed.ok) throw new Error(`preset ${preset.id}: ${problemText(parsed.problem)}`);
  const draft = toDraft(parsed.value);
  if (draft.until !== undefined) {
    const most = trials === undefined ? undefined : Math.max(trials, draft.repeats);
    Object.assign(draft.until, defined({ most, budgetSeconds: seconds }));
  }
  return draft;
}

function textProblems(text: string): readonly Problem[] {
  const parsed = parseExperimentText(text);
  if (parsed.ok) return [];
  return parsed.problem.code === 'bad-json'
    ? [parsed.problem]
    : experimentProblems(JSON.parse(text));
}

const isAtOrBelow = (path: string, place: string): boolean =>
  path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);

const write = (experiment: Draft): string => JSON.stringify(experiment, null, 2);

const keptAs = 'draft';
const longestName = 80;

function keptDraft(): DraftState | undefined {
  const text = kept('machine', keptAs);
  return text === undefined ? undefined : readDraftState(text);
}

/** Text that was typed and kept, read again: what is wrong with it may be another thing by now. */
function typedAgain(state: DraftState | undefined): Typed | undefined {
  if (state?.typed === undefined) return undefined;
  return {
    text: state.typed,
    problems: textProblems(state.typed),
    written: write(state.experiment),
  };
}

export type { Draft, Origin } from './draft-types';

export const useDraftStore = defineStore('draft', () => {
  const machine = useMachineStore();
  const messages = useMessagesStore();
  const pythons = usePythonsStore();
  const settings = useSettingsStore();

  const before = isPlain() ? undefined : keptDraft();
  const experiment = ref<Draft>(before?.experiment ?? presetDraft(defaultPreset, settings.budget));
  const origin = ref<Origin>(before?.origin ?? { kind: 'preset', preset: defaultPreset });
  const original = ref(before?.original ?? write(experiment.value));
  const typed = ref<Typed | undefined>(typedAgain(before));
  /** What was switched off, to come back as it was. */
  const off: Pick<Draft, 'until' | 'breakEven'> = {};
  const ownCode: Partial<Record<WorkloadDraft['kind'], WorkloadDraft>> = {};
  /** What was taken out of Strategies, to come back as it was. */
  const shelf = ref<Record<string, Strategy[]>>({});

  const history = new EditHistory();
  /** What was noted last, and whether changes are under way that are one edit. */
  let noted = '';
  let together = false;

  const written = computed(() => write(experiment.value));
  const changed = computed(() => written.value !== original.value);

  /** Text that isn't an experiment; while there is some, the form can't be changed. */
  const textIsBad = computed(() => (typed.value?.problems.length ?? 0) > 0);

  /** The draft as JSON: as it was typed, as long as that says the same. */
  const text = computed(() => {
    const current = typed.value;
    return current !== undefined && (textIsBad.value || current.written === written.value)
      ? current.text
      : written.value;
  });

  /** Everything that is wrong, in the order of the file. */
  const problems = computed<readonly Problem[]>(() =>
    textIsBad.value
      ? (typed.value?.problems ?? [])
      : experimentProblems(experiment.value).map((problem) =>
          withPlace(problem, experiment.value.workload),
        ),
  );

  /** The experiment with its defaults filled in; absent while something is wrong. */
  const ready = computed<Experiment | undefined>(() => {
    if (textIsBad.value) return undefined;
    const parsed = parseExperiment(experiment.value);
    return parsed.ok ? parsed.value : undefined;
  });

  const cells = computed(() =>
    ready.value === undefined ? [] : expandCells(ready.value, machine.cores, pythons.usable),
  );
  /** Trials that a run makes at least, and at most where cells are repeated until precise. */
  const trials = computed(() => {
    const { repeats, until } = experiment.value;
    const most = { ...experiment.value, repeats: Math.max(repeats, until?.most ?? 0) };
    const count = cells.value.length;
    return { least: plannedTrials(experiment.value, count), most: plannedTrials(most, count) };
  });

  /** The rows of Strategies: what the draft has, and what was taken out of it. */
  const strategyRows = computed<readonly StrategyRow[]>(() =>
    rowsOf([...experiment.value.strategies, ...Object.values(shelf.value).flat()]),
  );

  /** The first problem at a path or below it, in words. */
  function problemAt(path: string): string | undefined {
    const found = problems.value.find(({ path: at }) => at !== undefined && isAtOrBelow(at, path));
    return found && problemText(found);
  }

  /** Takes another draft; changes that nobody saved can be had back. */
  function load(next: Draft, from: Origin): void {
    const before = {
      experiment: experiment.value,
      origin: origin.value,
      original: original.value,
      typed: typed.value,
      shelf: shelf.value,
    };
    if (changed.value || textIsBad.value) {
      messages.showNote(message('draft-replaced'), {
        label: message('undo'),
        run: () => {
          restore(before);
        },
      });
    } else {
      messages.dropNotes();
    }
    restore({ experiment: next, origin: from, original: write(next), typed: undefined, shelf: {} });
  }

  function restore(state: {
    readonly experiment: Draft;
    readonly origin: Origin;
    readonly original: string;
    readonly typed: Typed | undefined;
    readonly shelf: Record<string, Strategy[]>;
  }): void {
    asOne(() => put(state));
  }

  function put(state: Parameters<typeof restore>[0]): void {
    experiment.value = state.experiment;
    origin.value = state.origin;
    original.value = state.original;
    typed.value = state.typed;
    shelf.value = state.shelf;
  }

  function loadPreset(preset: Preset): void {
    load(presetDraft(preset, settings.budget), { kind: 'preset', preset });
  }

  /** Takes an experiment that is known to be good. */
  function loadExperiment(next: Experiment, from: Origin): void {
    load(toDraft(next), from);
  }

  /** Takes the text of an experiment file; a problem is shown and changes nothing. */
  function loadText(fileText: string, path: string): boolean {
    const parsed = parseExperimentText(fileText);
    if (parsed.ok) {
      load(toDraft(parsed.value), { kind: 'file', path });
      return true;
    }
    const name = cleanText(path.split(/[\\/]/).at(-1) ?? path, longestName);
    messages.showProblem({ ...parsed.problem, of: name });
    return false;
  }

  /** Takes text as it is typed. */
  function setText(next: string): void {
    const parsed = parseExperimentText(next);
    if (parsed.ok) experiment.value = toDraft(parsed.value);
    typed.value = { text: next, problems: textProblems(next), written: written.value };
  }

  /** Gives up text that isn't an experiment: the form's last good state stays. */
  function dropText(): void {
    typed.value = undefined;
  }

  /** Takes another kind of work; a user's own is remembered when they leave it. */
  function setWorkload(kind: WorkloadDraft['kind']): void {
    const { workload } = experiment.value;
    if (kind === workload.kind) return;
    if (!isCatalogue(workload)) ownCode[workload.kind] = workload;
    experiment.value.workload = ownCode[kind] ?? newWorkload(kind);
  }

  /** Takes the work as it was changed. */
  function setWork(workload: WorkloadDraft): void {
    experiment.value.workload = workload;
  }

  /** The entries with the Pythons that the other strategies name, where those agree. */
  function withPythons(entries: readonly Strategy[]): readonly Strategy[] {
    const { strategies } = experiment.value;
    const { selectors, same } = selectorsOf(strategies);
    return same && strategies.some(isPythonStrategy) ? setSelectors(entries, selectors) : entries;
  }

  /** Chooses a row of Strategies or leaves it out; its worker counts are remembered. */
  function toggleStrategy(row: StrategyRow): void {
    const { strategies } = experiment.value;
    const chosen = indexOfRow(strategies, row) >= 0;
    if (chosen) shelf.value[row.id] = [...entriesOf(strategies, row)];
    const entries = chosen ? [] : withPythons(shelf.value[row.id] ?? defaultEntries(row));
    experiment.value.strategies = replaceRow(strategies, row, entries);
  }

  /** Repeats until the figures are precise, or a fixed number of times. */
  function setAdaptive(on: boolean): void {
    if (on) {
      const { seconds: budgetSeconds, trials: most } = settings.budget;
      experiment.value.until =
        off.until ?? experimentSchema.shape.until.unwrap().parse(defined({ budgetSeconds, most }));
    } else {
      if (experiment.value.until !== undefined) off.until = experiment.value.until;
      delete experiment.value.until;
    }
  }

  /** Searches the break-even, or does not. */
  function setBreakEven(on: boolean): void {
    if (on) {
      experiment.value.breakEven =
        off.breakEven ?? experimentSchema.shape.breakEven.unwrap().parse({});
    } else {
      if (experiment.value.breakEven !== undefined) off.breakEven = experiment.value.breakEven;
      delete experiment.value.breakEven;
    }
  }

  /** Takes back what was kept before this page was loaded, where it was loaded without. */
  function restoreKept(): void {
    const state = keptDraft();
    if (state === undefined) return;
    restore({ ...state, typed: typedAgain(state), shelf: {} });
  }

  noted = stateText();
  /** On every change, at once: the page may be gone with the next key. */
  watch([written, origin, original, () => typed.value?.text], () => noteChange(), {
    flush: 'sync',
  });

  function stateText(): string {
    return writeDraftState({
      ...{ experiment: experiment.value, origin: origin.value, original: original.value },
      ...defined({ typed: typed.value?.text }),
    });
  }

  function noteChange(): void {
    if (together) return;
    const before = noted;
    noted = stateText();
    if (noted === before) return;
    history.record(before, noted);
    keep('machine', keptAs, noted);
  }

  /** Makes several changes that are one edit. */
  function asOne(change: () => void): void {
    together = true;
    change();
    together = false;
    noteChange();
  }

  /** Takes the last edit back, or does it again; false where there is none. */
  function travel(way: 'undo' | 'redo'): boolean {
    const text = history[way](noted);
    const state = text === undefined ? undefined : readDraftState(text);
    if (state === undefined) return false;
    together = true;
    put({ ...state, typed: typedAgain(state), shelf: {} });
    together = false;
    noted = stateText();
    keep('machine', keptAs, noted);
    return true;
  }

  async function openFile(): Promise<void> {
    const opened = messages.valueOf(await api.call('experiment:open'));
    if (opened !== undefined && 'text' in opened) loadText(opened.text, opened.path);
  }

  async function saveFile(): Promise<void> {
    const saved = messages.valueOf(await api.call('experiment:save', text.value));
    if (saved === undefined || !('path' in saved)) return;
    origin.value = { kind: 'file', path: saved.path };
    original.value = written.value;
    messages.showNote(message('saved', { path: saved.path }));
  }

  /** Returns what to hand to the engine, plain and without reactivity; absent while something is wrong. */
  function toInput(): ExperimentInput | undefined {
    return ready.value === undefined
      ? undefined
      : (JSON.parse(JSON.stringify(ready.value)) as ExperimentInput);
  }

  return {
    experiment,
    origin,
    changed,
    text,
    textIsBad,
    problems,
    ready,
    cells,
    trials,
    strategyRows,
    problemAt,
    loadPreset,
    loadExperiment,
    loadText,
    setText,
    dropText,
    restoreKept,
    setWorkload,
    setWork,
    toggleStrategy,
    setAdaptive,
    setBreakEven,
    undo: () => travel('undo'),
    redo: () => travel('redo'),
    sealEdit: () => history.seal(),
    openFile,
    saveFile,
    toInput,
  };
});
