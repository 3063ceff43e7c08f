// The article's twelve claims: their names, what is measured for them, and what a finding says.
import type { ClaimId, Outcome } from './catalogue';
import type { ClaimFact } from './claim-facts';
import type { ClaimNote } from './claim-notes';
import type { ClaimLanguage, MeasurementId } from './measurements';
import type { CellName } from '../experiment/cells';
import type { StrategyKind } from '../experiment/strategies';

export { claimIds, claimMeasurements, outcomes, type ClaimId, type Outcome } from './catalogue';
export {
  languageNames,
  languages,
  measurementIds,
  type ClaimLanguage,
  type MeasurementId,
} from './measurements';

/** What the user may expect before a claim is tried. */
export const guesses = ['holds', 'fails', 'depends'] as const;

export type Guess = (typeof guesses)[number];

/** `yes`: 1 or 0; `times`: a ratio. */
export const figureUnits = [
  'ns',
  'bytes',
  'bytes/s',
  'count',
  'cores',
  'times',
  'frames/s',
  'yes',
] as const;

export type FigureUnit = (typeof figureUnits)[number];

/** Every quantity that a probe or a run gives, with its unit: rules find figures by these names. */
export const quantityUnits = {
  seen: 'yes',
  lost: 'count',
  increments: 'count',
  elapsed: 'ns',
  speedup: 'times',
  'cores-busy': 'cores',
  cpu: 'ns',
  start: 'ns',
  pss: 'bytes',
  private: 'bytes',
  'pays-from': 'ns',
  'pays-not-up-to': 'ns',
  'loop-delay': 'ns',
  'worst-frame': 'ns',
  frames: 'frames/s',
  began: 'count',
  survivors: 'count',
  'program-alive': 'yes',
  'memory-kept': 'bytes',
  ended: 'yes',
  gone: 'ns',
  'others-alive': 'yes',
  'memory-back': 'bytes',
  'file-left': 'yes',
  'child-left': 'yes',
  'round-trip': 'ns',
  bandwidth: 'bytes/s',
} as const satisfies Readonly<Record<string, FigureUnit>>;

export type Quantity = keyof typeof quantityUnits;

export const quantities = Object.keys(quantityUnits) as readonly Quantity[] as readonly [
  Quantity,
  ...Quantity[],
];

/** One thing that was measured, with every value of it. */
export interface RawFigure {
  /** By which rules find it. */
  readonly quantity: Quantity;
  /** The strategy, one of its variants, or a method, by which rules find it: `threads`, `threads-shared`, `processes-fork`. */
  readonly variant: string;
  /** What its name is made from: a run's cell, a probe's method, in findings of an earlier version a text. */
  readonly label: CellName;
  /** Whose colour and glyph it has. */
  readonly strategy: StrategyKind;
  readonly unit: FigureUnit;
  /** Workers, or bytes of payload, where the figure was taken for several. */
  readonly x?: number | undefined;
  /** Every value, in the order taken. */
  readonly values: readonly number[];
  /** Evidence: how the worker ended that misbehaved. */
  readonly worker?: WorkerEnd | undefined;
  /** Evidence: the value that the program saw last. */
  readonly saw?: string | undefined;
  /** How a program ended whose workers are counted here. */
  readonly ended?: ProgramEnd | undefined;
}

/** How a program ended; neither where that is not known. */
export interface ProgramEnd {
  readonly signal?: string | undefined;
  readonly exitCode?: number | undefined;
}

/** What a probe's worker throws itself: for the fault `throw`, and where no limit on its memory has ended it. */
export const workerThrows = ['on-purpose', 'no-limit'] as const;

export type WorkerThrow = (typeof workerThrows)[number];

/** How a worker ended, as its program saw it; none of these where a thread just ended. */
export interface WorkerEnd extends ProgramEnd {
  /** It did not end in time. */
  readonly running?: boolean | undefined;
  /** What its error said. */
  readonly error?: string | undefined;
  /** What it threw that is the probe's own. */
  readonly threw?: WorkerThrow | undefined;
}

export interface Figure extends RawFigure {
  /** What an earlier version had as evidence: a text. */
  readonly note?: string | undefined;
  /** `node`, or the id of a Python. */
  readonly runtime: string;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** What a claim came to in one language. */
export interface LanguageFinding {
  readonly language: ClaimLanguage;
  readonly outcome: Outcome;
  /** What its rule found, one for each sentence. */
  readonly facts: readonly ClaimFact[];
}

/** What a claim came to on this machine. */
export interface Finding {
  readonly id: ClaimId;
  readonly outcome: Outcome;
  /** Languages in which nothing can be said of it are not listed. */
  readonly languages: readonly LanguageFinding[];
  readonly figures: readonly Figure[];
  /** What could not be measured, and why. */
  readonly notes: readonly ClaimNote[];
  readonly measuredAt: string;
  /** What it rests on, and how long each took; another claim may rest on the same. */
  readonly measurements: readonly { readonly id: MeasurementId; readonly durationNs: number }[];
}

/** A guess, kept with the finding it was made before. */
export interface Prediction {
  readonly claim: ClaimId;
  readonly guess: Guess;
  readonly madeAt: string;
}

/** Figures of one claim that say something of a language. */
export function languageOf({ runtime }: Pick<Figure, 'runtime'>): ClaimLanguage {
  return runtime === 'node' ? 'node' : 'python';
}

/** What a choice between threads and processes may rest on. */
export const criteria = ['speed', 'memory', 'isolation', 'killability', 'sharing'] as const;

export type Criterion = (typeof criteria)[number];

/** How much each criterion matters, from 0: not at all. */
export type Weights = Readonly<Record<Criterion, number>>;

/** The most that one of them can matter. */
export const maxWeight = 5;

/** Everything matters alike. */
export const evenWeights: Weights = {
  speed: 1,
  memory: 1,
  isolation: 1,
  killability: 1,
  sharing: 1,
};
