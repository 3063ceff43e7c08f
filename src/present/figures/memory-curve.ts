// What a trial's processes hold over time. Exact readings give PSS and USS; between them only the resident size is
// measured, and what of it is shared is taken to change evenly. See decision 0028.
import type { Table } from '@shared/base/table';

/** Exact readings and resident sizes, each of a process by its place among the trial's. */
export const exactShape = {
  atNs: 'ns',
  process: 'index',
  rssBytes: 'bytes',
  pssBytes: 'bytes',
  privateBytes: 'bytes',
} as const;
export const residentShape = {
  atNs: 'ns',
  process: 'index',
  rssBytes: 'bytes',
  sharedBytes: 'bytes',
} as const;

export type ExactReadings = Table<typeof exactShape>;
export type ResidentSizes = Table<typeof residentShape>;

/** What all processes hold at some moments; each holds until the next. */
export interface MemoryCurve {
  readonly atNs: Float64Array;
  /** By process, by moment: what is its own (USS); NaN where it is not there. */
  readonly own: readonly Float64Array[];
  /** What they share, by moment, each part counted once. */
  readonly sharedBytes: Float64Array;
  /** Sum of both: the PSS of all. */
  readonly totalBytes: Float64Array;
  /** 1 where every process that is there has been read exactly at some time. */
  readonly known: Uint8Array;
  /** Exact readings, in the order of time: of which process, at which moment. */
  readonly exact: readonly { readonly process: number; readonly moment: number }[];
  readonly maxBytes: number;
}

/** Figures of a curve, one per process and moment; with more of them moments close to one another are one. */
const maxFigures = 1_000_000;
/** A process is gone where another was read so many times since. */
const turns = 3;

/** An exact reading: what of the resident size is not the process's own, and its proportional part of that. */
interface Anchor {
  readonly atNs: number;
  readonly foreignBytes: number;
  readonly partBytes: number;
}

/** One process: its resident sizes in the order of time, and where it is there. */
interface Process {
  readonly levels: readonly Level[];
  readonly anchors: readonly Anchor[];
  readonly fromNs: number;
  readonly untilNs: number;
}

interface Level {
  readonly atNs: number;
  readonly rssBytes: number;
  /** Pages of files; not known of an exact reading alone. */
  readonly fileBytes: number;
}

const byTime = (one: { readonly atNs: number }, other: { readonly atNs: number }): number =>
  one.atNs - other.atNs;

/** Works out the curve of so many processes. */
export function memoryCurve(
  exact: ExactReadings,
  resident: ResidentSizes,
  processes: number,
): MemoryCurve {
  const all = processesOf(exact, resident, processes);
  const startNs = all.reduce((least, { fromNs }) => Math.min(least, fromNs), Infinity);
  const atNs = momentsOf([exact, resident], startNs, processes);
  const curve = {
    atNs,
    own: all.map(() => new Float64Array(atNs.length).fill(Number.NaN)),
    sharedBytes: new Float64Array(atNs.length),
    totalBytes: new Float64Array(atNs.length),
    known: new Uint8Array(atNs.length).fill(1),
  };
  const unread = unreadFiles(all, atNs);
  all.forEach((process, place) => fill(process, curve.own[place] as Float64Array, curve, unread));
  let maxBytes = 0;
  for (let moment = 0; moment < atNs.length; moment += 1) {
    let total = curve.sharedBytes[moment] as number;
    for (const own of curve.own) total += own[moment] || 0;
    curve.totalBytes[moment] = total;
    maxBytes = Math.max(maxBytes, total);
  }
  return { ...curve, exact: exactMoments(exact, atNs), maxBytes };
}

function processesOf(
  exact: ExactReadings,
  resident: ResidentSizes,
  processes: number,
): readonly Process[] {
  const levels = Array.from({ length: processes }, (): Level[] => []);
  const readings = Array.from({ length: processes }, (): number[] => []);
  for (let row = 0; row < resident.length; row += 1) {
    levels[resident.at('process', row)]?.push({
      atNs: resident.at('atNs', row),
      rssBytes: resident.at('rssBytes', row),
      fileBytes: resident.at('sharedBytes', row),
    });
  }
  for (let row = 0; row < exact.length; row += 1) readings[exact.at('process', row)]?.push(row);
  const made = levels.map((own, place) => withReadings(own, readings[place] ?? [], exact));
  const goneBefore = made.reduce((latest, one) => Math.max(latest, one.atNs.at(-turns) ?? 0), 0);
  const startNs = resident.length > 0 ? 0 : firstTurn(exact);
  return made.map(({ atNs, ...one }) => {
    const [first = 0, last = 0] = [atNs[0], atNs.at(-1)];
    return {
      ...one,
      fromNs: Math.max(first, startNs),
      untilNs: last < goneBefore ? last : Infinity,
    };
  });
}

