// A run's progress in lines of text, for a terminal. Pure: from live events to sentences.
import { failureText } from './engine/failures';
import { list } from '../messages/list';
import { message } from '../messages/message';
import { countPoints } from './count';
import { noteText } from './engine/notes';
import type { Cell } from '@shared/experiment/cells';
import type { BreakEvenPoint } from '@shared/report/break-even';
import { cleanText } from '@shared/base/clean-text';
import { formatDuration, formatRatio, notKnown } from '../locale/format';
import { widthInColumns, padRight } from '../locale/text-columns';
import type { LiveEvent, PlannedTrial, SampleColumns, TrialEnd } from '@shared/report/live';

/** Longer than any line of Corelane's own; names and messages of others stand in them. */
const longestLine = 4000;

/** Follows a run and says where it stands. */
export class ProgressText {
  #order: readonly PlannedTrial[] = [];
  #cells: readonly Cell[] = [];
  #done = 0;
  #nowNs = 0;
  #current: PlannedTrial | undefined;
  #points: BreakEvenPoint[] = [];

  /** Takes an event; gives the line to print for it, if it is worth one: one line, whatever names are in it. */
  follow(event: LiveEvent): string | undefined {
    const line = this.#lineFor(event);
    return line === undefined ? undefined : cleanText(line, longestLine);
  }

  #lineFor(event: LiveEvent): string | undefined {
    switch (event.type) {
      case 'run-begin':
        this.#order = event.order;
        this.#cells = event.cells;
        return message('progress-begin', {
          name: event.experiment.name,
          cells: event.cells.length,
          trials: event.order.length,
          cores: event.cores.length,
        });
      case 'note':
        return message('progress-note', { note: noteText(event.note) });
      case 'trial-begin':
        this.#current = this.#order[event.trial];
        this.#nowNs = event.atNs;
        return undefined;
      case 'planned':
        this.#order = [...this.#order, ...event.order];
        return describeMore(event);
      case 'break-even':
        this.#current = undefined;
        this.#points.push(event.point);
        return `${message('progress-break-even')}  ${describePoint(event.point)}`;
      case 'samples':
        this.#nowNs = Math.max(this.#nowNs, latestOf(event.samples));
        return undefined;
      case 'trial-end':
        this.#done += 1;
        this.#nowNs = Math.max(this.#nowNs, event.end.endNs);
        return this.#describeEnd(event.end);
      case 'run-end':
        this.#current = undefined;
        this.#points = [];
        return event.status === 'done' ? undefined : describeRunEnd(event);
      default:
        return undefined;
    }
  }

  /** Returns where the run stands now, in one short line; undefined between trials. */
  status(): string | undefined {
    const point = this.#points.at(-1);
    if (point !== undefined) {
      return [
        message('progress-break-even'),
        countPoints(this.#points.length),
        describePoint(point),
      ].join(' · ');
    }
    if (this.#current === undefined) return undefined;
    const { trial, cell } = this.#current;
    const kind = kindOf(this.#current);
    const left = this.#leftNs();
    return [
      message('progress-trial', { number: String(trial + 1), total: String(this.#order.length) }),
      kind === undefined ? cell : message('progress-cell', { cell, kind }),
      message('progress-spent', { time: formatDuration(this.#nowNs) }),
      ...(left === undefined ? [] : [message('progress-left', { time: formatDuration(left) })]),
    ].join(' · ');
  }

  /** From the mean of the trials so far, once each cell has had one. */
  #leftNs(): number | undefined {
    if (this.#done === 0 || this.#done < this.#cells.length) return undefined;
    return (this.#nowNs / this.#done) * (this.#order.length - this.#done);
  }

  #describeEnd(end: TrialEnd): string {
    const planned = this.#order[end.trial];
    const kind = planned && kindOf(planned);
    const total = String(this.#order.length);
    const width = Math.max(0, ...this.#cells.map((cell) => widthInColumns(cell.id)));
    return [
      message('progress-trial', { number: String(end.trial + 1).padStart(total.length), total }),
      padRight(planned?.cell ?? notKnown(), width),
      end.status === 'ok' ? describeTimes(end) : describeFailure(end),
      ...(kind === undefined ? [] : [kind]),
    ].join('  ');
  }
}

/** Returns what makes a trial another than the ordinary ones. */
function kindOf({ warmup, empty }: PlannedTrial): string | undefined {
  if (warmup) return message('progress-kind', { kind: 'warm-up' });
  return empty === true ? message('progress-kind', { kind: 'empty' }) : undefined;
}

function describeMore({ order, why }: Extract<LiveEvent, { type: 'planned' }>): string {
  const cells = order.map(({ cell }) => cell).join(message('list-separator'));
  return message('progress-more', { count: order.length, why: why ?? 'imprecise', cells });
}

function describePoint({ tasks, taskNs, ...answer }: BreakEvenPoint): string {
  const place = message('progress-tasks', { tasks, size: formatDuration(taskNs) });
  return `${place}  ${describeAnswer(answer)}`;
}

function describeAnswer({
  winner,
  between = [],
  gain,
}: Pick<BreakEvenPoint, 'winner' | 'between' | 'gain'>): string {
  if (winner === 'undecided') return message('progress-undecided', { strategies: list(between) });
  if (winner === 'serial' || gain === undefined) return message('progress-winner', { winner });
  return message('progress-gain', { winner, ratio: formatRatio(gain.ratio) });
}

function describeTimes({ coldNs, warmNs }: TrialEnd): string {
  const write = (ns: number | undefined): string =>
    padRight(ns === undefined ? notKnown() : formatDuration(ns), 9);
  return message('progress-times', { cold: write(coldNs), warm: write(warmNs) }).trimEnd();
}

function describeFailure({ status, evidence }: TrialEnd): string {
  const what = message('trial-status', { status });
  if (evidence === undefined) return what;
  return message('progress-failed', { status: what, why: failureText(evidence.failure) });
}

function describeRunEnd(event: Extract<LiveEvent, { type: 'run-end' }>): string {
  const status = event.status === 'stopped' ? 'stopped' : 'failed';
  return event.failure === undefined
    ? message('progress-run-end', { status })
    : message('progress-run-end-why', { status, why: failureText(event.failure) });
}

function latestOf(samples: SampleColumns): number {
  return samples.cores.atNs.at(-1) ?? 0;
}
