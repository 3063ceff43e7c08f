// The run under way, as far as decisions need it: its state, its plan, how each trial ended, and
// the points of its break-even search.
// Samples never come here; they are in live/buffers.
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { BreakEvenPoint } from '@shared/report/break-even';
import type { Cell } from '@shared/experiment/cells';
import type { Experiment, ExperimentInput } from '@shared/experiment/experiment';
import type { LiveEvent } from '@shared/report/live';
import type { Failure } from '@shared/report/failures';
import type { Note } from '@shared/report/notes';
import type { RunStatus } from '@shared/report/statuses';
import type { RunState } from '@shared/wire/ipc';
import type { Problem } from '@shared/base/result';
import { api } from './api';
import { useLanesStore } from './lanes';
import { nowMs } from '../canvas/frame';
import { endedTrial, type TrialFact } from '../model/trial-facts';

export type RunPhase = 'idle' | 'starting' | 'running' | 'stopping' | 'done';

const phaseOf = { preparing: 'starting', running: 'running', stopping: 'stopping' } as const;

export const useRunStore = defineStore('run', () => {
  const lanes = useLanesStore();
  const phase = ref<RunPhase>('idle');
  const experiment = shallowRef<Experiment>();
  const cells = shallowRef<readonly Cell[]>([]);
  /** A fact per trial, in the run's order; more come while a cell is not precise enough. */
  const trials = shallowRef<readonly TrialFact[]>([]);
  /** The trial that began last; it stays until the next begins. */
  const currentTrial = ref<number>();
  /** Milliseconds on the window's clock; absent before a run has begun. */
  const startedAt = ref<number>();
  const endedAt = ref<number>();
  /** What the search for the break-even has measured, in its order. */
  const points = shallowRef<readonly BreakEvenPoint[]>([]);
  const notes = shallowRef<readonly Note[]>([]);
  const status = ref<RunStatus>();
  const problem = shallowRef<Problem>();
  /** Why a run that began has failed. */
  const failure = shallowRef<Failure>();
  let stopWanted = false;
  /** How long the run that this page joins has been under way; until the run's first event arrives. */
  let joinedAfterMs: number | undefined;

  /** Whether a run is under way, from the press of Run to its last event. */
  const active = computed(() => phase.value !== 'idle' && phase.value !== 'done');

  const factOf = (trial: number | undefined): TrialFact | undefined =>
    trials.value.find((fact) => fact.trial === trial);

  const cellOf = (trial: number): Cell | undefined => {
    const id = factOf(trial)?.cell;
    return cells.value.find((cell) => cell.id === id);
  };

  /** Whether the trials are over and the break-even is searched. */
  const searching = computed(
    () =>
      active.value &&
      experiment.value?.breakEven !== undefined &&
      trials.value.every(({ status }) => status !== undefined),
  );

  /** Starts a run of an experiment as a user wrote it; a refusal becomes `problem`. */
  async function start(experimentInput: ExperimentInput): Promise<void> {
    if (active.value) return;
    clear();
    phase.value = 'starting';
    const started = await api.call('run:start', experimentInput);
    if (started.ok) return;
    // Stopped before it began is what the user asked for.
    if (started.problem.code !== 'stopped') problem.value = started.problem;
    phase.value = 'idle';
    stopWanted = false;
  }

  /** Joins what is under way: this page was loaded in the middle of it. What it is comes as events. */
  function join({ kind, phase: at, elapsedMs }: RunState): void {
    if (kind !== 'run' || at === 'idle') return;
    stopWanted = at === 'stopping';
    if (startedAt.value === undefined) {
      joinedAfterMs = elapsedMs;
      phase.value = at === 'running' ? 'starting' : phaseOf[at];
      return;
    }
    if (elapsedMs !== undefined) startedAt.value = nowMs() - elapsedMs;
    phase.value = phaseOf[at];
  }

  /** Stops the run; the window says so at once, whatever the children still do. */
  async function stop(): Promise<void> {
    if (phase.value !== 'starting' && phase.value !== 'running') return;
    stopWanted = true;
    phase.value = 'stopping';
    const stopped = await api.call('run:stop');
    if (!stopped.ok) problem.value = stopped.problem;
  }

  function clear(): void {
    experiment.value = undefined;
    cells.value = [];
    trials.value = [];
    currentTrial.value = undefined;
    startedAt.value = undefined;
    endedAt.value = undefined;
    points.value = [];
    notes.value = [];
    status.value = undefined;
    problem.value = undefined;
    failure.value = undefined;
    stopWanted = false;
  }

  /** Takes in one live event; samples and spans are none of its business. */
  function apply(event: LiveEvent): void {
    switch (event.type) {
      case 'run-begin':
        begin(event);
        return;
      case 'note':
        notes.value = [...notes.value, event.note];
        return;
      case 'planned':
        trials.value = [
          ...trials.value,
          ...event.order.filter(({ trial }) => factOf(trial) === undefined),
        ];
        return;
      case 'trial-begin':
        if (factOf(event.trial) === undefined) return;
        currentTrial.value = event.trial;
        change(event.trial, (fact) => ({ ...fact, beginNs: event.atNs }));
        return;
      case 'trial-end':
        change(event.end.trial, (fact) => endedTrial(fact, event.end));
        return;
      case 'break-even':
        points.value = [...points.value, event.point];
        return;
      case 'run-end':
        status.value = event.status;
        endedAt.value = nowMs();
        phase.value = 'done';
        stopWanted = false;
        failure.value = event.failure;
        return;
      case 'workers':
      case 'spans':
      case 'heaps':
      case 'samples':
      case 'loop':
      case 'surroundings':
      case 'task-times':
      case 'reduced':
      case 'missed':
        return;
    }
  }

  function begin(event: Extract<LiveEvent, { type: 'run-begin' }>): void {
    const stopping = stopWanted;
    clear();
    lanes.beginRun();
    stopWanted = stopping;
    experiment.value = event.experiment;
    cells.value = event.cells;
    trials.value = event.order;
    startedAt.value = nowMs() - (joinedAfterMs ?? 0);
    joinedAfterMs = undefined;
    phase.value = stopping ? 'stopping' : 'running';
  }

  function change(trial: number, next: (fact: TrialFact) => TrialFact): void {
    trials.value = trials.value.map((fact) => (fact.trial === trial ? next(fact) : fact));
  }

  return {
    phase,
    experiment,
    cells,
    trials,
    currentTrial,
    startedAt,
    endedAt,
    points,
    searching,
    notes,
    failure,
    status,
    problem,
    active,
    factOf,
    cellOf,
    start,
    join,
    stop,
    apply,
  };
});
