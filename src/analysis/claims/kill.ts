// Claim 7: a thread cannot be killed; a child process can.
import type { Figure, Outcome, Quantity } from '@shared/claims/claims';
import { findFigure } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';
import { withSpread } from './spread';

type Way = 'threads' | 'processes';

/** What came of trying to end workers of one way. */
interface Tried {
  readonly way: Way;
  readonly name: string;
  /** Every time, never, or now and then. */
  readonly ended: 'always' | 'never' | 'mixed';
  /** How often, where it was now and then. */
  readonly times: string;
  /** Others went on every time; where it is not known nothing is held against it. */
  readonly othersLived: boolean;
  /** How often one of them did not; empty where it never did, or did not every time. */
  readonly lossTimes: string;
  readonly gone: Figure | undefined;
}

/** How many of a figure's repeats came out this way. */
const countOf = ({ values }: Figure, wanted: 0 | 1): number =>
  values.filter((value) => value === wanted).length;

/** ` 2 of 3 times` of a figure that came out so now and then; nothing where it always or never did. */
function oftenOf(figure: Figure, wanted: 0 | 1): string {
  const count = countOf(figure, wanted);
  return count === 0 || count === figure.values.length
    ? ''
    : ` ${count} of ${figure.values.length} times`;
}

const names: Readonly<Record<Way, string>> = { threads: 'a thread', processes: 'a process' };

function tried(figures: readonly Figure[], way: Way): Tried | undefined {
  const ended = findFigure(figures, { quantity: 'ended', way });
  if (ended === undefined) return undefined;
  const lives = (['others-alive', 'program-alive'] as const).flatMap(
    (quantity) => findFigure(figures, { quantity, way }) ?? [],
  );
  const worst = [...lives].sort((one, other) => countOf(other, 0) - countOf(one, 0))[0];
  return {
    way,
    name: names[way],
    ended: ended.low === 1 ? 'always' : ended.high === 0 ? 'never' : 'mixed',
    times: oftenOf(ended, 1),
    othersLived: lives.every(({ low }) => low === 1),
    lossTimes: worst === undefined ? '' : oftenOf(worst, 0),
    gone: findFigure(figures, { quantity: 'gone', way }),
  };
}

function judged(threads: Tried, processes: Tried): Outcome {
  if (processes.ended !== 'always' || threads.ended === 'mixed') return 'depends';
  if (threads.ended === 'never') return 'holds';
  // An end that takes others with it is none of that worker alone.
  return threads.othersLived ? 'fails' : 'depends';
}

function endText({ name, ended, times, gone }: Tried): string {
  if (ended === 'never') return `${name} in a loop could not be ended from outside`;
  const time = gone === undefined ? '' : ` in ${withSpread(gone)}`;
  return `${name} in a loop was ended from outside${times}${time}`;
}

function othersText(all: readonly Tried[]): string {
  const harmed = all.filter(({ ended, othersLived }) => ended !== 'never' && !othersLived);
  if (harmed.length === 0) return 'The worker beside it went on.';
  const list = harmed.map(({ name, lossTimes }) => `${name} did not go on${lossTimes}`);
  return `The worker beside ${list.join(', beside ')}.`;
}

/** What stays of ended workers, and how often where it did not every time. */
function leftText(figures: readonly Figure[], all: readonly Tried[]): string {
  const parts = all.flatMap(({ way, name, ended }) => {
    if (ended === 'never') return [];
    const stays = (quantity: Quantity, what: string): readonly string[] => {
      const left = findFigure(figures, { quantity, way });
      if (left === undefined || left.high === 0) return [];
      return [`${what}${oftenOf(left, 1)}`];
    };
    const left = [...stays('file-left', 'its file'), ...stays('child-left', 'its child process')];
    const back = findFigure(figures, { quantity: 'memory-back', way });
    const gave =
      back === undefined
        ? ''
        : back.median > 0
          ? ` and gave ${withSpread(back)} back`
          : ' and gave no memory back';
    return [`${name} left ${left.length === 0 ? 'nothing' : left.join(' and ')}${gave}`];
  });
  return parts.length === 0 ? '' : ` When ended, ${parts.join('; ')}.`;
}

/** The ways a program has that need the worker's own code. */
const helps = [
  { way: 'threads-flag', what: 'A flag that the loop itself looks at' },
  {
    way: 'threads-exception',
    what: 'An exception put into the thread, which its code may catch and which waits for the next line of Python,',
  },
] as const;

function otherWays(figures: readonly Figure[]): string {
  return helps
    .flatMap(({ way, what }) => {
      const ended = findFigure(figures, { quantity: 'ended', way });
      if (ended === undefined) return [];
      if (ended.high === 0) return [` ${what} did not end it.`];
      const gone = findFigure(figures, { quantity: 'gone', way });
      const time = gone === undefined ? '' : ` in ${withSpread(gone)}`;
      return [` ${what} ended it${oftenOf(ended, 1)}${time}.`];
    })
    .join('');
}

const judgeKill: JudgeLanguage = (figures) => {
  const threads = tried(figures, 'threads');
  const processes = tried(figures, 'processes');
  if (threads === undefined || processes === undefined) return undefined;
  const all = [threads, processes];
  return {
    outcome: judged(threads, processes),
    text: `${all.map(endText).join('; ')}. ${othersText(all)}${leftText(figures, all)}${otherWays(figures)}`,
  };
};

/** Holds where processes can be ended from outside and threads cannot; fails where threads can be too. */
export const kill = judgeBy({ node: judgeKill, python: judgeKill });
