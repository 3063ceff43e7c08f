// The article's claims in this session: what was found of each, what was guessed, what is being tried.
import { message } from '@present/messages/message';
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import {
  claimIds,
  evenWeights,
  type ClaimId,
  type Criterion,
  type Finding,
  type Guess,
  type Prediction,
} from '@shared/claims/claims';
import type { ClaimsChange, FindingsFormat } from '@shared/wire/ipc';
import { api } from './api';
import { useMessagesStore } from './messages';

export const useClaimsStore = defineStore('claims', () => {
  const messages = useMessagesStore();
  const byId = shallowRef<ReadonlyMap<ClaimId, Finding>>(new Map());
  const predictions = shallowRef<ReadonlyMap<ClaimId, Prediction>>(new Map());
  const selected = ref<ClaimId>(claimIds[0]);
  /** Whether claims are being tried, from the press of Run to the end. */
  const active = ref(false);
  /** The claim that is measured now. */
  const running = ref<ClaimId>();
  /** What was asked for and is not decided yet. */
  const waiting = shallowRef<readonly ClaimId[]>([]);
  const stopping = ref(false);
  /** How much each criterion matters to the user. */
  const weights = ref<Record<Criterion, number>>({ ...evenWeights });

  /** In the order of the claims. */
  const findings = computed(() => claimIds.flatMap((id) => byId.value.get(id) ?? []));

  /** Takes in what main has: once, when the window opens. */
  async function load(): Promise<void> {
    const last = messages.valueOf(await api.call('claims:last'));
    if (last === undefined) return;
    byId.value = new Map(last.file.findings.map((finding) => [finding.id, finding]));
    predictions.value = new Map(last.file.predictions.map((one) => [one.claim, one]));
    active.value = last.progress.active;
    running.value = last.progress.running;
  }

  /** Receives the events of main. */
  function apply({ active: now, running: claim, finding }: ClaimsChange): void {
    // Who watches the claim under way sees the next one too.
    if (claim !== undefined && selected.value === running.value) selected.value = claim;
    active.value = now;
    running.value = claim;
    if (finding !== undefined) {
      byId.value = new Map([...byId.value, [finding.id, finding]]);
      waiting.value = waiting.value.filter((id) => id !== finding.id);
    }
    if (now) return;
    waiting.value = [];
    stopping.value = false;
  }

  /** Tries claims; a refusal is shown. */
  async function run(ids: readonly ClaimId[]): Promise<void> {
    if (active.value) return;
    active.value = true;
    waiting.value = ids;
    if (ids[0] !== undefined && !ids.includes(selected.value)) selected.value = ids[0];
    const started = await api.call('claims:run', [...ids]);
    if (started.ok) return;
    if (started.problem.code !== 'stopped') messages.showProblem(started.problem);
    apply({ active: false });
  }

  async function stop(): Promise<void> {
    if (!active.value || stopping.value) return;
    stopping.value = true;
    messages.valueOf(await api.call('claims:stop'));
  }

  /** Keeps a guess, until the claim has been tried. */
  async function predict(claim: ClaimId, guess: Guess): Promise<void> {
    const made = messages.valueOf(await api.call('claims:predict', { claim, guess }));
    if (made !== undefined) predictions.value = new Map([...predictions.value, [claim, made]]);
  }

  async function exportAs(format: FindingsFormat): Promise<void> {
    const saved = messages.valueOf(
      await api.call('claims:export', { format, weights: { ...weights.value } }),
    );
    if (saved !== undefined && 'path' in saved)
      messages.showNote(message('saved', { path: saved.path }));
  }

  function select(id: ClaimId): void {
    selected.value = id;
  }

  /** Selects the next (`1`) or the one before (`-1`); stays at the ends. */
  function move(by: 1 | -1): void {
    const next = claimIds[claimIds.indexOf(selected.value) + by];
    if (next !== undefined) selected.value = next;
  }

  return {
    byId,
    predictions,
    findings,
    selected,
    active,
    running,
    waiting,
    stopping,
    weights,
    load,
    apply,
    run,
    stop,
    predict,
    exportAs,
    select,
    move,
  };
});
