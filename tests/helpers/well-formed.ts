// What makes an exported file well-formed, apart from the exporters: each gives what is wrong with a text.
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid?: number;
  readonly ts?: number;
  readonly dur?: number;
  readonly id?: string;
  readonly args?: Readonly<Record<string, unknown>>;
}

export function traceEvents(text: string): readonly TraceEvent[] {
  return (JSON.parse(text) as { readonly traceEvents: TraceEvent[] }).traceEvents;
}

const nsOf = (us: number | undefined): number => Math.trunc((us ?? Number.NaN) * 1000);

/** What a viewer of traces trips over, one line each. */
export function faultsOfTrace(text: string): readonly string[] {
  const events = traceEvents(text);
  const faults: string[] = [];
  const lanes = new Map<string, TraceEvent[]>();
  const open = new Map<string, number>();
  for (const event of events) {
    const { ph, pid, tid, ts, dur, id = '' } = event;
    const told = JSON.stringify(event);
    if (!Number.isSafeInteger(pid) || pid < 1) faults.push(`no process number: ${told}`);
    if (tid !== undefined && (!Number.isSafeInteger(tid) || tid < 1))
      faults.push(`no thread number: ${told}`);
    if (ph !== 'M' && !Number.isFinite(ts)) faults.push(`no time: ${told}`);
    if (ph === 'X') {
      if (tid === undefined || dur === undefined || !(dur >= 0)) faults.push(`no slice: ${told}`);
      const key = `${pid}/${tid}`;
      lanes.set(key, [...(lanes.get(key) ?? []), event]);
    }
    if (ph === 'b') {
      if (open.has(id)) faults.push(`begun twice: ${told}`);
      open.set(id, ts ?? Number.NaN);
    }
    if (ph === 'e') {
      if (!((ts ?? Number.NaN) >= (open.get(id) ?? Number.NaN))) faults.push(`ends early: ${told}`);
      open.set(id, Infinity);
    }
  }
  if ([...open.values()].some((at) => at !== Infinity)) faults.push('begun and not ended');
  for (const [key, lane] of lanes) {
    lane.sort((one, other) => (one.ts ?? 0) - (other.ts ?? 0));
    lane.forEach((one, place) => {
      const next = lane[place + 1];
      if (next !== undefined && nsOf(one.ts) + nsOf(one.dur) > nsOf(next.ts))
        faults.push(`overlap on ${key}: ${JSON.stringify([one, next])}`);
    });
  }
  return faults;
}

/** Rows of a CSV file by RFC 4180; undefined where it is none. */
export function readCsv(text: string, separator = ','): readonly (readonly string[])[] | undefined {
  const rows: string[][] = [];
  let row: string[] = [];
  const plain = text.replace(/^\ufeff/, '');
  const field = new RegExp(`("(?:[^"]|"")*"|[^"${separator}\\r\\n]*)(${separator}|\\r\\n)`, 'gy');
  let end = 0;
  for (const found of plain.matchAll(field)) {
    const [whole, value = '', closing] = found;
    end = found.index + whole.length;
    row.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (closing === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return end === plain.length && row.length === 0 ? rows : undefined;
}

/** What is wrong with a CSV file, one line each. */
export function faultsOfCsv(text: string, separator: ',' | ';'): readonly string[] {
  const rows = readCsv(text, separator);
  if (rows === undefined) return ['not RFC 4180'];
  const [header = []] = rows;
  return rows.flatMap((row) => [
    ...(row.length === header.length ? [] : [`${row.length} fields instead of ${header.length}`]),
    ...row.flatMap((field) => {
      const isFigure = /^-?\d+([.,]\d+)?(e[+-]?\d+)?$/.test(field);
      if (!isFigure && /^\s*[=+\-@\t\r＝＋－＠]/u.test(field)) return [`a formula: ${field}`];
      return /^(NaN|-?Infinity|null|undefined)$/.test(field) ? [`no figure: ${field}`] : [];
    }),
  ]);
}

const single = new Set(['meta', 'br', 'path', 'rect', 'circle', 'line', 'use', 'img', 'hr']);

/** What is wrong with a page: elements that do not nest, words in place of figures. */
export function faultsOfHtml(text: string): readonly string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const body = text.replace(/^<!doctype html>/i, '').replace(/<style>[^<]*<\/style>/, '');
  for (const [tag, closing, name = '', own] of body.matchAll(
    /<(\/?)([a-zA-Z0-9]+)(?:\s+[a-zA-Z:-]+(?:="[^"<>]*")?)*\s*(\/?)>/g,
  )) {
    if (own === '/' || (single.has(name) && closing === '')) continue;
    if (closing === '') open.push(name);
    else if (open.pop() !== name) faults.push(`closes early: ${tag}`);
  }
  if (open.length > 0) faults.push(`not closed: ${open.join(' ')}`);
  const words = body.replace(/<[^>]*>/g, ' ');
  for (const [word] of words.matchAll(/[^\s]*(NaN|Infinity|undefined)[^\s]*/g)) faults.push(word);
  for (const [, value = ''] of body.matchAll(/="([^"]*)"/g)) {
    if (/NaN|Infinity|undefined/.test(value)) faults.push(`an attribute: ${value}`);
  }
  return faults;
}

/** Control characters but line breaks and tabs, marks of direction, what has no width. */
const commanding = /(?![\n\t])[\p{Cc}\p{Cf}]/u;

/** What could command a terminal, or is no figure. */
export function faultsOfText(text: string): readonly string[] {
  return [
    ...(commanding.test(text) ? ['a control character'] : []),
    ...(text.match(/\S*(NaN|Infinity|undefined)\S*/g) ?? []),
  ];
}
