// @ts-nocheck -- frozen: as it was before samples had typed columns, see README.md
import { Columns } from './columns.mjs';
import { CoreRows } from './core-rows.mjs';
import { TrialTrack } from './tracks.mjs';
/** Tasks, samples and readings of all trials together; the oldest trials are forgotten beyond it. */
const maxRows = 1_500_000;
/** With so many rows about the event loop, pairs become one. */
const maxLoopRows = 100_000;
export class TimelineBuffer {
  /** Counts batches; what was drawn of a lower one is out of date. */
  version = 0;
  /** Kernel numbers of the usable cores. */
  cores = [];
  coreRows = new CoreRows(0);
  loop = new Columns(['atNs', 'maxNs']);
  sampling;
  /** Tasks of each trial. */
  tasks = 0;
  cost;
  /** What was told last of the time around a trial. */
  around;
  /** The latest moment anything is known about, ns on the run's clock. */
  nowNs = 0;
  /** Of samples there are fewer rows than were taken. */
  reduced = {};
  #options;
  #cells = new Map();
  #planned = new Map();
  #trials = new Map();
  #listeners = new Set();
  constructor(options = { plansLanes: true }) {
    this.#options = options;
  }
  /** The trial's track; undefined until it has begun. */
  trial(trial) {
    return this.#trials.get(trial);
  }
  /** Takes in one event; call {@link touch} once after a batch. */
  apply(event) {
    switch (event.type) {
      case 'run-begin':
        this.#begin(event);
        return;
      case 'planned':
        this.#plan(event.order);
        return;
      case 'trial-begin':
        this.#beginTrial(event.trial, event.atNs);
        return;
      case 'workers':
        this.#trials.get(event.trial)?.introduce(event.workers);
        return;
      case 'spans':
        this.#trials.get(event.trial)?.addSpans(event.spans);
        this.#see(event.spans.endNs);
        return;
      case 'samples':
        this.#addSamples(event.samples);
        this.cost = event.cost ?? this.cost;
        return;
      case 'loop':
        this.#addLoop(event.loop);
        return;
      case 'trial-end': {
        const track = this.#trials.get(event.end.trial);
        if (track !== undefined) track.end = event.end;
        this.#see([event.end.endNs]);
        this.#forgetOldest(event.end.trial);
        return;
      }
      case 'missed':
        this.#trials.get(event.trial)?.miss(event.tasks, event.rows);
        return;
      case 'reduced':
        this.reduced = { ...this.reduced, ...event.rows };
        return;
      case 'heaps':
        this.#trials.get(event.trial)?.addHeaps(event.heaps);
        return;
      case 'surroundings':
        this.around = event;
        return;
      case 'note':
      case 'task-times':
      case 'break-even':
      case 'run-end':
        return;
    }
  }
  /** Says that a batch is in: bumps the version and tells the listeners. */
  touch() {
    this.version += 1;
    for (const listener of this.#listeners) listener();
  }
  /** Calls `listener` after each batch; the returned function ends it. */
  onTouch(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  #begin(event) {
    this.cores = event.cores;
    this.coreRows = new CoreRows(event.cores.length);
    this.loop = new Columns(['atNs', 'maxNs']);
    this.sampling = event.sampling;
    this.tasks = event.experiment.tasks;
    this.cost = undefined;
    this.nowNs = 0;
    this.#cells = new Map(event.cells.map((cell) => [cell.id, cell]));
    this.around = undefined;
    this.reduced = {};
    this.#planned = new Map();
    this.#plan(event.order);
    this.#trials = new Map();
  }
  #plan(order) {
    for (const planned of order) this.#planned.set(planned.trial, planned);
  }
  #beginTrial(trial, atNs) {
    const cell = this.#cells.get(this.#planned.get(trial)?.cell ?? '');
    // A trial of no cell, such as one of the search for the break-even, has no lanes here.
    const { processes = 0, threads = 0 } = this.#options.plansLanes ? (cell?.topology ?? {}) : {};
    if (cell !== undefined) {
      this.#trials.set(trial, new TrialTrack(trial, cell, atNs, processes * threads));
    }
    this.#see([atNs]);
  }
  #addSamples(samples) {
    this.coreRows.append(samples, this.cores);
    samples.workers.trial.forEach((trial, row) => {
      this.#trials.get(trial)?.addSample(samples.workers, row);
    });
    const { memory } = samples;
    memory.trial.forEach((trial, row) => {
      const atNs = memory.atNs[row] ?? Number.NaN;
      const pssBytes = memory.pssBytes[row] ?? Number.NaN;
      const privateBytes = memory.privateBytes[row] ?? Number.NaN;
      this.#trials.get(trial)?.memory.add(atNs, memory.pid[row] ?? -1, pssBytes, privateBytes);
    });
    this.#see(samples.cores.atNs);
    this.#see(samples.workers.atNs);
    this.#see(memory.atNs);
  }
  #addLoop(loop) {
    loop.atNs.forEach((atNs, row) => {
      this.loop.push({ atNs, maxNs: loop.maxNs[row] ?? Number.NaN });
    });
    if (this.loop.length > maxLoopRows) {
      this.loop.joinPairs((one, next) => ({ ...next, maxNs: Math.max(one.maxNs, next.maxNs) }));
    }
    this.#see(loop.atNs);
  }
  /** A window may stand open for a run of days: rows of the oldest trials make room for those of the newest. */
  #forgetOldest(newest) {
    const most = this.#options.maxRows ?? maxRows;
    let rows = 0;
    for (const track of this.#trials.values()) rows += track.rows;
    for (const track of this.#trials.values()) {
      if (rows <= most) return;
      if (track.trial === newest || track.end === undefined) continue;
      rows -= track.rows;
      track.forget();
    }
  }
  #see(times) {
    for (const time of times) if (time > this.nowNs) this.nowNs = time;
  }
}
