// Claim 8: a leak or a crash in one thread can damage the others and the parent; a process contains it.
import type { ClaimFact, Hit, Side } from '@shared/claims/claim-facts';
import type { Figure, Outcome } from '@shared/claims/claims';
import { bystanders, crashFaults, type CrashFault } from '@shared/claims/crash-faults';
import { findFigure } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';

/** The faults that a claim about crashes rests on: without them, that nothing was lost says little. */
const deciding: readonly CrashFault[] = ['memory', 'abort', 'segv'];

/** What one fault in one side did. */
interface Found {
  readonly fault: CrashFault;
  /** Of the others, in the worst repeat. */
  readonly survivors: number;
  readonly programDied: boolean;
  /** Others or the program were lost: every time, never, or now and then. */
  readonly damage: 'always' | 'never' | 'mixed';
}

function hits(figures: readonly Figure[], variant: Side): readonly Found[] {
  return crashFaults.flatMap((fault) => {
    const survivors = findFigure(figures, {
      quantity: 'survivors',
      variant: `${variant}-${fault}`,
    });
    const program = findFigure(figures, {
      quantity: 'program-alive',
      variant: `${variant}-${fault}`,
    });
    if (survivors === undefined || program === undefined) return [];
    const lost = survivors.low < bystanders || program.low < 1;
    const spared = survivors.high === bystanders && program.high === 1;
    return [
      {
        fault,
        survivors: survivors.low,
        programDied: program.low < 1,
        damage: lost ? (spared ? 'mixed' : 'always') : 'never',
      } satisfies Found,
    ];
  });
}

/** The worst that any of the faults did. */
function worst(all: readonly Found[]): Found['damage'] {
  const has = (damage: Found['damage']): boolean => all.some((one) => one.damage === damage);
  return has('always') ? 'always' : has('mixed') ? 'mixed' : 'never';
}

function judged(threads: readonly Found[], processes: readonly Found[]): Outcome {
  const inThreads = worst(threads);
  const inProcesses = worst(processes);
  if (inProcesses === 'always' || inThreads === 'never') return 'fails';
  return inThreads === 'always' && inProcesses === 'never' ? 'holds' : 'depends';
}

/** The deciding faults of which nothing is known for a strategy. */
function missing(all: readonly Found[]): readonly CrashFault[] {
  return deciding.filter((fault) => !all.some((hit) => hit.fault === fault));
}

const sides = ['threads', 'processes'] as const;

type Sides = Readonly<Record<Side, readonly Found[]>>;

/** Returns what was lost, equal for faults that are named together. */
function hitsOf(all: readonly Found[]): Hit[] {
  const losses = new Map<string, Hit>();
  for (const { fault, survivors, programDied, damage } of all) {
    if (damage === 'never') continue;
    const loss = { survivors, programDied, sometimes: damage === 'mixed' };
    const key = JSON.stringify(loss);
    const faults = [...(losses.get(key)?.faults ?? []), fault];
    losses.set(key, { ...loss, faults });
  }
  return [...losses.values()];
}

function faultsFact(found: Sides): ClaimFact {
  const told = sides.map((side) => ({
    side,
    hits: hitsOf(found[side]),
    harmless: found[side].filter(({ damage }) => damage === 'never').map(({ fault }) => fault),
  }));
  return { kind: 'faults', others: bystanders, sides: told };
}

function missingFacts(found: Sides): readonly ClaimFact[] {
  const lacking = sides
    .map((side) => ({ side, faults: [...missing(found[side])] }))
    .filter(({ faults }) => faults.length > 0);
  return lacking.length === 0 ? [] : [{ kind: 'faults-missing', sides: lacking }];
}

function leakFacts(figures: readonly Figure[]): readonly ClaimFact[] {
  const [threads, processes] = sides.map((side) =>
    findFigure(figures, { quantity: 'memory-kept', variant: `${side}-leak` }),
  );
  if (threads === undefined || processes === undefined) return [];
  const [threadsBytes, processesBytes] = [threads, processes].map(({ median }) =>
    Math.max(0, median),
  ) as [number, number];
  return [{ kind: 'leaked', threadsBytes, processesBytes }];
}

const judgeContainment: JudgeLanguage = (figures) => {
  const threads = hits(figures, 'threads');
  const processes = hits(figures, 'processes');
  if (threads.length === 0 || processes.length === 0) return undefined;
  const found = { threads, processes };
  const undecided = missingFacts(found);
  return {
    outcome: undecided.length === 0 ? judged(threads, processes) : 'unavailable',
    facts: [faultsFact(found), ...undecided, ...leakFacts(figures)],
  };
};

/**
 * Holds where some fault in a thread takes others or the program with it and none in a process does;
 * unavailable where a deciding fault was not measured in both.
 */
export const containment = judgeBy({ node: judgeContainment, python: judgeContainment });
