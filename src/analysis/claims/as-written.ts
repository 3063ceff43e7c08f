// Claim 12: "This program reduces the time of execution by running tasks in parallel", as written.
import type { ClaimFact, ClaimFactOf, Side, Written } from '@shared/claims/claim-facts';
import type { Figure } from '@shared/claims/claims';
import { findFigure, figuresOf } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';
import { toSpread } from './spread';

/** `1` faster than serial in every trial, `-1` slower in every trial, otherwise `0`. */
function direction(variant: Figure, serial: Figure): -1 | 0 | 1 {
  if (variant.high < serial.low) return 1;
  return variant.low > serial.high ? -1 : 0;
}

function told(figure: Figure, serial: Figure): Written {
  const faster = direction(figure, serial) === 1;
  const [slow, quick] = faster ? [serial, figure] : [figure, serial];
  const workers = figure.x ?? 0;
  const ratio = slow.median / quick.median;
  return { side: sideOf(figure), workers, ns: toSpread(figure), faster, ratio };
}

/** Threads or processes, however they were started. */
const sideOf = ({ variant }: Figure): Side =>
  variant.startsWith('threads') ? 'threads' : 'processes';

/**
 * From which size of a task it pays, strategy by strategy: as searched for; otherwise up to which size the search
 * found that it does not; otherwise, where the strategy is slower, by what starting its workers took.
 */
function paysFacts(figures: readonly Figure[], serial: Figure): readonly ClaimFact[] {
  const found = figuresOf(figures, { quantity: 'pays-from' });
  const bounds = figuresOf(figures, { quantity: 'pays-not-up-to' }).filter(
    ({ variant }) => !found.some((one) => one.variant === variant),
  );
  const searched = [...found, ...bounds].map(sideOf);
  const started = figuresOf(figures, { quantity: 'elapsed' }).filter(
    (figure) => !searched.includes(sideOf(figure)) && direction(figure, serial) === -1,
  );
  const size = (figure: Figure): { side: Side; taskNs: number } => ({
    side: sideOf(figure),
    taskNs: figure.median,
  });
  const facts: readonly ClaimFactOf<'pays-from' | 'pays-not-up-to' | 'pays-by-start'>[] = [
    { kind: 'pays-from', sizes: found.map(size) },
    { kind: 'pays-not-up-to', sizes: bounds.map(size) },
    {
      kind: 'pays-by-start',
      sizes: started.map((figure) => ({
        side: sideOf(figure),
        taskNs: figure.median - serial.median,
      })),
    },
  ];
  return facts.filter(({ sizes }) => sizes.length > 0);
}

/** Holds where threads and processes are faster than serial in every trial, fails where they are slower. */
const judgeAsWritten: JudgeLanguage = (figures) => {
  const serial = findFigure(figures, { quantity: 'elapsed', variant: 'serial' });
  const variants = figuresOf(figures, { quantity: 'elapsed' }).filter(
    ({ variant }) => variant !== 'serial',
  );
  if (serial === undefined || variants.length === 0) return undefined;
  const directions = variants.map((variant) => direction(variant, serial));
  const outcome = directions.every((one) => one === 1)
    ? 'holds'
    : directions.every((one) => one === -1)
      ? 'fails'
      : 'depends';
  return {
    outcome,
    facts: [
      {
        kind: 'as-written',
        serialNs: toSpread(serial),
        variants: variants.map((variant) => told(variant, serial)),
      },
      ...paysFacts(figures, serial),
    ],
  };
};

export const asWritten = judgeBy({ node: judgeAsWritten, python: judgeAsWritten });
