// Claim 5: threads suit work that waits for input and output.
import type { ClaimFactOf } from '@shared/claims/claim-facts';
import type { Figure } from '@shared/claims/claims';
import { findFigure } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';
import { gainOver, toSpread } from './spread';

/** Threads that wait side by side are at least this much faster than waiting in turn. */
const minGain = 2;
/** Within this much two strategies are equally fast. */
const alike = 1.1;
/** So much less CPU time decides between two that are as fast. */
const cheaper = 2;

type Waited = ClaimFactOf<'waited'>['variants'][number];

function told(
  kind: Waited['kind'],
  figure: Figure | undefined,
  serial: Figure,
  cpu: Figure | undefined,
): readonly Waited[] {
  if (figure === undefined) return [];
  const gain = gainOver(serial, figure);
  const faster = gain.median >= alike;
  return [{ kind, workers: figure.x ?? 0, gain, faster, cpuNs: cpu && toSpread(cpu) }];
}

/**
 * Holds where threads are at least twice as fast as serial; depends where an event loop is as fast for
 * less than half the CPU time; fails where threads gain less than that.
 */
const judgeWaiting: JudgeLanguage = (figures) => {
  const of = (variant: string): Figure | undefined =>
    findFigure(figures, { quantity: 'elapsed', variant });
  const cpu = (variant: string): Figure | undefined =>
    findFigure(figures, { quantity: 'cpu', variant });
  const [serial, threads, loop, processes] = ['serial', 'threads', 'async', 'processes'].map(of);
  if (serial === undefined || threads === undefined) return undefined;
  const gains = serial.low > threads.high && serial.median / threads.median >= minGain;
  const loopCpu = cpu('async');
  const threadCpu = cpu('threads');
  const loopDoes =
    loop !== undefined &&
    loop.median <= threads.median * alike &&
    loopCpu !== undefined &&
    threadCpu !== undefined &&
    loopCpu.median * cheaper < threadCpu.median;
  const variants = [
    ...told('threads', threads, serial, threadCpu),
    ...told('loop', loop, serial, loopCpu),
    ...told('processes', processes, serial, cpu('processes')),
  ];
  return {
    outcome: !gains ? 'fails' : loopDoes ? 'depends' : 'holds',
    facts: [{ kind: 'waited', serialNs: toSpread(serial), variants }],
  };
};

export const ioBound = judgeBy({ node: judgeWaiting, python: judgeWaiting });
