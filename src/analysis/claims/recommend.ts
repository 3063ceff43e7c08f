// Recommends threads or processes from the findings and the user's weights, with the reasons.
import {
  criteria,
  languageOf,
  languages,
  type ClaimId,
  type Criterion,
  type Figure,
  type Finding,
  type ClaimLanguage,
  type Weights,
} from '@shared/claims/claims';
import type { CellName } from '@shared/experiment/cells';
import { mean } from '../stats/quantile';
import { figuresOf, largestCommon } from './figure';

/** The figures of one side of a reason. */
interface Measured {
  readonly workers: number;
  readonly ratio: number;
}

interface Trip {
  readonly label: CellName;
  readonly ns: number;
}

/** The measurement that a reason rests on, with its figures. */
export type ReasonFact =
  /** How many times as fast as serial. */
  | { readonly kind: 'speed'; readonly threads: Measured; readonly processes: Measured }
  | {
      readonly kind: 'memory';
      readonly workers: number;
      readonly threadsBytes: number;
      readonly processesBytes: number;
    }
  /** The smallest share of other workers that outlived a crash. */
  | { readonly kind: 'isolation'; readonly threads: number; readonly processes: number }
  /** The share of busy workers that could be ended. */
  | { readonly kind: 'killability'; readonly threads: number; readonly processes: number }
  | {
      readonly kind: 'sharing';
      readonly bytes: number;
      readonly threads: Trip;
      readonly processes: Trip;
    };

export interface Reason {
  readonly criterion: Criterion;
  readonly favours: 'threads' | 'processes' | 'neither';
  /** 0 to 1: how clearly. */
  readonly strength: number;
  readonly fact: ReasonFact;
  readonly claim: ClaimId;
}

export interface Recommendation {
  readonly language: ClaimLanguage;
  readonly choice: 'threads' | 'processes' | 'either' | 'unknown';
  readonly reasons: readonly Reason[];
  /** Those that count by their weights, the strongest first: for the choice, and against it. */
  readonly decisive: { readonly for: readonly Reason[]; readonly against: readonly Reason[] };
  /** Criteria of which nothing was measured. */
  readonly missing: readonly Criterion[];
}

/** Below this the weighed strengths say nothing. */
const minLead = 0.1;
/** Ratios nearer to 1 are no difference. */
const alike = 1.1;
/** A payload as programs send them. */
const usualPayload = 16 * 1024;

type Weighed = Pick<Reason, 'favours' | 'strength' | 'fact'> | undefined;

interface Measure {
  readonly claim: ClaimId;
  /** Of one language's figures. */
  readonly weigh: (figures: readonly Figure[]) => Weighed;
}

const isProcess = ({ strategy }: Figure): boolean => strategy.includes('process');

/** By a ratio above 1 where threads do better: a factor of two or more counts in full. */
function byRatio(ratio: number, fact: ReasonFact): Weighed {
  if (!(ratio > 0) || !Number.isFinite(ratio)) return undefined;
  if (ratio < alike && ratio > 1 / alike) return { favours: 'neither', strength: 0, fact };
  const strength = Math.min(1, Math.abs(Math.log2(ratio)));
  return { favours: ratio > 1 ? 'threads' : 'processes', strength, fact };
}

/** By two shares, each 0 to 1, of what went well. */
function byShares(
  kind: 'isolation' | 'killability',
  threads: number | undefined,
  processes: number | undefined,
): Weighed {
  if (threads === undefined || processes === undefined) return undefined;
  const lead = processes - threads;
  const favours = lead > 0 ? 'processes' : lead < 0 ? 'threads' : 'neither';
  return { favours, strength: Math.abs(lead), fact: { kind, threads, processes } };
}

/** The figure with the largest (`1`) or least (`-1`) median. */
function extreme(figures: readonly Figure[], sign: 1 | -1): Figure | undefined {
  return [...figures].sort((one, other) => sign * (other.median - one.median))[0];
}

function weighSpeed(figures: readonly Figure[]): Weighed {
  const parallel = figuresOf(figures, { quantity: 'speedup' }).filter(({ x = 1 }) => x > 1);
  const [first] = parallel;
  const own = parallel.filter(({ runtime }) => runtime === first?.runtime);
  const threads = extreme(
    own.filter(({ variant }) => variant === 'threads'),
    1,
  );
  const processes = extreme(own.filter(isProcess), 1);
  if (threads === undefined || processes === undefined) return undefined;
  const measured = ({ x: workers = 1, median: ratio }: Figure): Measured => ({ workers, ratio });
  const sides = { threads: measured(threads), processes: measured(processes) };
  return byRatio(threads.median / processes.median, { kind: 'speed', ...sides });
}

function weighMemory(figures: readonly Figure[]): Weighed {
  const sizes = figuresOf(figures, { quantity: 'pss' });
  const most = largestCommon(sizes);
  const largest = sizes.filter(({ x }) => x === most);
  const threads = largest.find(({ variant }) => variant === 'threads');
  const processes = extreme(largest.filter(isProcess), -1);
  if (threads === undefined || processes === undefined) return undefined;
  const sides = { threadsBytes: threads.median, processesBytes: processes.median };
  return byRatio(processes.median / threads.median, {
    kind: 'memory',
    workers: most ?? 1,
    ...sides,
  });
}

