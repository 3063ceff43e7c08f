// Claim 5: threads suit work that waits for input and output.
import { formatRatio } from '@shared/base/format';
import type { Figure } from '@shared/claims/claims';
import { findFigure } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';
import { gainOver, withSpread, writeSpread } from './spread';

/** Threads that wait side by side are at least this much faster than waiting in turn. */
const minGain = 2;
/** Within this much two ways are as fast as each other. */
const alike = 1.1;
/** So much less CPU time decides between two that are as fast. */
const cheaper = 2;

function told(figure: Figure, serial: Figure, cpu: Figure | undefined): string {
  const cost = cpu === undefined ? '' : `, ${withSpread(cpu)} of CPU time`;
  const gain = gainOver(serial, figure);
  return `${writeSpread(gain, formatRatio)} ${gain.median >= alike ? 'faster' : 'as fast'}${cost}`;
}

/**
 * Holds where threads are at least twice as fast as serial; depends where an event loop is as fast for
 * less than half the CPU time; fails where threads gain less than that.
 */
const judgeWaiting: JudgeLanguage = (figures) => {
  const of = (way: string): Figure | undefined => findFigure(figures, { quantity: 'elapsed', way });
  const cpu = (way: string): Figure | undefined => findFigure(figures, { quantity: 'cpu', way });
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
  const others = [
    ...(loop === undefined ? [] : [`an event loop ${told(loop, serial, loopCpu)}`]),
    ...(processes === undefined
      ? []
      : [`${processes.x} processes ${told(processes, serial, cpu('processes'))}`]),
  ];
  return {
    outcome: !gains ? 'fails' : loopDoes ? 'depends' : 'holds',
    text: `against ${withSpread(serial)} of serial, ${[`${threads.x} threads ${told(threads, serial, threadCpu)}`, ...others].join('; ')}.`,
  };
};

export const ioBound = judgeBy({ node: judgeWaiting, python: judgeWaiting });
