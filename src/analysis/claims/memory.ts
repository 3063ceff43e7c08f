// Claim 10: processes have a larger memory footprint.
import { figuresOf, findFigure, largestCommon } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';
import { toSpread } from './spread';

const clearly = 1.1;

/**
 * Compares the proportional sizes at the largest number of workers that both have. Holds where every start method of
 * processes takes clearly more than as many threads, fails where none does.
 */
const judgeMemory: JudgeLanguage = (figures) => {
  const sizes = figuresOf(figures, { quantity: 'pss' });
  const x = largestCommon(sizes);
  const same = sizes.filter((figure) => figure.x === x);
  const threads = same.find(({ variant }) => variant === 'threads');
  const processes = same.filter(({ variant }) => variant.startsWith('processes'));
  if (x === undefined || threads === undefined) return undefined;
  const larger = processes.map(({ median }) => median > threads.median * clearly);
  const told = processes.map((size) => {
    const own = findFigure(figures, { quantity: 'private', variant: size.variant, x });
    const bytes = toSpread(size);
    const ratio = size.median / threads.median;
    return { variant: size.variant, bytes, ratio, own: own && toSpread(own) };
  });
  return {
    outcome: larger.every(Boolean) ? 'holds' : larger.some(Boolean) ? 'depends' : 'fails',
    facts: [{ kind: 'memory', workers: x, bytes: toSpread(threads), processes: told }],
  };
};

export const memory = judgeBy({ node: judgeMemory, python: judgeMemory });
