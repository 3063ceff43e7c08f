// The search for the break-even on this machine: it measures what the planner in analysis asks for,
// point by point. Its trials leave nothing but their times.
import { crossingsOf, gridPoints } from '@analysis/break-even/crossings';
import { nextProbe } from '@analysis/break-even/next-probe';
import {
  answerPoint,
  isClear,
  judgePoint,
  rounds,
  type PointTimes,
  type StrategyCells,
} from '@analysis/break-even/point';
import type { SizedTime } from '@analysis/break-even/size-model';
import {
  searchCells,
  type Answered,
  type SearchSpace,
  type SearchedStrategy,
} from '@analysis/break-even/space';
import { defined } from '@shared/base/defined';
import type { BreakEven, BreakEvenPoint } from '@shared/report/break-even';
import type { Cell } from '@shared/experiment/cells';
import type { BreakEvenRequest } from '@shared/experiment/experiment';
import { workloadSpec, type CatalogueWorkload } from '@shared/experiment/workloads';
import { isOwnCode } from '@shared/experiment/own-code';
import { createRandom, shuffle } from '../random';
import type { Reference } from '../trial/checksums';
import { silentContext, unrecordedTrial, referenceOf } from '../trial/reference';
import type { TrialContext } from '../trial/trial-session';
import type { TrialOutcome } from '../trial/trial';
import type { TrialRunner } from '../trial/trial-runner';

export interface SearchOptions {
  readonly context: TrialContext;
  readonly runner: Pick<TrialRunner, 'run' | 'stopped'>;
  readonly request: BreakEvenRequest;
  readonly usableCores: number;
  /** Keeps what is known after each point; the search goes on when that is done. */
  readonly onPoint?: (soFar: BreakEven) => Promise<void>;
  /** The experiment's own point, where its serial cell has a time. */
  readonly own?: NonNullable<BreakEven['own']>;
}

/** No trial of the search is meant to take longer than about 2 s. */
const timeoutSeconds = 10;
/** How long tasks take is tried in growing sizes, so many at once as fill this, up to one that does. */
const tried = { totalNs: 20e6, step: 4, minTasks: 2, maxTasks: 1000 } as const;

/** The two functions of the article as it has them: square and quad of 7, once each. */
const article = { tasks: 2, size: 1, number: 7 } as const;

/**
 * Searches until everything is known, the budget is used up or the runner is stopped. Absent where
 * there is nothing to search over; a note says why.
 */
export async function searchBreakEven(options: SearchOptions): Promise<BreakEven | undefined> {
  const { context, runner } = options;
  const { workload } = context.experiment;
  const { kind } = workload;
  const parameter = workloadSpec(kind).size;
  if (runner.stopped) return undefined;
  if (isOwnCode(workload) || parameter === undefined) {
    context.emit({
      type: 'note',
      note: { code: 'search-without-size', args: { workload: kind } },
    });
    return undefined;
  }
  return new Search(options, workload, parameter).execute();
}

interface Work {
  readonly workload: CatalogueWorkload;
  readonly tasks: number;
}

class Search {
  readonly #options: SearchOptions;
  readonly #workload: CatalogueWorkload;
  readonly #parameter: string;
  readonly #cells: Readonly<Record<SearchedStrategy, Cell>>;
  readonly #columns: readonly number[];
  readonly #closed = new Set<number>();
  readonly #known: SizedTime[] = [];
  readonly #answers: Answered[] = [];
  readonly #points: BreakEvenPoint[] = [];
  readonly #random: () => number;
  readonly #beganNs: number;
  #article: BreakEvenPoint | undefined;
  #trials = 0;
  #overBudget = false;

  constructor(options: SearchOptions, workload: CatalogueWorkload, parameter: string) {
    const { context, request, usableCores } = options;
    this.#options = options;
    this.#workload = workload;
    this.#parameter = parameter;
    this.#cells = searchCells(request, usableCores);
    this.#columns = [...new Set(request.tasks)].sort((one, other) => one - other);
    this.#random = createRandom(context.experiment.seed);
    this.#beganNs = context.clock.now();
  }

