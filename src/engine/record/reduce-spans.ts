// A trial's tasks where there are too many to list: some of them, and what is known of all.
import { quantileOfSorted } from '@analysis/stats/quantile';
import { defined } from '@shared/base/defined';
import type { SpanColumns } from '@shared/report/live';
import type { TaskTimes } from '@shared/report/reduced';

/** Steps of the histogram to a doubling of the time. */
const stepsPerOctave = 8;

function histogramOf(sorted: Float64Array): TaskTimes['histogram'] {
  const histogram: TaskTimes['histogram'] = { fromNs: [], tasks: [] };
  let last = Number.NaN;
  for (const ns of sorted) {
    const step = Math.floor(Math.log2(ns) * stepsPerOctave) / stepsPerOctave;
    const fromNs = ns < 1 ? 0 : Math.floor(2 ** step);
    if (fromNs !== last) {
      histogram.fromNs.push(fromNs);
      histogram.tasks.push(0);
      last = fromNs;
    }
    histogram.tasks[histogram.tasks.length - 1] = (histogram.tasks.at(-1) ?? 0) + 1;
  }
  return histogram;
}

/** Returns what all tasks took; undefined where there is none. */
export function timesOf({ startNs, endNs }: SpanColumns): TaskTimes | undefined {
  const sorted = Float64Array.from(endNs, (ns, row) => ns - (startNs[row] ?? ns)).sort();
  const [minNs, maxNs] = [sorted[0], sorted[sorted.length - 1]];
  if (minNs === undefined || maxNs === undefined) return undefined;
  const leastNs = sorted.find((ns) => ns > 0);
  const of = (share: number): number => quantileOfSorted(sorted, share);
  return {
    tasks: sorted.length,
    minNs,
    ...defined({ leastNs }),
    p5Ns: of(0.05),
    medianNs: of(0.5),
    p95Ns: of(0.95),
    maxNs,
    histogram: histogramOf(sorted),
  };
}

/** Rows to keep of `count`: the first and the last, those that took longest, and others evenly between. */
function rowsToKeep({ startNs, endNs }: SpanColumns, most: number): readonly number[] {
  const count = startNs.length;
  const rows = new Set<number>();
  let slowest = 0;
  const took = (row: number): number => (endNs[row] ?? 0) - (startNs[row] ?? 0);
  for (let row = 1; row < count; row += 1) if (took(row) > took(slowest)) slowest = row;
  for (const row of [0, slowest, count - 1]) if (rows.size < most) rows.add(row);
  const others = most - rows.size;
  for (let place = 1; place <= others; place += 1) {
    rows.add(Math.floor((place * count) / (others + 1)));
  }
  return [...rows].sort((one, other) => one - other);
}

/** At most `most` of the tasks, in their order: the first, the last, the slowest, others evenly between. */
export function someOf(spans: SpanColumns, most: number): SpanColumns {
  if (spans.task.length <= most) return spans;
  const kept = rowsToKeep(spans, Math.max(0, Math.floor(most)));
  const pick = (column: readonly number[]): number[] => kept.map((row) => column[row] ?? 0);
  return {
    task: pick(spans.task),
    worker: pick(spans.worker),
    startNs: pick(spans.startNs),
    endNs: pick(spans.endNs),
  };
}
