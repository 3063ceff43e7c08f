// The edits that can be taken back: snapshots as texts, as many as are kept. Pure.

/** More is more than anybody takes back one by one. */
const most = 100;

export class EditHistory {
  #past: readonly string[] = [];
  #future: readonly string[] = [];
  /** Where the last edit was, as long as the next one there belongs to it. */
  #place: string | undefined;

  /** Keeps what was before an edit. Letters typed into one field, one after another, are one edit. */
  record(before: string, after: string): void {
    const place = placeOfChange(before, after);
    this.#future = [];
    if (place === undefined || place !== this.#place)
      this.#past = [...this.#past, before].slice(-most);
    this.#place = place;
  }

  /** Ends an edit: what comes next is another one, in the same field too. */
  seal(): void {
    this.#place = undefined;
  }

  /** Takes the last edit back: what was before it; nothing where there is none. */
  undo(now: string): string | undefined {
    const before = this.#past.at(-1);
    if (before === undefined) return undefined;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, now];
    this.seal();
    return before;
  }

  /** Does again what was taken back; nothing where nothing was. */
  redo(now: string): string | undefined {
    const after = this.#future.at(-1);
    if (after === undefined) return undefined;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, now];
    this.seal();
    return after;
  }
}

/** Returns the path of the one value that differs between two JSON texts; nothing where more differ. */
export function placeOfChange(before: string, after: string): string | undefined {
  const places: string[] = [];
  compare(JSON.parse(before), JSON.parse(after), '', places);
  return places.length === 1 ? places[0] : undefined;
}

function compare(before: unknown, after: unknown, path: string, places: string[]): void {
  if (places.length > 1 || Object.is(before, after)) return;
  if (!isBranch(before) || !isBranch(after)) {
    places.push(path);
    return;
  }
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    compare(before[key], after[key], `${path}/${key}`, places);
  }
}

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
