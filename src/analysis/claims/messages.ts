// Claim 11: communication between processes costs more.
import type { Figure, Outcome } from '@shared/claims/claims';
import { formatBytes } from '@shared/base/format';
import { quantile } from '../stats/quantile';
import { figuresOf } from './figure';
import { joinOutcomes, judgeBy, type JudgeLanguage } from './judge';
import { runtimesOf } from './losses';
import { withSpread } from './spread';

/** The ways that are compared: what copies between processes, what a thread is sent, what copies nothing. */
interface Ways {
  readonly processes: readonly string[];
  readonly threads: readonly string[];
  /** Ways of one kind, which are compared with each other; the words tell several kinds apart. */
  readonly kinds: readonly {
    readonly process: string;
    readonly thread: string;
    readonly words: string;
  }[];
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
    kinds: [{ process: 'process', thread: 'clone', words: '' }],
    uncopied: [
      { way: 'shared', words: 'shared memory', than: 'threads' },
      { way: 'transfer', words: 'handing the memory over', than: 'threads' },
    ],
  },
  python: {
    processes: ['process-queue', 'process-pipe'],
    threads: ['queue', 'threads-simple'],
    kinds: [
      { process: 'process-queue', thread: 'queue', words: 'through queues' },
      {
        process: 'process-pipe',
        thread: 'threads-simple',
        words: 'through a pipe, against a SimpleQueue',
      },
    ],
    uncopied: [{ way: 'process-shared', words: 'memory shared by processes', than: 'processes' }],
  },
};

/** A difference below it is none. */
const minRatio = 1.1;

/** Whether one takes clearly longer: by medians, and with middle halves that do not overlap. */
function isSlower(one: Figure, other: Figure): boolean {
  return (
    one.median >= minRatio * other.median &&
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

/** What a payload says: processes cost more, they do not, or the spread leaves it open. */
type Verdict = 'more' | 'not more' | 'not decided';

interface Pair {
  readonly x: number;
  readonly process: Figure;
  readonly thread: Figure;
  readonly verdict: Verdict;
}

/** Surely more, surely not, or so near that no difference matters; a difference that is unsure decides nothing. */
function verdictOf(process: Figure, thread: Figure): Verdict {
  if (isSlower(process, thread)) return 'more';
  const isNear =
    process.median < minRatio * thread.median && thread.median < minRatio * process.median;
  return isNear || isSlower(thread, process) ? 'not more' : 'not decided';
}

type Sides = Pick<Ways, 'processes' | 'threads'>;

/** Both sides at each payload that both were measured with, the smallest first. */
function pairsOf(figures: readonly Figure[], { processes, threads }: Sides): readonly Pair[] {
  const payloads = [...new Set(figures.flatMap(({ x }) => x ?? []))].sort(
    (one, other) => one - other,
  );
  return payloads.flatMap((x) => {
    const process = quickest(figures, processes, x);
    const thread = quickest(figures, threads, x);
    if (process === undefined || thread === undefined) return [];
    return [{ x, process, thread, verdict: verdictOf(process, thread) }];
  });
}

/** Pairs of one kind of way, with the words for it. */
interface Compared {
  readonly words: string;
  readonly pairs: readonly Pair[];
}

/** Kind by kind; where no kind was measured on both sides, the quickest of each side. */
function comparisonsOf(figures: readonly Figure[], language: Ways): readonly Compared[] {
  const kinds = language.kinds
    .map(({ process, thread, words }) => ({
      words,
      pairs: pairsOf(figures, { processes: [process], threads: [thread] }),
    }))
    .filter(({ pairs }) => pairs.length > 0);
  const [first] = kinds;
  if (first === undefined) {
    const pairs = pairsOf(figures, language);
    return pairs.length === 0 ? [] : [{ words: '', pairs }];
  }
  return kinds.length === 1 ? [{ ...first, words: '' }] : kinds;
}

/** The smallest payload from which on a way is quicker than the copies. */
function crossing(
  payloads: readonly number[],
  quickerAt: (x: number) => boolean,
): number | undefined {
  const lastNot = payloads.findLastIndex((x) => !quickerAt(x));
  return payloads[lastNot + 1];
}

const listOf = (pairs: readonly Pair[]): string => pairs.map(({ x }) => formatBytes(x)).join(', ');

function tripWords({ x, process, thread }: Pair): string {
  return `${formatBytes(x)} to a process and back took ${withSpread(process)}, to a thread ${withSpread(thread)}`;
}

/** The round trips of 1 kB and of the largest payload. */
function tripsText({ words, pairs }: Compared): string {
  const told = pairs.filter((pair) => pair.x === 1000 || pair === pairs.at(-1));
  const list = told.map(tripWords).join('; ');
  return words === '' ? list : `${words}, ${list}`;
}

/** Where processes cost more and where not, if that differs anywhere; and which sizes decide nothing. */
function whereText({ words, pairs }: Compared, differs: boolean): string {
  const at = (verdict: Verdict): readonly Pair[] =>
    pairs.filter((pair) => pair.verdict === verdict);
  const [more, not, open] = [at('more'), at('not more'), at('not decided')];
  const how = words === '' ? '' : ` ${words}`;
  const split =
    more.length === 0
      ? ` Processes cost no more${how} at ${listOf(not)}.`
      : ` Processes cost more${how} at ${listOf(more)}${not.length === 0 ? '' : `, not at ${listOf(not)}`}.`;
  const undecided = ` Not decided${how} at ${listOf(open)}: the times spread too far.`;
  return [
    ...(differs && more.length + not.length > 0 ? [split] : []),
    ...(open.length > 0 ? [undecided] : []),
  ].join('');
}

function crossingWords(
  figures: readonly Figure[],
  payloads: readonly number[],
  { uncopied, ...copied }: Ways,
): readonly string[] {
  return uncopied.flatMap(({ way, words, than }) => {
    const from = crossing(payloads, (x) => {
      const one = quickest(figures, [way], x);
      const copy = quickest(figures, copied[than], x);
      return one !== undefined && copy !== undefined && isSlower(copy, one);
    });
    if (from === undefined) return [];
    const at = from === payloads[0] ? 'at every size' : `from ${formatBytes(from)} on`;
    return [` ${words[0]?.toUpperCase()}${words.slice(1)} is quicker than copies ${at}.`];
  });
}

/** A payload that decides nothing is left out. */
const outcomes: Readonly<Record<Verdict, Outcome>> = {
  more: 'holds',
  'not more': 'fails',
  'not decided': 'unavailable',
};

function judgeRuntime(
  figures: readonly Figure[],
  language: Ways,
): { readonly outcome: Outcome; readonly text: string } | undefined {
  const compared = comparisonsOf(figures, language);
  if (compared.length === 0) return undefined;
  const pairs = compared.flatMap((one) => one.pairs);
  const outcome = joinOutcomes(pairs.map(({ verdict }) => outcomes[verdict]));
  const payloads = [...new Set(pairs.map(({ x }) => x))].sort((one, other) => one - other);
  const where = compared.map((one) => whereText(one, outcome === 'depends')).join('');
  return {
    outcome,
    text: `${compared.map(tripsText).join('; ')}.${where}${crossingWords(figures, payloads, language).join('')}`,
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
 * Holds where a copying round trip to a process takes longer than one to a thread at every payload
 * that decides; fails where it does at none; unavailable where no payload decides.
 */
export const messages = judgeBy({
  node: judgeMessages(ways.node),
  python: judgeMessages(ways.python),
});