/** A process with its exact readings as anchors. They are levels too where nothing else was read at that moment. */
function withReadings(
  levels: Level[],
  rows: readonly number[],
  exact: ExactReadings,
): Pick<Process, 'levels' | 'anchors'> & { readonly atNs: readonly number[] } {
  const sizes = new Map(levels.map(({ atNs, rssBytes }) => [atNs, rssBytes]));
  const anchors: Anchor[] = [];
  for (const row of rows) {
    const atNs = exact.at('atNs', row);
    const own = exact.at('privateBytes', row);
    const rssBytes = sizes.get(atNs) ?? exact.at('rssBytes', row);
    const foreignBytes = rssBytes - own;
    anchors.push({ atNs, foreignBytes, partBytes: Math.max(0, exact.at('pssBytes', row) - own) });
    if (!sizes.has(atNs)) levels.push({ atNs, rssBytes, fileBytes: Number.NaN });
  }
  levels.sort(byTime);
  return { levels, anchors: anchors.sort(byTime), atNs: levels.map(({ atNs }) => atNs) };
}

/** When every process that is read in the first turn has been read. */
function firstTurn(exact: ExactReadings): number {
  const rows = Array.from({ length: exact.length }, (_, row) => row);
  rows.sort((one, other) => exact.at('atNs', one) - exact.at('atNs', other));
  const seen = new Set<number>();
  let atNs = 0;
  for (const row of rows) {
    if (seen.has(exact.at('process', row))) break;
    seen.add(exact.at('process', row));
    atNs = exact.at('atNs', row);
  }
  return atNs;
}

/** The moments of all rows, each once; those too close to be told apart become the last of them. */
function momentsOf(
  tables: readonly (ExactReadings | ResidentSizes)[],
  startNs: number,
  processes: number,
): Float64Array {
  const times = tables.flatMap((table) => [...table.column('atNs').subarray(0, table.length)]);
  const sorted = Float64Array.from(times.filter((atNs) => atNs >= startNs)).sort();
  const most = Math.max(1, Math.floor(maxFigures / Math.max(1, processes)));
  const span = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
  const apartNs = sorted.length > most ? span / most : 0;
  const moments: number[] = [];
  let beganNs = -Infinity;
  for (const atNs of sorted) {
    if (atNs - beganNs <= apartNs) moments[moments.length - 1] = atNs;
    else {
      beganNs = atNs;
      moments.push(atNs);
    }
  }
  return Float64Array.from(moments);
}

/** By moment, of the processes that are there and were never read exactly: how many, and their largest file pages. */
function unreadFiles(all: readonly Process[], atNs: Float64Array) {
  const count = new Float64Array(atNs.length);
  const bytes = new Float64Array(atNs.length);
  for (const process of all) {
    if (process.anchors.length > 0) continue;
    walk(process, atNs, (moment, { fileBytes }) => {
      count[moment] = (count[moment] as number) + 1;
      bytes[moment] = Math.max(bytes[moment] as number, fileBytes);
    });
  }
  return { count, bytes };
}

/** Visits the moments at which a process is there, with its last resident size. */
function walk(
  { levels, fromNs, untilNs }: Process,
  atNs: Float64Array,
  visit: (moment: number, level: Level) => void,
): void {
  let at = 0;
  for (let moment = 0; moment < atNs.length; moment += 1) {
    const nowNs = atNs[moment] as number;
    if (nowNs < fromNs) continue;
    if (nowNs > untilNs) return;
    while ((levels[at + 1]?.atNs ?? Infinity) <= nowNs) at += 1;
    visit(moment, levels[at] as Level);
  }
}

function fill(
  process: Process,
  own: Float64Array,
  { atNs, sharedBytes, known }: Pick<MemoryCurve, 'atNs' | 'sharedBytes' | 'known'>,
  unread: ReturnType<typeof unreadFiles>,
): void {
  const { anchors } = process;
  let at = 0;
  walk(process, atNs, (moment, { rssBytes, fileBytes }) => {
    const nowNs = atNs[moment] as number;
    while ((anchors[at + 1]?.atNs ?? Infinity) <= nowNs) at += 1;
    const before = anchors[at];
    let [foreign, part] = [fileBytes, (unread.bytes[moment] ?? 0) / (unread.count[moment] ?? 1)];
    if (before === undefined) known[moment] = 0;
    else {
      // Where nothing was measured since an exact reading, that one holds.
      const isSampled = nowNs > before.atNs && !Number.isNaN(fileBytes);
      const after = isSampled ? (anchors[at + 1] ?? before) : before;
      const share = after === before ? 0 : (nowNs - before.atNs) / (after.atNs - before.atNs);
      foreign = before.foreignBytes + share * (after.foreignBytes - before.foreignBytes);
      part = before.partBytes + share * (after.partBytes - before.partBytes);
    }
    own[moment] = Math.max(0, rssBytes - foreign);
    sharedBytes[moment] = (sharedBytes[moment] as number) + part;
  });
}

/** At which moment each exact reading was taken. */
function exactMoments(exact: ExactReadings, atNs: Float64Array): MemoryCurve['exact'] {
  const rows = Array.from({ length: exact.length }, (_, row) => ({
    atNs: exact.at('atNs', row),
    process: exact.at('process', row),
  })).sort(byTime);
  let moment = 0;
  return rows.flatMap((row) => {
    while (moment < atNs.length - 1 && (atNs[moment] as number) < row.atNs) moment += 1;
    return row.atNs < (atNs[0] ?? Infinity) ? [] : [{ process: row.process, moment }];
  });
}
