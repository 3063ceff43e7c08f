// What a trial's processes hold over time. Exact readings give PSS and USS; between them only the resident size is
// measured, and what of it is shared is taken to change evenly. See decision 0028.

/** A resident size of one process. */
export interface Level {
  readonly atNs: number;
  readonly rssBytes: number;
  /** Pages of files; not a number of an exact reading alone. */
  readonly fileBytes: number;
}

/** An exact reading: what of the resident size is not the process's own, and its proportional part of that. */
export interface Anchor {
  readonly atNs: number;
  readonly foreignBytes: number;
  readonly partBytes: number;
  readonly ownBytes: number;
}

/** What was read of one process, in the order of time. */
export interface ReadRows {
  readonly levels: readonly Level[];
  readonly anchors: readonly Anchor[];
}

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

/** One process and where it is there. */
interface Process extends ReadRows {
  readonly fromNs: number;
  readonly untilNs: number;
}

const byTime = (one: { readonly atNs: number }, other: { readonly atNs: number }): number =>
  one.atNs - other.atNs;

/**
 * Works out the curve.
 * @param times of all rows, each once, ascending
 * @param isSampled whether resident sizes were read between the exact readings
 */
export function memoryCurve(
  rows: readonly ReadRows[],
  times: readonly number[],
  isSampled: boolean,
): MemoryCurve {
  const all = placed(rows, isSampled ? 0 : firstTurn(rows));
  const startNs = all.reduce((least, { fromNs }) => Math.min(least, fromNs), Infinity);
  const atNs = momentsOf(times, startNs, rows.length);
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
  return { ...curve, exact: exactMoments(rows, atNs), maxBytes };
}

/** Where each process is there: from its first row until it is gone, but not before a moment. */
function placed(rows: readonly ReadRows[], startNs: number): readonly Process[] {
  const goneBefore = rows.reduce(
    (latest, { levels }) => Math.max(latest, levels.at(-turns)?.atNs ?? 0),
    0,
  );
  return rows.map(({ levels, anchors }) => {
    const [first = 0, last = 0] = [levels[0]?.atNs, levels.at(-1)?.atNs];
    const untilNs = last < goneBefore ? last : Infinity;
    return { levels, anchors, fromNs: Math.max(first, startNs), untilNs };
  });
}

/** When every process that is read in the first turn has been read: before one is read again. */
function firstTurn(rows: readonly ReadRows[]): number {
  const again = rows.reduce(
    (least, { anchors }) => Math.min(least, anchors[1]?.atNs ?? least),
    Infinity,
  );
  return rows.reduce((latest, { anchors: [first] }) => {
    const atNs = first?.atNs ?? 0;
    return atNs < again ? Math.max(latest, atNs) : latest;
  }, 0);
}

/** The times from a moment on; those too close to be told apart become the last of them. */
function momentsOf(times: readonly number[], startNs: number, processes: number): Float64Array {
  const most = Math.max(1, Math.floor(maxFigures / Math.max(1, processes)));
  const first = times.findIndex((atNs) => atNs >= startNs);
  const some = first < 0 ? [] : first === 0 ? times : times.slice(first);
  if (some.length <= most) return Float64Array.from(some);
  const apartNs = ((some.at(-1) ?? 0) - (some[0] ?? 0)) / most;
  const moments: number[] = [];
  let beganNs = -Infinity;
  for (const atNs of some) {
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
function exactMoments(rows: readonly ReadRows[], atNs: Float64Array): MemoryCurve['exact'] {
  const readings = rows
    .flatMap(({ anchors }, process) => anchors.map((anchor) => ({ process, atNs: anchor.atNs })))
    .sort(byTime);
  let moment = 0;
  return readings.flatMap((reading) => {
    while (moment < atNs.length - 1 && (atNs[moment] as number) < reading.atNs) moment += 1;
    return reading.atNs < (atNs[0] ?? Infinity) ? [] : [{ process: reading.process, moment }];
  });
}
