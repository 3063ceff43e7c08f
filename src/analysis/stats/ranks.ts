// Ranks of figures, equal ones sharing the mean of theirs.

export interface Ranks {
  /** From 1 for the least, in the figures' order. */
  readonly ranks: readonly number[];
  /** How many figures each group of equal ones has; groups of one are left out. */
  readonly ties: readonly number[];
}

/** Ranks the figures; equal ones get the mean of the ranks they take together. */
export function rankTies(values: readonly number[]): Ranks {
  const order = values
    .map((value, index) => ({ value, index }))
    .sort((one, other) => one.value - other.value);
  const ranks = new Array<number>(values.length).fill(0);
  const ties: number[] = [];
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && order[to]?.value === order[from]?.value) to += 1;
    for (const { index } of order.slice(from, to)) ranks[index] = (from + 1 + to) / 2;
    if (to - from > 1) ties.push(to - from);
  }
  return { ranks, ties };
}
