// The only fan-in: everything a run says passes here, into the report's columns and on to the
// listener. What the window shows is what the report holds.
import {
  emptySamples,
  emptySpans,
  type HeapColumns,
  type LiveEvent,
  type LoopColumns,
  type PlannedTrial,
  type RunStatus,
  type SampleColumns,
  type SamplerCost,
  type SpanColumns,
  type TrialEnd,
  type TrialSurroundings,
} from '@shared/live';
import type { WorkerIdentity } from '@shared/messages';
import type { ReportSamples, TrialReport } from '@shared/report';

/** Appends the rows of every column of `from` to the same column of `to`. */
function append<C extends object>(to: C, from: C): void {
  for (const name of Object.keys(to) as (keyof C)[]) {
    const target = to[name] as unknown;
    const source = from[name] as unknown;
    if (!Array.isArray(target) || !Array.isArray(source)) continue;
    for (const value of source as number[]) (target as number[]).push(value);
  }
}

/** A trial with the cell it is of, and whether its tasks did nothing. */
type RecordedTrial = TrialReport & { readonly cell: string; readonly empty: boolean };

export interface Recorded {
  readonly trials: readonly RecordedTrial[];
  readonly samples: ReportSamples;
  readonly cost?: SamplerCost;
  readonly notes: readonly string[];
  readonly status: RunStatus;
  readonly message?: string;
}

export class Recorder {
  readonly #listener: (event: LiveEvent) => void;
  readonly #spans = new Map<number, SpanColumns>();
  readonly #workers = new Map<number, readonly WorkerIdentity[]>();
  readonly #ends = new Map<number, TrialEnd>();
  readonly #surroundings = new Map<number, TrialSurroundings>();
  readonly #notes: string[] = [];
  readonly #heaps: HeapColumns & { readonly trial: number[] } = {
    trial: [],
    atNs: [],
    worker: [],
    usedBytes: [],
    totalBytes: [],
  };
  readonly #loop: LoopColumns = { atNs: [], maxNs: [] };
  #samples: SampleColumns = emptySamples(0);
  #coreIds: readonly number[] = [];
  #order: readonly PlannedTrial[] = [];
  #cost: SamplerCost | undefined;
  #status: RunStatus = 'failed';
  #message: string | undefined;

  constructor(listener: (event: LiveEvent) => void) {
    this.#listener = listener;
  }

  /** Takes one event: keeps its facts, then tells the listener. */
  readonly take = (event: LiveEvent): void => {
    this.#keep(event);
    this.#listener(event);
  };

  #keep(event: LiveEvent): void {
    switch (event.type) {
      case 'run-begin':
        this.#order = event.order;
        this.#coreIds = event.cores;
        this.#samples = emptySamples(event.cores.length);
        return;
      case 'planned':
        this.#order = [...this.#order, ...event.order];
        return;
      case 'note':
        this.#notes.push(event.text);
        return;
      case 'trial-begin':
      case 'break-even':
        return;
      case 'workers':
        this.#workers.set(event.trial, event.workers);
        return;
      case 'spans':
        append(this.#spansOf(event.trial), event.spans);
        return;
      case 'heaps':
        append(this.#heaps as HeapColumns, event.heaps);
        for (let row = 0; row < event.heaps.atNs.length; row += 1) {
          this.#heaps.trial.push(event.trial);
        }
        return;
      case 'samples':
        this.#keepSamples(event.samples);
        this.#cost = event.cost ?? this.#cost;
        return;
      case 'loop':
        append(this.#loop, event.loop);
        return;
      case 'surroundings':
        this.#surroundings.set(event.trial, event.surroundings);
        return;
      case 'trial-end':
        this.#ends.set(event.end.trial, event.end);
        for (const note of event.end.notes ?? []) this.#noteOnce(note);
        return;
      case 'run-end':
        this.#status = event.status;
        this.#message = event.message;
    }
  }

  /** The same note of many trials stands once. */
  #noteOnce(note: string): void {
    if (!this.#notes.includes(note)) this.#notes.push(note);
  }

  #keepSamples({ cores, workers, memory }: SampleColumns): void {
    append(this.#samples.workers, workers);
    append(this.#samples.memory, memory);
    if (cores.atNs.length === 0) return;
    append(this.#samples.cores, { atNs: cores.atNs, spanNs: cores.spanNs, busy: [] });
    this.#samples.cores.busy.forEach((busy, core) => busy.push(...(cores.busy[core] ?? [])));
  }

  #spansOf(trial: number): SpanColumns {
    const known = this.#spans.get(trial);
    if (known !== undefined) return known;
    const fresh = emptySpans();
    this.#spans.set(trial, fresh);
    return fresh;
  }

  #surroundingsOf(trial: number): Pick<TrialReport, 'surroundings'> {
    const known = this.#surroundings.get(trial);
    if (known === undefined) return {};
    const { others, ...figures } = known;
    return {
      surroundings: { ...figures, ...(others === undefined ? {} : { others: [...others] }) },
    };
  }

  /** Everything kept, once the run has ended. Trials that never began are not in it. */
  finish(): Recorded {
    const trials = this.#order.flatMap((planned) => {
      const end = this.#ends.get(planned.trial);
      if (end === undefined) return [];
      const { notes, ...figures } = end;
      return [
        {
          ...figures,
          ...(notes === undefined ? {} : { notes: [...notes] }),
          cell: planned.cell,
          empty: planned.empty ?? false,
          order: planned.trial,
          round: planned.round,
          warmup: planned.warmup,
          ...this.#surroundingsOf(planned.trial),
          workers: [...(this.#workers.get(planned.trial) ?? [])],
          spans: this.#spansOf(planned.trial),
        },
      ];
    });
    const { cores, workers, memory } = this.#samples;
    return {
      trials,
      samples: {
        coreIds: [...this.#coreIds],
        cores,
        workers,
        processes: memory,
        heaps: this.#heaps,
        loop: this.#loop,
      },
      ...(this.#cost === undefined ? {} : { cost: this.#cost }),
      notes: this.#notes,
      status: this.#status,
      ...(this.#message === undefined ? {} : { message: this.#message }),
    };
  }
}

/** The recorded trials by their cell's id: the ordinary ones, or those of empty tasks. */
export function trialsByCell(
  recorded: Recorded,
  kind: 'ordinary' | 'empty',
): ReadonlyMap<string, readonly TrialReport[]> {
  const byCell = new Map<string, TrialReport[]>();
  for (const { cell, empty, ...trial } of recorded.trials) {
    if (empty !== (kind === 'empty')) continue;
    byCell.set(cell, [...(byCell.get(cell) ?? []), trial]);
  }
  return byCell;
}