/** The least share of a program's other workers that outlived a fault. */
function minSurvivors(figures: readonly Figure[], kind: string): number | undefined {
  const survivors = figuresOf(figures, { quantity: 'survivors' }).filter(({ variant }) =>
    variant.startsWith(`${kind}-`),
  );
  if (survivors.length === 0) return undefined;
  return Math.min(...survivors.map(({ low, x = 3 }) => low / x));
}

function weighIsolation(figures: readonly Figure[]): Weighed {
  const threads = minSurvivors(figures, 'threads');
  const processes = minSurvivors(figures, 'processes');
  return byShares('isolation', threads, processes);
}

function weighKilling(figures: readonly Figure[]): Weighed {
  const ended = (variant: string): number | undefined =>
    mean(figuresOf(figures, { quantity: 'ended', variant }).map(({ median }) => median));
  const threads = ended('threads');
  const processes = ended('processes');
  return byShares('killability', threads, processes);
}

function weighSharing(figures: readonly Figure[]): Weighed {
  const trips = figuresOf(figures, { quantity: 'round-trip' });
  const payloads = [...new Set(trips.map(({ x = 0 }) => x))];
  const [payload] = payloads.sort(
    (one, other) => Math.abs(one - usualPayload) - Math.abs(other - usualPayload),
  );
  const near = trips.filter(({ x }) => x === payload);
  const threads = extreme(
    near.filter((figure) => !isProcess(figure)),
    -1,
  );
  const processes = extreme(near.filter(isProcess), -1);
  if (threads === undefined || processes === undefined) return undefined;
  const trip = ({ label, median: ns }: Figure): Trip => ({ label, ns });
  const sides = { threads: trip(threads), processes: trip(processes) };
  return byRatio(processes.median / threads.median, {
    kind: 'sharing',
    bytes: payload ?? 0,
    ...sides,
  });
}

const measures: Readonly<Record<Criterion, Measure>> = {
  speed: { claim: 'cores', weigh: weighSpeed },
  memory: { claim: 'memory', weigh: weighMemory },
  isolation: { claim: 'containment', weigh: weighIsolation },
  killability: { claim: 'kill', weigh: weighKilling },
  sharing: { claim: 'messages', weigh: weighSharing },
};

function reasonsFor(findings: readonly Finding[], language: ClaimLanguage): readonly Reason[] {
  return criteria.flatMap((criterion) => {
    const { claim, weigh } = measures[criterion];
    const figures = findings.find(({ id }) => id === claim)?.figures ?? [];
    const weighed = weigh(figures.filter((figure) => languageOf(figure) === language));
    return weighed === undefined ? [] : [{ criterion, claim, ...weighed }];
  });
}

const signs = { threads: -1, neither: 0, processes: 1 } as const;

/** Above 0 for processes, below for threads; −1 to 1. Undefined where nothing that matters is known. */
function lead(reasons: readonly Reason[], weights: Weights): number | undefined {
  const total = reasons.reduce((sum, { criterion }) => sum + weights[criterion], 0);
  if (total <= 0) return undefined;
  const weighed = reasons.map(
    ({ criterion, favours, strength }) => weights[criterion] * signs[favours] * strength,
  );
  return weighed.reduce((sum, one) => sum + one, 0) / total;
}

function choose(score: number | undefined): Recommendation['choice'] {
  if (score === undefined) return 'unknown';
  if (Math.abs(score) < minLead) return 'either';
  return score > 0 ? 'processes' : 'threads';
}

function decide(
  choice: Recommendation['choice'],
  reasons: readonly Reason[],
  weights: Weights,
): Recommendation['decisive'] {
  const weigh = ({ criterion, strength }: Reason): number => weights[criterion] * strength;
  const counted = reasons
    .filter((reason) => weigh(reason) > 0)
    .sort((one, other) => weigh(other) - weigh(one));
  return {
    for: counted.filter(({ favours }) => choice === 'either' || favours === choice),
    against: counted.filter(({ favours }) => choice !== 'either' && favours !== choice),
  };
}

/**
 * Threads or processes, for each language in which something was measured. Every criterion gives a
 * strength from 0 to 1 for one of the two (a factor of two, or all against none, is 1); the strengths
 * are weighed and added, and a lead of less than a tenth decides nothing.
 */
export function recommend(
  findings: readonly Finding[],
  weights: Weights,
): readonly Recommendation[] {
  return languages.flatMap((language) => {
    const reasons = reasonsFor(findings, language);
    if (reasons.length === 0) return [];
    const choice = choose(lead(reasons, weights));
    const known = new Set(reasons.map(({ criterion }) => criterion));
    return [
      {
        language,
        choice,
        reasons,
        decisive: decide(choice, reasons, weights),
        missing: criteria.filter((criterion) => !known.has(criterion)),
      },
    ];
  });
}
