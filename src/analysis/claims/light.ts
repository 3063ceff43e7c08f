// Claim 4: threads are light; they start sooner and take less memory than processes.
import { formatBytes, formatDuration } from '@shared/base/format';
import type { Figure, Quantity } from '@shared/claims/claims';
import { figuresOf } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';
import { perWorker } from './slope';
import { writeSpread, type Spread } from './spread';

/** A difference that is worth a word. */
const clearly = 1.1;

/** What one more worker adds; a quantity that was not measured is absent, the spread is that of the slopes. */
interface Added {
  readonly way: string;
  readonly start: Spread | undefined;
  readonly pss: Spread | undefined;
}

function added(figures: readonly Figure[], way: string): Added {
  const slope = (quantity: Quantity): Spread | undefined =>
    perWorker(figuresOf(figures, { quantity, way }));
  return { way, start: slope('start'), pss: slope('pss') };
}

/**
 * Whether a thread adds clearly less than a process; one that adds nothing that shows adds less. A
 * process's slope that spread has turned to 0 or below is no figure to compare with.
 */
function lighter(thread: Spread | undefined, process: Spread | undefined): readonly boolean[] {
  if (thread === undefined || process === undefined || process.median <= 0) return [];
  return [process.median > thread.median * clearly];
}

type Write = (value: number) => string;

function part(
  slope: Spread | undefined,
  write: Write,
  what: string,
  after = '',
): readonly string[] {
  if (slope === undefined) return [];
  const told = slope.median > 0 ? writeSpread(slope, write) : `no ${what} that shows`;
  return [`${told}${after}`];
}

const nameOf = (way: string): string => {
  const [, method] = way.split('-');
  if (way === 'threads') return 'thread';
  return `process${method === undefined ? '' : ` by ${method}`}`;
};

function words({ way, start, pss }: Added): string {
  const parts = [
    ...part(start, formatDuration, 'time', ' to start'),
    ...part(pss, formatBytes, 'memory'),
  ];
  return `one more ${nameOf(way)} takes ${parts.join(' and ')}`;
}

/** A process with its slopes that are figures alone. */
function shown({ way, start, pss }: Added): Added {
  const own = (slope: Spread | undefined): Spread | undefined =>
    slope !== undefined && slope.median > 0 ? slope : undefined;
  return { way, start: own(start), pss: own(pss) };
}

const isKnown = ({ start, pss }: Added): boolean => start !== undefined || pss !== undefined;

/** What of processes is left out of the comparison: their figures did not grow with their number. */
function leftOut(processes: readonly Added[]): string {
  const names = processes.flatMap(({ way, start, pss }) => [
    ...(start !== undefined && start.median <= 0 ? [`the start of a ${nameOf(way)}`] : []),
    ...(pss !== undefined && pss.median <= 0 ? [`the memory of a ${nameOf(way)}`] : []),
  ]);
  return names.length === 0
    ? ''
    : ` Not decided, as it did not grow with their number: ${names.join(', ')}.`;
}

/** Holds where a thread adds clearly less time and memory than a process, however that is started. */
const judgeLight: JudgeLanguage = (figures) => {
  const threads = added(figures, 'threads');
  const ways = [...new Set(figures.map(({ way }) => way))].filter((way) => way !== 'threads');
  const processes = ways.map((way) => added(figures, way)).filter(isKnown);
  if (!isKnown(threads) || processes.length === 0) return undefined;
  const compared = processes.flatMap(({ start, pss }) => [
    ...lighter(threads.start, start),
    ...lighter(threads.pss, pss),
  ]);
  const outcome =
    compared.length === 0
      ? 'unavailable'
      : compared.every(Boolean)
        ? 'holds'
        : compared.some(Boolean)
          ? 'depends'
          : 'fails';
  const told = [threads, ...processes.map(shown).filter(isKnown)].map(words);
  return { outcome, text: `${told.join('; ')}.${leftOut(processes)}` };
};

export const light = judgeBy({ node: judgeLight, python: judgeLight });
