// Claim 8: a leak or a crash in one thread can damage the others and the parent; a process contains it.
import type { Figure, Outcome } from '@shared/claims/claims';
import { formatBytes } from '@shared/base/format';
import { bystanders, crashFaults, type CrashFault } from '@shared/claims/probes';
import { findFigure } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';

type Way = 'threads' | 'processes';

/** The faults that a claim about crashes rests on: without them, that nothing was lost says little. */
const deciding: readonly CrashFault[] = ['memory', 'abort', 'segv'];

/** What one fault in one way did. */
interface Hit {
  readonly fault: CrashFault;
  /** Of the others, in the worst repeat. */
  readonly survivors: number;
  readonly programDied: boolean;
  /** Others or the program were lost: every time, never, or now and then. */
  readonly damage: 'always' | 'never' | 'mixed';
}

function hits(figures: readonly Figure[], way: Way): readonly Hit[] {
  return crashFaults.flatMap((fault) => {
    const survivors = findFigure(figures, { quantity: 'survivors', way: `${way}-${fault}` });
    const program = findFigure(figures, { quantity: 'program-alive', way: `${way}-${fault}` });
    if (survivors === undefined || program === undefined) return [];
    const lost = survivors.low < bystanders || program.low < 1;
    const spared = survivors.high === bystanders && program.high === 1;
    return [
      {
        fault,
        survivors: survivors.low,
        programDied: program.low < 1,
        damage: lost ? (spared ? 'mixed' : 'always') : 'never',
      } satisfies Hit,
    ];
  });
}

/** The worst that any of the faults did. */
function worst(all: readonly Hit[]): Hit['damage'] {
  const has = (damage: Hit['damage']): boolean => all.some((one) => one.damage === damage);
  return has('always') ? 'always' : has('mixed') ? 'mixed' : 'never';
}

function judged(threads: readonly Hit[], processes: readonly Hit[]): Outcome {
  const inThreads = worst(threads);
  const inProcesses = worst(processes);
  if (inProcesses === 'always' || inThreads === 'never') return 'fails';
  return inThreads === 'always' && inProcesses === 'never' ? 'holds' : 'depends';
}

/** The deciding faults of which nothing is known in a way. */
function missing(all: readonly Hit[]): readonly CrashFault[] {
  return deciding.filter((fault) => !all.some((hit) => hit.fault === fault));
}

function missingText(all: readonly Hit[], where: string): readonly string[] {
  const faults = missing(all);
  return faults.length === 0 ? [] : [`${list(faults)} in ${where}`];
}

function list(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** What was lost: equal for faults that are named together. */
function lossOf({ survivors, programDied, damage }: Hit): string {
  const often = damage === 'mixed' ? ' in some repeats' : '';
  if (programDied && survivors === 0) return `ended the program and all ${bystanders + 1}${often}`;
  const program = programDied ? ' and ended the program' : '';
  return `took ${bystanders - survivors} of ${bystanders} others along${program}${often}`;
}

function wayText(all: readonly Hit[], where: string): string {
  const harmless = all.filter(({ damage }) => damage === 'never').map(({ fault }) => fault);
  if (harmless.length === all.length)
    return `every fault in ${where} left ${bystanders} of ${bystanders} others and the program (tried: ${list(harmless)})`;
  const losses = new Map<string, string[]>();
  for (const hit of all) {
    if (hit.damage === 'never') continue;
    losses.set(lossOf(hit), [...(losses.get(lossOf(hit)) ?? []), hit.fault]);
  }
  const parts = [...losses].map(([loss, faults]) => `${list(faults)} in ${where} ${loss}`);
  const rest = harmless.length === 0 ? [] : [`${list(harmless)} took nobody along`];
  return [...parts, ...rest].join('; ');
}

function leakText(figures: readonly Figure[]): string {
  const kept = (way: Way): Figure | undefined =>
    findFigure(figures, { quantity: 'memory-kept', way: `${way}-leak` });
  const bytes = ({ median }: Figure): string => formatBytes(Math.max(0, median));
  const thread = kept('threads');
  const process = kept('processes');
  if (thread === undefined || process === undefined) return '';
  return ` After a worker had leaked and ended, the program was larger by ${bytes(thread)} with threads and by ${bytes(process)} with processes.`;
}

const judgeContainment: JudgeLanguage = (figures) => {
  const threads = hits(figures, 'threads');
  const processes = hits(figures, 'processes');
  if (threads.length === 0 || processes.length === 0) return undefined;
  const unknown = [...missingText(threads, 'a thread'), ...missingText(processes, 'a process')];
  const undecided =
    unknown.length === 0 ? '' : ` Not measured, and needed to decide: ${unknown.join('; ')}.`;
  return {
    outcome: undecided === '' ? judged(threads, processes) : 'unavailable',
    text: `${wayText(threads, 'a thread')}; ${wayText(processes, 'a process')}.${undecided}${leakText(figures)}`,
  };
};

/**
 * Holds where some fault in a thread takes others or the program with it and none in a process does;
 * unavailable where a deciding fault was not measured in both.
 */
export const containment = judgeBy({ node: judgeContainment, python: judgeContainment });