  async execute(): Promise<BreakEven> {
    await this.#tryOut();
    await this.#measureArticle();
    for (;;) {
      const probe = nextProbe(this.#space(), this.#answers);
      if (probe === undefined || this.#isOver()) return this.#result();
      const work = { workload: this.#sized(probe.size), tasks: probe.tasks };
      const strategies = ['serial', ...probe.strategies] as const;
      const times = await this.#measure(work, strategies, probe.serialNs * strategies.length);
      if (times === undefined) continue;
      this.#keep(probe, times);
      await this.#options.onPoint?.({ ...this.#result(), status: 'stopped' });
    }
  }

  #space(): SearchSpace {
    const { usableCores } = this.#options;
    return {
      columns: this.#columns,
      range: this.#range(),
      parallel: Math.min(usableCores, this.#cells.threads.workers),
      known: this.#known,
      closed: this.#closed,
    };
  }

  #range(): { readonly min: number; readonly max: number } {
    const spec = workloadSpec(this.#workload.kind).params[this.#parameter];
    if (spec === undefined) throw new Error(`the catalogue has no parameter ${this.#parameter}`);
    return spec;
  }

  #sized(size: number): CatalogueWorkload {
    const { kind, params } = this.#workload;
    return { kind, params: { ...params, [this.#parameter]: size } };
  }

  /** Returns whether it is to end here; noted, as it must not begin again. */
  #isOver(neededNs = 0): boolean {
    const { context, runner, request } = this.#options;
    const spentNs = context.clock.now() - this.#beganNs;
    this.#overBudget ||= spentNs + neededNs > request.budgetSeconds * 1e9;
    return runner.stopped || this.#overBudget;
  }

  /**
   * How long tasks take, in growing sizes: many short ones or few long ones in one host, so that
   * what a host takes once weighs little.
   */
  async #tryOut(): Promise<void> {
    const { min, max } = this.#range();
    let tasks: number = tried.minTasks;
    for (let size = min; !this.#isOver(); size = Math.min(max, Math.max(1, size * tried.step))) {
      const { end } = await this.#run({ workload: this.#sized(size), tasks }, 'serial', undefined);
      if (end.status !== 'ok' || end.warmNs === undefined) return;
      const taskNs = end.warmNs / tasks;
      this.#known.push({ size, taskNs });
      if (taskNs >= tried.totalNs || size === max) return;
      const wanted = Math.round(tried.totalNs / taskNs);
      tasks = Math.min(tried.maxTasks, Math.max(tried.minTasks, wanted));
    }
  }

  /** Measures the article's program by itself, unless the search is going to. */
  async #measureArticle(): Promise<void> {
    const { kind, params } = this.#workload;
    if (kind !== 'powers' || this.#isOver()) return;
    const { tasks, size, number } = article;
    if (params['number'] === number && this.#columns.includes(tasks)) return;
    const work = { workload: { kind, params: { number, iterations: size } }, tasks };
    const times = await this.#measure(work, ['serial', 'threads', 'processes'], 0);
    if (times !== undefined) this.#article = judgePoint({ tasks, size }, times, this.#cellIds());
  }

  /**
   * Times of these strategies, interleaved, with as few trials as it takes; absent where the search is
   * over before it is clear (what was not found yet is no answer), or a trial did not end well.
   * @param expectedNs how long a round is expected to take; none is begun that has no time left
   */
  async #measure(
    work: Work,
    strategies: readonly SearchedStrategy[],
    expectedNs: number,
  ): Promise<PointTimes | undefined> {
    const times: Partial<Record<SearchedStrategy, number[]>> = {};
    let reference: Reference | undefined;
    let longestNs = expectedNs;
    for (let round = 0; round < rounds.most; round += 1) {
      if (round >= rounds.least && isClear(times)) break;
      if (this.#isOver(longestNs)) return undefined;
      const beganNs = this.#options.context.clock.now();
      for (const strategy of shuffle(strategies, this.#random)) {
        const { end, finished } = await this.#run(work, strategy, reference);
        if (this.#options.runner.stopped) return undefined;
        if (end.status !== 'ok' || end.coldNs === undefined || finished === undefined) {
          this.#giveUp(work, strategy, end);
          return undefined;
        }
        reference ??= referenceOf(finished, { ...this.#options.context.experiment, ...work });
        (times[strategy] ??= []).push(end.coldNs);
      }
      longestNs = Math.max(longestNs, this.#options.context.clock.now() - beganNs);
    }
    return times;
  }

  #run(
    work: Work,
    strategy: SearchedStrategy,
    reference: Reference | undefined,
  ): Promise<TrialOutcome> {
    const { context, runner } = this.#options;
    this.#trials += 1;
    const limit = Math.min(timeoutSeconds, context.experiment.timeoutSeconds);
    return runner.run(silentContext(context, { ...work, timeoutSeconds: limit }), {
      trial: unrecordedTrial,
      cell: this.#cells[strategy],
      ...defined({ reference }),
    });
  }

  #giveUp(
    { tasks }: Work,
    strategy: SearchedStrategy,
    { evidence, status }: TrialOutcome['end'],
  ): void {
    this.#closed.add(tasks);
    const why = evidence?.failure ?? { code: 'ended', args: { status } };
    this.#options.context.emit({
      type: 'note',
      note: { code: 'search-left-out', args: { tasks, cell: this.#cells[strategy].id, why } },
    });
  }

  #keep(place: Pick<BreakEvenPoint, 'tasks' | 'size'>, times: PointTimes): void {
    const { tasks, size } = place;
    const point = judgePoint({ tasks, size }, times, this.#cellIds());
    this.#points.push(point);
    this.#answers.push(answerPoint(place, times));
    const isArticle = tasks === article.tasks && size === article.size;
    if (isArticle && this.#workload.params['number'] === article.number) this.#article = point;
    this.#options.context.emit({ type: 'break-even', point });
  }

  #cellIds(): StrategyCells {
    const { serial, threads, processes } = this.#cells;
    return { serial: serial.id, threads: threads.id, processes: processes.id };
  }

  #result(): BreakEven {
    const { context, runner, own } = this.#options;
    const measured = this.#points.flatMap(({ times }) => times);
    const kept = measured.reduce((sum, { coldNs }) => sum + coldNs.length, 0);
    const perStrategy = measured.length === 0 ? rounds.least : kept / measured.length;
    const gridStrategies = gridPoints(this.#answers) * Object.keys(this.#cells).length;
    return {
      parameter: this.#parameter,
      cells: this.#cellIds(),
      points: this.#points,
      columns: crossingsOf(this.#space(), this.#answers).map(({ tasks, crossings }) => ({
        tasks,
        crossings: [...crossings],
      })),
      ...defined({ own, article: this.#article }),
      status: runner.stopped ? 'stopped' : this.#overBudget ? 'budget' : 'done',
      durationNs: context.clock.now() - this.#beganNs,
      trials: this.#trials,
      gridTrials: Math.round(gridStrategies * perStrategy),
    };
  }
}
