// The verdict of a run in several runtimes: each runtime's own, one after another. Pure.
import type { Verdict, VerdictFact } from '@shared/report/verdict';

export interface RuntimeVerdict {
  /** `node`, or the id of a Python. */
  readonly runtime: string;
  readonly verdict: Verdict;
}

/** One verdict of all; what it names, and the time it rests on, are those of the first runtime. */
export function joinVerdicts(verdicts: readonly RuntimeVerdict[]): Verdict {
  const [first, ...others] = verdicts;
  if (first === undefined) throw new Error('a verdict of no runtime');
  if (others.length === 0) return first.verdict;
  const facts = verdicts.flatMap(({ runtime, verdict }): VerdictFact[] => [
    { kind: 'runtime', runtime },
    ...verdict.facts,
  ]);
  return { ...first.verdict, facts };
}
