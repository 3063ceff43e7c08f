// Claim 11: communication between processes costs more.
import {
  type messageKinds,
  type uncopiedMethods,
  type ClaimFact,
} from '@shared/claims/claim-facts';
import type { Figure, Outcome } from '@shared/claims/claims';
import { quantile } from '../stats/quantile';
import { figuresOf } from './figure';
import { joinOutcomes, judgeBy, type JudgeLanguage } from './judge';
import { runtimesOf } from './losses';
import { toSpread } from './spread';

type MessageKind = (typeof messageKinds)[number];

/** The methods that are compared: what copies between processes, what a thread is sent, what copies nothing. */
interface Ways {
  readonly processes: readonly string[];
  readonly threads: readonly string[];
  /** Methods of one kind, which are compared with each other; `by` distinguishes several kinds. */
  readonly kinds: readonly {
    readonly process: string;
    readonly thread: string;
    readonly by?: MessageKind;
  }[];
  /** Each with the methods whose copies it saves. */
  readonly uncopied: readonly {
    readonly variant: (typeof uncopiedMethods)[number];
    readonly than: 'processes' | 'threads';
  }[];
}

const variants: Readonly<Record<'node' | 'python', Ways>> = {
  node: {
    processes: ['process'],
    threads: ['clone'],
    kinds: [{ process: 'process', thread: 'clone' }],
    uncopied: [
      { variant: 'shared', than: 'threads' },
      { variant: 'transfer', than: 'threads' },
    ],
  },
  python: {
    processes: ['process-queue', 'process-pipe'],
    threads: ['queue', 'threads-simple'],
    kinds: [
      { process: 'process-queue', thread: 'queue', by: 'queues' },
      {
        process: 'process-pipe',
        thread: 'threads-simple',
        by: 'pipe',
      },
    ],
    uncopied: [{ variant: 'process-shared', than: 'processes' }],
  },
};

/** A difference below it is none. */
const minRatio = 1.1;

/** Returns whether one takes clearly longer: by medians, and with middle halves that do not overlap. */
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
    .filter(({ variant }) => names.includes(variant))
    .sort((one, other) => one.median - other.median)[0];
}

/** What a payload says: processes cost more, they do not, or the spread leaves it open. */
type Verdict = 'more' | 'not-more' | 'not-decided';

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
  return isNear || isSlower(thread, process) ? 'not-more' : 'not-decided';
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

/** Pairs of methods of one kind. */
interface Compared {
  /** Absent where there is one kind only. */
  readonly by?: MessageKind | undefined;
  readonly pairs: readonly Pair[];
}

/** Kind by kind; where no kind was measured on both sides, the quickest of each side. */
function comparisonsOf(figures: readonly Figure[], language: Ways): readonly Compared[] {
  const kinds = language.kinds
    .map(({ process, thread, by }) => ({
      by,
      pairs: pairsOf(figures, { processes: [process], threads: [thread] }),
    }))
    .filter(({ pairs }) => pairs.length > 0);
  const [first] = kinds;
  if (first === undefined) {
    const pairs = pairsOf(figures, language);
    return pairs.length === 0 ? [] : [{ pairs }];
  }
  return kinds.length === 1 ? [{ pairs: first.pairs }] : kinds;
}

/** The smallest payload from which on a method is quicker than the copies. */
function crossing(
  payloads: readonly number[],
  quickerAt: (x: number) => boolean,
): number | undefined {
  const lastNot = payloads.findLastIndex((x) => !quickerAt(x));
  return payloads[lastNot + 1];
}

const sizesOf = (pairs: readonly Pair[]): number[] => pairs.map(({ x }) => x);

/** The round trips of 1 kB and of the largest payload. */
function tripsFact(compared: readonly Compared[]): ClaimFact {
  const comparisons = compared.map(({ by, pairs }) => ({
    by,
    trips: pairs
      .filter((pair) => pair.x === 1000 || pair === pairs.at(-1))
      .map(({ x, process, thread }) => ({
        bytes: x,
        processNs: toSpread(process),
        threadNs: toSpread(thread),
      })),
  }));
  return { kind: 'trips', comparisons };
}

/** Returns where processes cost more and where not, if that differs anywhere; and which sizes decide nothing. */
function whereFacts({ by, pairs }: Compared, differs: boolean): readonly ClaimFact[] {
  const at = (verdict: Verdict): number[] =>
    sizesOf(pairs.filter((pair) => pair.verdict === verdict));
  const [more, not, open] = [at('more'), at('not-more'), at('not-decided')];
  const facts: ClaimFact[] = [];
  if (differs && more.length + not.length > 0) facts.push({ kind: 'trips-differ', by, more, not });
  if (open.length > 0) facts.push({ kind: 'trips-open', by, sizes: open });
  return facts;
}

function crossingFacts(
  figures: readonly Figure[],
  payloads: readonly number[],
  { uncopied, ...copied }: Ways,
): readonly ClaimFact[] {
  return uncopied.flatMap(({ variant, than }): readonly ClaimFact[] => {
    const from = crossing(payloads, (x) => {
      const one = quickest(figures, [variant], x);
      const copy = quickest(figures, copied[than], x);
      return one !== undefined && copy !== undefined && isSlower(copy, one);
    });
    if (from === undefined) return [];
    return [{ kind: 'uncopied', variant, fromBytes: from === payloads[0] ? undefined : from }];
  });
}

/** A payload that decides nothing is left out. */
const outcomes: Readonly<Record<Verdict, Outcome>> = {
  more: 'holds',
  'not-more': 'fails',
  'not-decided': 'unavailable',
};

function judgeRuntime(figures: readonly Figure[], language: Ways): ReturnType<JudgeLanguage> {
  const compared = comparisonsOf(figures, language);
  if (compared.length === 0) return undefined;
  const pairs = compared.flatMap((one) => one.pairs);
  const outcome = joinOutcomes(pairs.map(({ verdict }) => outcomes[verdict]));
  const payloads = [...new Set(pairs.map(({ x }) => x))].sort((one, other) => one - other);
  return {
    outcome,
    facts: [
      tripsFact(compared),
      ...compared.flatMap((one) => whereFacts(one, outcome === 'depends')),
      ...crossingFacts(figures, payloads, language),
    ],
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
  node: judgeMessages(variants.node),
  python: judgeMessages(variants.python),
});
