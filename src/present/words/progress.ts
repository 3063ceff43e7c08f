// A run's progress in lines of text, for a terminal. Pure: from live events to sentences.
import { countTasks } from './count';
import type { Cell } from '@shared/experiment/cells';
import type { BreakEvenPoint } from '@shared/report/break-even';
import { cleanText } from '@shared/base/clean-text';
import { formatDuration, formatRatio } from '@shared/base/format';
import type { LiveEvent, PlannedTrial, SampleColumns, TrialEnd } from '@shared/report/live';

const count = (figure: number, word: string): string =>
  `${figure} ${word}${figure === 1 ? '' : 's'}`;

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
        return [
          event.experiment.name,
          count(event.cells.length, 'cell'),
          count(event.order.length, 'trial'),
          count(event.cores.length, 'core'),
        ].join(' · ');
      case 'note':
        return `note: ${event.text}`;
      case 'trial-begin':
        this.#current = this.#order[event.trial];
        this.#nowNs = event.atNs;
        return undefined;
      case 'planned':
        this.#order = [...this.#order, ...event.order];
        return describeMore(event.order);
      case 'break-even':
        this.#current = undefined;
        this.#points.push(event.point);
        return `break-even  ${describePoint(event.point)}`;
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

  /** Where the run stands now, in one short line; undefined between trials. */
  status(): string | undefined {
    const point = this.#points.at(-1);
    if (point !== undefined) {
      return `break-even · ${count(this.#points.length, 'point')} · ${describePoint(point)}`;
    }
    if (this.#current === undefined) return undefined;
    const { trial, cell } = this.#current;
    const kind = kindOf(this.#current);
    const left = this.#leftNs();
    return [
      `trial ${trial + 1} of ${this.#order.length}`,
      kind === undefined ? cell : `${cell} (${kind})`,
      `${formatDuration(this.#nowNs)} spent`,
      ...(left === undefined ? [] : [`about ${formatDuration(left)} left`]),
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
    const width = Math.max(0, ...this.#cells.map((cell) => cell.id.length));
    return [
      `trial ${String(end.trial + 1).padStart(total.length)} of ${total}`,
      (planned?.cell ?? 'not known').padEnd(width),
      end.status === 'ok' ? describeTimes(end) : describeFailure(end),
      ...(kind === undefined ? [] : [kind]),
    ].join('  ');
  }
}

/** What makes a trial another than the ordinary ones. */
function kindOf({ warmup, empty }: PlannedTrial): string | undefined {
  if (warmup) return 'warm-up';
  return empty === true ? 'empty' : undefined;
}

function describeMore(order: readonly PlannedTrial[]): string {
  const cells = order.map(({ cell }) => cell).join(', ');
  return `${count(order.length, 'more trial')}, not precise yet: ${cells}`;
}

function describePoint({ tasks, taskNs, winner, between = [], gain }: BreakEvenPoint): string {
  const place = `${countTasks(tasks)} of ${formatDuration(taskNs)}`;
  const ratio = gain === undefined ? '' : `, ${formatRatio(gain.ratio)} as fast as serial`;
  const answer = {
    serial: 'serial is fastest',
    threads: `threads${ratio}`,
    processes: `processes${ratio}`,
    undecided: `undecided between ${between.join(' and ')}`,
  }[winner];
  return `${place}  ${answer}`;
}

function describeTimes({ coldNs, warmNs }: TrialEnd): string {
  const write = (ns: number | undefined): string =>
    (ns === undefined ? 'not known' : formatDuration(ns)).padEnd(9);
  return `cold ${write(coldNs)} warm ${write(warmNs)}`.trimEnd();
}

function describeFailure({ status, evidence }: TrialEnd): string {
  return evidence === undefined ? status : `${status}: ${evidence.message}`;
}

function describeRunEnd(event: Extract<LiveEvent, { type: 'run-end' }>): string {
  const what = event.status === 'stopped' ? 'The run was stopped.' : 'The run failed.';
  return event.message === undefined ? what : `${what} ${event.message}`;
}

function latestOf(samples: SampleColumns): number {
  return samples.cores.atNs.at(-1) ?? 0;
}
