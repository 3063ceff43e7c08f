// Claim 10: processes have a larger memory footprint.
import { formatCount, formatRatio } from '@shared/base/format';
import { figuresOf, findFigure, largestCommon } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';
import { withSpread } from './spread';

const clearly = 1.1;

const named = (way: string): string => way.replace('processes-', 'processes by ');

/**
 * Compares the proportional sizes at the largest number of workers that both have. Holds where every way to start
 * processes takes clearly more than as many threads, fails where none does.
 */
const judgeMemory: JudgeLanguage = (figures) => {
  const sizes = figuresOf(figures, { quantity: 'pss' });
  const x = largestCommon(sizes);
  const same = sizes.filter((figure) => figure.x === x);
  const threads = same.find(({ way }) => way === 'threads');
  const processes = same.filter(({ way }) => way.startsWith('processes'));
  if (x === undefined || threads === undefined) return undefined;
  const larger = processes.map(({ median }) => median > threads.median * clearly);
  const told = processes.map((size) => {
    const own = findFigure(figures, { quantity: 'private', way: size.way, x });
    const privately = own === undefined ? '' : `, ${withSpread(own)} of it their own`;
    return `${named(size.way)} ${withSpread(size)}, ${formatRatio(size.median / threads.median)}${privately}`;
  });
  return {
    outcome: larger.every(Boolean) ? 'holds' : larger.some(Boolean) ? 'depends' : 'fails',
    text: `${formatCount(x, 'thread')} take ${withSpread(threads)}, as many ${told.join('; ')}.`,
  };
};

export const memory = judgeBy({ node: judgeMemory, python: judgeMemory });
