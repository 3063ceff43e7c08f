// Claim 7: a thread cannot be killed; a child process can.
import type { ClaimFact, ClaimFactOf, Left, Often, Side } from '@shared/claims/claim-facts';
import type { Figure, Outcome, Quantity } from '@shared/claims/claims';
import { findFigure } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';
import { toSpread } from './spread';

/** The results of trying to end workers of one strategy. */
interface Tried {
  readonly side: Side;
  /** Every time, never, or now and then. */
  readonly ended: 'always' | 'never' | 'mixed';
  /** How often, where it was now and then. */
  readonly times: Often | undefined;
  /** Others went on every time; where it is not known nothing is held against it. */
  readonly othersLived: boolean;
  /** How often one of them did not; absent where it never did, or did not every time. */
  readonly lossTimes: Often | undefined;
  readonly gone: Figure | undefined;
}

/** Returns how many of a figure's repeats had this result. */
const countOf = ({ values }: Figure, wanted: 0 | 1): number =>
  values.filter((value) => value === wanted).length;

/** Returns how often a figure came out so, where it did now and then; absent where it always or never did. */
function oftenOf(figure: Figure, wanted: 0 | 1): Often | undefined {
  const times = countOf(figure, wanted);
  const of = figure.values.length;
  return times === 0 || times === of ? undefined : { times, of };
}

function tried(figures: readonly Figure[], side: Side): Tried | undefined {
  const variant = side;
  const ended = findFigure(figures, { quantity: 'ended', variant });
  if (ended === undefined) return undefined;
  const lives = (['others-alive', 'program-alive'] as const).flatMap(
    (quantity) => findFigure(figures, { quantity, variant }) ?? [],
  );
  const worst = [...lives].sort((one, other) => countOf(other, 0) - countOf(one, 0))[0];
  return {
    side,
    ended: ended.low === 1 ? 'always' : ended.high === 0 ? 'never' : 'mixed',
    times: oftenOf(ended, 1),
    othersLived: lives.every(({ low }) => low === 1),
    lossTimes: worst && oftenOf(worst, 0),
    gone: findFigure(figures, { quantity: 'gone', variant }),
  };
}

function judged(threads: Tried, processes: Tried): Outcome {
  if (processes.ended !== 'always' || threads.ended === 'mixed') return 'depends';
  if (threads.ended === 'never') return 'holds';
  // An end that takes others with it is none of that worker alone.
  return threads.othersLived ? 'fails' : 'depends';
}

function endedFact(all: readonly Tried[]): ClaimFactOf<'ended'> {
  const sides = all.map(({ side, ended, times, gone }) =>
    ended === 'never'
      ? { side, ended: false }
      : { side, ended: true, often: times, goneNs: gone && toSpread(gone) },
  );
  return { kind: 'ended', sides };
}

function othersFact(all: readonly Tried[]): ClaimFactOf<'others-harmed'> {
  const harmed = all.filter(({ ended, othersLived }) => ended !== 'never' && !othersLived);
  const sides = harmed.map(({ side, lossTimes }) => ({ side, often: lossTimes }));
  return { kind: 'others-harmed', sides };
}

/** Returns what stays of ended workers, and how often where it did not every time. */
function leftFacts(figures: readonly Figure[], all: readonly Tried[]): readonly ClaimFact[] {
  const sides = all
    .filter(({ ended }) => ended !== 'never')
    .map(({ side }): Left => {
      const of = (quantity: Quantity): Figure | undefined =>
        findFigure(figures, { quantity, variant: side });
      const [file, child, back] = [of('file-left'), of('child-left'), of('memory-back')];
      return {
        side,
        file: file !== undefined && file.high > 0,
        child: child !== undefined && child.high > 0,
        fileOften: file && oftenOf(file, 1),
        childOften: child && oftenOf(child, 1),
        backBytes: back && toSpread(back),
      };
    });
  return sides.length === 0 ? [] : [{ kind: 'left', sides }];
}

/** What a program has that needs the worker's own code. */
const helps = [
  { variant: 'threads-flag', help: 'flag' },
  { variant: 'threads-exception', help: 'exception' },
] as const;

function helpFacts(figures: readonly Figure[]): readonly ClaimFact[] {
  return helps.flatMap(({ variant, help }): readonly ClaimFact[] => {
    const ended = findFigure(figures, { quantity: 'ended', variant });
    if (ended === undefined) return [];
    if (ended.high === 0) return [{ kind: 'ended-by-help', help, ended: false }];
    const gone = findFigure(figures, { quantity: 'gone', variant });
    const goneNs = gone && toSpread(gone);
    return [{ kind: 'ended-by-help', help, ended: true, often: oftenOf(ended, 1), goneNs }];
  });
}

const judgeKill: JudgeLanguage = (figures) => {
  const threads = tried(figures, 'threads');
  const processes = tried(figures, 'processes');
  if (threads === undefined || processes === undefined) return undefined;
  const all = [threads, processes];
  return {
    outcome: judged(threads, processes),
    facts: [endedFact(all), othersFact(all), ...leftFacts(figures, all), ...helpFacts(figures)],
  };
};

/** Holds where processes can be ended from outside and threads cannot; fails where threads can be too. */
export const kill = judgeBy({ node: judgeKill, python: judgeKill });
