// Claim 11: communication between processes costs more.
import type { Figure, Outcome } from '@shared/claims';
import { formatBytes, formatDuration } from '@shared/format';
import { quantile } from '../quantile';
import { figuresOf } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';
import { runtimesOf } from './losses';

/** The ways that are compared: what copies between processes, what a thread is sent, what copies nothing. */
interface Ways {
  readonly processes: readonly string[];
  readonly threads: readonly string[];
  /** Each with its word, and the ways it saves the copies of. */
  readonly uncopied: readonly {
    readonly way: string;
    readonly words: string;
    readonly than: 'processes' | 'threads';
  }[];
}

const ways: Readonly<Record<'node' | 'python', Ways>> = {
  node: {
    processes: ['process'],
    threads: ['clone'],
    uncopied: [
      { way: 'shared', words: 'shared memory', than: 'threads' },
      { way: 'transfer', words: 'handing the memory over', than: 'threads' },
    ],
  },
  python: {
    processes: ['process-queue', 'process-pipe'],
    threads: ['queue'],
    uncopied: [{ way: 'process-shared', words: 'memory shared by processes', than: 'processes' }],
  },
};

/** A difference below it is none. */
const leastRatio = 1.1;

/** Whether one takes clearly longer: by medians, and with middle halves that do not overlap. */
function isSlower(one: Figure, other: Figure): boolean {
  return (
    one.median >= leastRatio * other.median &&
    quantile(one.values, 0.25) > quantile(other.values, 0.75)
  );
}

function quickest(
  figures: readonly Figure[],
  names: readonly string[],
  x: number,
): Figure | undefined {
  return figuresOf(figures, { quantity: 'round-trip', x })
    .filter(({ way }) => names.includes(way))
    .sort((one, other) => one.median - other.median)[0];
}

interface Pair {
  readonly x: number;
  readonly process: Figure;
  readonly thread: Figure;
}

/** Both sides at each payload that both were measured with, the smallest first. */
function pairsOf(figures: readonly Figure[], { processes, threads }: Ways): readonly Pair[] {
  const payloads = [...new Set(figures.flatMap(({ x }) => x ?? []))].sort(
    (one, other) => one - other,
  );
  return payloads.flatMap((x) => {
    const process = quickest(figures, processes, x);
    const thread = quickest(figures, threads, x);
    return process === undefined || thread === undefined ? [] : [{ x, process, thread }];
  });
}

/** The smallest payload from which on a way is quicker than the copies. */
function crossing(pairs: readonly Pair[], quickerAt: (pair: Pair) => boolean): number | undefined {
  const lastNot = pairs.findLastIndex((pair) => !quickerAt(pair));
  return pairs[lastNot + 1]?.x;
}

const listOf = (pairs: readonly Pair[]): string => pairs.map(({ x }) => formatBytes(x)).join(', ');

function tripWords({ x, process, thread }: Pair): string {
  const to = (one: Figure): string => formatDuration(one.median);
  return `${formatBytes(x)} to a process and back took ${to(process)}, to a thread ${to(thread)}`;
}

function crossingWords(
  figures: readonly Figure[],
  pairs: readonly Pair[],
  { uncopied, ...copied }: Ways,
): readonly string[] {
  return uncopied.flatMap(({ way, words, than }) => {
    const from = crossing(pairs, ({ x }) => {
      const one = quickest(figures, [way], x);
      const copy = quickest(figures, copied[than], x);
      return one !== undefined && copy !== undefined && isSlower(copy, one);
    });
    if (from === undefined) return [];
    const at = from === pairs[0]?.x ? 'at every size' : `from ${formatBytes(from)} on`;
    return [` ${words[0]?.toUpperCase()}${words.slice(1)} is quicker than copies ${at}.`];
  });
}

function judgeRuntime(
  figures: readonly Figure[],
  language: Ways,
): { readonly outcome: Outcome; readonly text: string } | undefined {
  const pairs = pairsOf(figures, language);
  if (pairs.length === 0) return undefined;
  const dearer = pairs.filter(({ process, thread }) => isSlower(process, thread));
  const outcome =
    dearer.length === pairs.length ? 'holds' : dearer.length === 0 ? 'fails' : 'depends';
  const largest = pairs.at(-1);
  const told = pairs.filter((pair) => pair.x === 1000 || pair === largest);
  const others = pairs.filter((pair) => !dearer.includes(pair));
  const where =
    outcome === 'depends'
      ? ` Processes cost more at ${listOf(dearer)}, not at ${listOf(others)}.`
      : '';
  return {
    outcome,
    text: `${told.map(tripWords).join('; ')}.${where}${crossingWords(figures, pairs, language).join('')}`,
  };
}

const judgeMessages =
  (language: Ways): JudgeLanguage =>
  (figures) => {
    const trips = figuresOf(figures, { quantity: 'round-trip' });
    // One version of each language is measured.
    const [runtime] = runtimesOf(trips);
    return judgeRuntime(figuresOf(trips, runtime === undefined ? {} : { runtime }), language);
  };

/**
 * Holds where a copying round trip to a process takes longer than one to a thread at every payload;
 * fails where it does at none.
 */
export const messages = judgeBy({
  node: judgeMessages(ways.node),
  python: judgeMessages(ways.python),
});
