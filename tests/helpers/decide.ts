// Verdicts on cells made by hand, for tests of what is said about them.
import { findScaling } from '@analysis/scaling/scaling';
import { decideVerdict } from '@analysis/verdict/verdict';
import type { ExperimentInput } from '@shared/experiment/experiment';
import type { Clause } from '@shared/report/verdict';
import type { CellReport, Verdict } from '@shared/report/report';
import { joinClauses } from '@present/words/clauses';
import { verdictClauses } from '@present/words/verdict';
import { makeCells, type CellTimes } from './make/cells';
import { makeFacts, type FactsShape } from './make/facts';
import { makeMachine } from './make/report';

export const serial = { kind: 'serial' } as const;
export const threads = { kind: 'threads', workers: 2 } as const;
export const processes = { kind: 'processes', workers: 2 } as const;
export const async64 = { kind: 'async', workers: 64 } as const;

/** Three times around `ms`, 1 % apart. */
export const around = (ms: number): CellTimes => ({ coldMs: [ms * 0.99, ms, ms * 1.01] });

export interface Case extends FactsShape {
  readonly strategies: ExperimentInput['strategies'];
  /** By cell id. */
  readonly times: Readonly<Record<string, CellTimes>>;
  /** Figures of a cell besides its times, by cell id. */
  readonly figures?: Readonly<Record<string, Partial<CellReport>>>;
  readonly cores?: number;
}

/** 24 tasks of 100 ms: threads pay. */
export const faster: Case = {
  strategies: [serial, threads, processes],
  times: {
    'serial-1': around(2400),
    'threads-2': around(1250),
    'processes-2': around(1400),
  },
  experiment: { tasks: 24 },
};

/** 2 tasks of 1 ms: nothing pays. */
export const neither: Case = {
  strategies: [serial, threads, processes],
  times: {
    'serial-1': around(2),
    'threads-2': around(30),
    'processes-2': around(80),
  },
  experiment: { tasks: 2 },
};

/** 24 tasks of 100 ms, with threads no faster than serial. */
export const alike: Case = {
  ...faster,
  times: { ...faster.times, 'threads-2': around(2400), 'processes-2': around(2700) },
};

/** A verdict with what is said of it. */
export interface SaidVerdict extends Verdict {
  readonly text: string;
  readonly clauses: readonly Clause[];
}

/** The verdict on a run that left these times and figures. */
export function decide({
  strategies,
  times,
  figures = {},
  cores = 2,
  ...shape
}: Case): SaidVerdict {
  const cells = makeCells(strategies, times, cores).map((cell) => ({
    ...cell,
    ...figures[cell.id],
  }));
  const machine = makeMachine(cores);
  const scaling = findScaling(cells, machine);
  const verdict = decideVerdict(makeFacts(cells, { machine, scaling, ...shape }));
  const clauses = verdictClauses({ verdict, cells });
  return { ...verdict, clauses, text: joinClauses(clauses) };
}

/** The clause with these words; fails where there is none. */
export function clauseOf(verdict: SaidVerdict, words: string): Clause {
  const clause = verdict.clauses.find(({ text }) => text.includes(words));
  if (clause === undefined) throw new Error(`no clause with “${words}” in: ${verdict.text}`);
  return clause;
}

/** Work for which threads are fastest, processes next. */
export const heavy: Case = {
  strategies: [serial, threads, processes],
  times: {
    'serial-1': around(2310),
    'threads-2': around(1210),
    'processes-2': around(1307),
  },
};
