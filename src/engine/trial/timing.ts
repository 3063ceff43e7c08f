// Computes the cold and warm time and the phases of a trial from its time stamps. Pure.
import type { Phases } from '@shared/report/live';

/** Moments of one trial on the run's clock, in ns, and how long joining took. */
export interface TrialMoments {
  /** The program decides. */
  readonly decidedNs: number;
  /** Every worker's code had begun. */
  readonly spawnedNs: number;
  /** All workers may start. */
  readonly goNs: number;
  readonly lastDoneNs: number;
  /** Every result is in. */
  readonly collectedNs: number;
  /** From letting the workers go to the last of them gone. */
  readonly joinNs: number;
}

export interface TrialTimes {
  readonly coldNs: number;
  readonly warmNs: number;
  readonly phases: Phases;
}

/**
 * Cold is the sum of the phases; warm is go to last task done, the run phase alone. What the engine
 * does between collecting and joining (it reads memory) lies outside both.
 */
export function timesOfTrial(moments: TrialMoments): TrialTimes {
  const phases: Phases = {
    spawnNs: moments.spawnedNs - moments.decidedNs,
    readyNs: moments.goNs - moments.spawnedNs,
    runNs: moments.lastDoneNs - moments.goNs,
    collectNs: moments.collectedNs - moments.lastDoneNs,
    joinNs: moments.joinNs,
  };
  const coldNs = phases.spawnNs + phases.readyNs + phases.runNs + phases.collectNs + phases.joinNs;
  return { coldNs, warmNs: phases.runNs, phases };
}
