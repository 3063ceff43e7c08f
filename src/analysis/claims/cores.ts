// Claim 9: processes use several cores and get past the interpreter lock.
import { formatRatio } from '@shared/base/format';
import type { Figure } from '@shared/claims/claims';
import { languageOf } from '@shared/claims/claims';
import { judgeEachRuntime } from './by-runtime';
import { figuresOf } from './figure';
import { judgeBy } from './judge';

/** Less than this is nobody's reason to start workers. */
const minGain = 1.2;

/** Faster than serial's median in every trial, and by enough. */
const gainsFrom = ({ low, median }: Figure): boolean => low > 1 && median >= minGain;

/** The figure with the largest median among those with several workers; one that gains goes first. */
function best(figures: readonly Figure[], isWay: (way: string) => boolean): Figure | undefined {
  return figuresOf(figures, { quantity: 'speedup' })
    .filter(({ way, x = 1 }) => isWay(way) && x > 1)
    .reduce<Figure | undefined>(
      (most, figure) => (most === undefined || isBetter(figure, most) ? figure : most),
      undefined,
    );
}

function isBetter(one: Figure, other: Figure): boolean {
  if (gainsFrom(one) !== gainsFrom(other)) return gainsFrom(one);
  return one.median > other.median;
}

const range = ({ low, high }: Figure): string => `${formatRatio(low)} to ${formatRatio(high)}`;

function tell(figure: Figure, many: string): string {
  const unsure =
    figure.median >= minGain
      ? 'as fast as serial, not in every trial'
      : 'as fast as serial: no gain';
  const how = gainsFrom(figure) ? 'faster than serial' : unsure;
  return `${figure.x} ${many} are ${formatRatio(figure.median)} ${how} (${range(figure)})`;
}

/**
 * Holds where some number of processes is faster than serial in every trial, by a median of 1.2 or more, and in
 * Python threads are not; where Python's threads are nearly as fast, there was no lock to get past.
 */
const judgeCores = judgeEachRuntime((figures) => {
  const processes = best(figures, (way) => way.startsWith('processes'));
  const threads = best(figures, (way) => way === 'threads');
  if (processes === undefined || threads === undefined) return undefined;
  const gains = gainsFrom(processes);
  const past = processes.median > minGain * threads.median;
  const inPython = languageOf(processes) === 'python';
  return {
    outcome: !gains ? 'fails' : inPython && !past ? 'depends' : 'holds',
    text: `${tell(processes, 'processes')}, ${tell(threads, 'threads')}.`,
  };
});

export const cores = judgeBy({ node: judgeCores, python: judgeCores });
