// Single events of Chrome's Trace Event Format as text.
import { cleanLine } from './base/clean-text';
import { microseconds, wholeNs } from './trace-time';

type Facts = Readonly<Record<string, string | number>>;

/** What an event is of. */
export interface Thread {
  readonly pid: number;
  readonly tid: number;
}

const longestName = 200;

const event = (facts: Facts, args?: Facts): string =>
  JSON.stringify(args === undefined ? facts : { ...facts, args });

/** Names a process or a thread. */
export function named(what: 'process_name' | 'thread_name', thread: Thread, name: string): string {
  return event({ name: what, ph: 'M', ...thread }, { name: cleanLine(name, longestName) });
}

/** Gives a process its place among the others. */
export function ordered(pid: number, tid: number): string {
  return event({ name: 'process_sort_index', ph: 'M', pid, tid }, { sort_index: pid });
}

/** Figures at a moment; undefined where the moment or every figure is none. */
export function counter(
  name: string,
  pid: number,
  atNs: number | undefined,
  figures: Readonly<Record<string, number | undefined>>,
): string | undefined {
  if (atNs === undefined || !Number.isFinite(atNs)) return undefined;
  const args: Record<string, number> = {};
  for (const [figure, value] of Object.entries(figures)) {
    if (value !== undefined && Number.isFinite(value)) args[figure] = value;
  }
  if (Object.keys(args).length === 0) return undefined;
  return event({ name, ph: 'C', pid, ts: microseconds(wholeNs(atNs)) }, args);
}

/** A slice of a thread, in whole nanoseconds. By hand: a million times the library's way would take seconds. */
export function slice(
  { pid, tid }: Thread,
  name: string,
  category: 'task' | 'phase',
  fromNs: number,
  toNs: number,
): string {
  const [ts, dur] = [microseconds(fromNs), microseconds(wholeNs(toNs - fromNs))];
  return `{"name":"${name}","cat":"${category}","ph":"X","ts":${ts},"dur":${dur},"pid":${pid},"tid":${tid}}`;
}

/**
 * The beginning and the end of a task that overlaps any number of others. Events of one name and process
 * make one track, however many are under way.
 * @param id its own in the whole trace
 */
export function overlapping(
  { pid, tid }: Thread,
  id: number,
  task: number,
  fromNs: number,
  toNs: number,
): readonly [string, string] {
  const place = `"name":"task","cat":"task","id":"0x${id.toString(16)}","pid":${pid},"tid":${tid}`;
  return [
    `{"ph":"b",${place},"ts":${microseconds(fromNs)},"args":{"task":${JSON.stringify(task)}}}`,
    `{"ph":"e",${place},"ts":${microseconds(toNs)}}`,
  ];
}
