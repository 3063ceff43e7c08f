// Claim 1: threads of one process share one heap; processes have separate heaps.
import type { Figure } from '@shared/claims/claims';
import { figuresOf } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';

/** Whether a write was ever seen; nothing where it was not tried. */
function seen(figures: readonly Figure[], isWay: (way: string) => boolean): boolean | undefined {
  const tried = figuresOf(figures, { quantity: 'seen' }).filter(({ way }) => isWay(way));
  if (tried.length === 0) return undefined;
  return tried.some(({ high }) => high === 1);
}

const sees = (is: boolean): string => (is ? 'sees' : 'does not see');

const judgeHeap: JudgeLanguage = (figures) => {
  const threads = seen(figures, (way) => way === 'threads');
  const processes = seen(figures, (way) => /^processes(?!-shared)/.test(way));
  if (threads === undefined || processes === undefined) return undefined;
  const mixed = figuresOf(figures, { quantity: 'seen' }).some(({ low, high }) => low !== high);
  const shared = seen(figures, (way) => way.endsWith('-shared'));
  const also = shared === true ? ' Memory made to be shared is seen.' : '';
  return {
    outcome: mixed
      ? 'depends'
      : threads && !processes
        ? 'holds'
        : !threads && processes
          ? 'fails'
          : 'depends',
    text: `the program ${sees(threads)} what a thread wrote and ${sees(processes)} what a process wrote${mixed ? ', but not every time' : ''}.${also}`,
  };
};

/** Holds where what threads write is seen and what processes write is not. */
export const heap = judgeBy({ node: judgeHeap, python: judgeHeap });
