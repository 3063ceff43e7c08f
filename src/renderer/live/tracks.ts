// What is kept of one trial: a track per worker and the memory of its processes, as columns.
import type { Cell } from '@shared/cells';
import type { SampleColumns, SpanColumns, TrialEnd } from '@shared/live';
import type { WorkerIdentity } from '@shared/messages';
import { BusyBins } from './busy-bins';
import { Columns } from './columns';

/** One worker of a trial: its tasks (exact) and its states (sampled), with running totals. */
export class WorkerTrack {
  readonly worker: number;
  identity: WorkerIdentity | undefined;
  /** In the order they ended. `row` keeps tasks that overlap (on an event loop) apart. */
  readonly spans = new Columns(['task', 'startNs', 'endNs', 'row']);
  readonly samples = new Columns(['atNs', 'spanNs', 'onCpuNs', 'waitNs', 'core']);
  /** The longest task so far: how far back from its end a visible task can have begun. */
  longestNs = 0;
  onCpuNs = 0;
  waitNs = 0;
  sampledNs = 0;
  /** Times that a sample saw it on another core than the sample before. */
  moves = 0;
  readonly #rowEnds: number[] = [];

  constructor(worker: number) {
    this.worker = worker;
  }

  /** Rows that its overlapping tasks take; at least 1. */
  get rows(): number {
    return Math.max(1, this.#rowEnds.length);
  }

  addSpan(task: number, startNs: number, endNs: number): void {
    this.spans.push({ task, startNs, endNs, row: this.#placeRow(startNs, endNs) });
    this.longestNs = Math.max(this.longestNs, endNs - startNs);
  }

  addSample(atNs: number, spanNs: number, onCpuNs: number, waitNs: number, core: number): void {
    const before = this.samples.at('core', this.samples.length - 1);
    if (before >= 0 && core >= 0 && before !== core) this.moves += 1;
    this.samples.push({ atNs, spanNs, onCpuNs, waitNs, core });
    this.onCpuNs += onCpuNs;
    this.waitNs += waitNs;
    this.sampledNs += spanNs;
  }

  /** The row whose last task ended latest but before this one began; a new one where none did. */
  #placeRow(startNs: number, endNs: number): number {
    let best = -1;
    this.#rowEnds.forEach((end, row) => {
      if (end <= startNs && (best < 0 || end > (this.#rowEnds[best] ?? 0))) best = row;
    });
    if (best < 0) best = this.#rowEnds.length;
    this.#rowEnds[best] = endNs;
    return best;
  }
}

/** One trial as far as it is known. */
export class TrialTrack {
  readonly trial: number;
  readonly cell: Cell;
  readonly beginNs: number;
  end: TrialEnd | undefined;
  readonly workers: WorkerTrack[] = [];
  readonly memory = new Columns(['atNs', 'pid', 'rssBytes', 'pssBytes', 'privateBytes']);
  readonly busy: BusyBins;
  tasksDone = 0;

  constructor(trial: number, cell: Cell, beginNs: number) {
    this.trial = trial;
    this.cell = cell;
    this.beginNs = beginNs;
    this.busy = new BusyBins(beginNs);
  }

  /** Zero of the trial's axis: the decision, as soon as it is known. */
  get zeroNs(): number {
    return this.end?.startNs ?? this.beginNs;
  }

  introduce(identities: readonly WorkerIdentity[]): void {
    for (const identity of identities) this.track(identity.worker).identity = identity;
  }

  addSpans(spans: SpanColumns): void {
    spans.task.forEach((task, row) => {
      const worker = spans.worker[row];
      const startNs = spans.startNs[row];
      const endNs = spans.endNs[row];
      if (worker === undefined || startNs === undefined || endNs === undefined) return;
      this.track(worker).addSpan(task, startNs, endNs);
      this.tasksDone += 1;
    });
  }

  addSample(rows: SampleColumns['workers'], row: number): void {
    const [worker, atNs, spanNs] = [rows.worker[row], rows.atNs[row], rows.spanNs[row]];
    if (worker === undefined || atNs === undefined || spanNs === undefined) return;
    const onCpuNs = rows.onCpuNs[row] ?? 0;
    this.track(worker).addSample(atNs, spanNs, onCpuNs, rows.waitNs[row] ?? 0, rows.core[row] ?? -1);
    this.busy.add(atNs, spanNs, onCpuNs);
  }

  /** A worker's track, made at its first mention. */
  track(worker: number): WorkerTrack {
    let track = this.workers[worker];
    while (track === undefined) {
      this.workers.push(new WorkerTrack(this.workers.length));
      track = this.workers[worker];
    }
    return track;
  }
}
