// Claim 10: processes have a larger memory footprint.
import { formatBytes, formatCount, formatRatio } from '@shared/format';
import type { Figure } from '@shared/claims';
import { figuresOf } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';

const clearly = 1.1;

function atMost(figures: readonly Figure[], quantity: string, way: string): Figure | undefined {
  return figuresOf(figures, { quantity, way }).reduce<Figure | undefined>(
    (most, figure) => ((figure.x ?? 0) > (most?.x ?? 0) ? figure : most),
    undefined,
  );
}

const named = (way: string): string => way.replace('processes-', 'processes by ');

/**
 * Compares the proportional sizes at the largest number of workers. Holds where every way to start
 * processes takes clearly more than as many threads, fails where none does.
 */
const judgeMemory: JudgeLanguage = (figures) => {
  const threads = atMost(figures, 'pss', 'threads');
  const ways = [...new Set(figuresOf(figures, { quantity: 'pss' }).map(({ way }) => way))];
  const processes = ways
    .filter((way) => way.startsWith('processes'))
    .flatMap((way) => atMost(figures, 'pss', way) ?? [])
    .filter(({ x }) => x === threads?.x);
  if (threads === undefined || processes.length === 0) return undefined;
  const larger = processes.map(({ median }) => median > threads.median * clearly);
  const told = processes.map(({ way, median }) => {
    const own = atMost(figures, 'private', way);
    const privately = own === undefined ? '' : `, ${formatBytes(own.median)} of it their own`;
    return `${named(way)} ${formatBytes(median)} (${formatRatio(median / threads.median)}${privately})`;
  });
  return {
    outcome: larger.every(Boolean) ? 'holds' : larger.some(Boolean) ? 'depends' : 'fails',
    text: `${formatCount(threads.x ?? 0, 'thread')} take ${formatBytes(threads.median)}, as many ${told.join(', ')}.`,
  };
};

export const memory = judgeBy({ node: judgeMemory, python: judgeMemory });
