// What is fuzzed: something that makes an input of chance, and something that says what is wrong with what
// became of it.
import { performance } from 'node:perf_hooks';
import { Chance } from './random';

/** One parser or exporter under fuzzing. */
export interface Target {
  readonly name: string;
  /** An input of at most so many changes. */
  readonly make: (chance: Chance, most: number) => unknown;
  /** What is wrong with what became of it; undefined where nothing is. What it throws is wrong too. */
  readonly check: (input: unknown) => Outcome;
}

/** `taken`: it was accepted; a fault where it was taken or refused as it must not be. */
export interface Outcome {
  readonly taken: boolean;
  readonly fault?: string | undefined;
}

export const maxChanges = 4;

/** An input that did what none may do. */
export interface Found {
  readonly target: string;
  readonly seed: number;
  readonly changes: number;
  readonly fault: string;
  readonly input: unknown;
}

/** The longest that one input may take. */
const maxMs = 1000;

function faultOf(
  target: Target,
  input: unknown,
): { readonly outcome: Outcome; readonly ms: number } {
  const start = performance.now();
  try {
    const outcome = target.check(input);
    return { outcome, ms: performance.now() - start };
  } catch (error) {
    const fault = `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    return { outcome: { taken: false, fault }, ms: performance.now() - start };
  }
}

/** What one seed comes to. A slow one is tried again: the machine may have been busy. */
export function tryOne(
  target: Target,
  seed: number,
  most = maxChanges,
): { readonly taken: boolean; readonly ms: number; readonly found?: Found } {
  const input = target.make(new Chance(seed), most);
  let { outcome, ms } = faultOf(target, input);
  for (let again = 0; again < 2 && ms > maxMs; again += 1) {
    const next = faultOf(target, input);
    ({ outcome, ms } = next.ms < ms ? next : { outcome, ms });
  }
  const slow = ms > maxMs ? `took ${Math.round(ms)} ms` : undefined;
  const fault = outcome.fault ?? slow;
  const { taken } = outcome;
  if (fault === undefined) return { taken, ms };
  return { taken, ms, found: { target: target.name, seed, changes: most, fault, input } };
}

/** The same with as few changes as still show it. */
export function shrink(target: Target, found: Found): Found {
  for (let most = 1; most < found.changes; most += 1) {
    const smaller = tryOne(target, found.seed, most).found;
    if (smaller !== undefined) return smaller;
  }
  return found;
}
