// Claim 6: threads keep a user interface responsive.
import { formatDuration } from '@shared/format';
import type { Figure } from '@shared/claims';
import { findFigure } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';

/** What answers within this feels immediate. R. B. Miller, "Response time in man-computer conversational transactions" (1968). */
const immediateNs = 100e6;

/** The longest that a window was kept waiting: by the main process's loop, or for a frame. */
function late(figures: readonly Figure[], way: string): number | undefined {
  const all = ['loop-delay', 'worst-frame'].map((quantity) =>
    findFigure(figures, { quantity, way }),
  );
  const known = all.flatMap((figure) => (figure === undefined ? [] : [figure.median]));
  return known.length === 0 ? undefined : Math.max(...known);
}

const told = (where: string, ns: number | undefined): readonly string[] =>
  ns === undefined ? [] : [`${where} ${formatDuration(ns)}`];

/**
 * Holds where work on the window's own loops keeps it waiting for more than 100 ms and work on a thread
 * does not; fails where a thread does too; depends where the work keeps nothing waiting anywhere.
 */
const judgeResponsive: JudgeLanguage = (figures) => {
  const thread = late(figures, 'thread');
  const own = ['page', 'main'].map((way) => late(figures, way)).filter((ns) => ns !== undefined);
  if (thread === undefined || own.length === 0) return undefined;
  const blocks = Math.max(...own) > immediateNs;
  const list = [
    ...told("on the page's own thread", late(figures, 'page')),
    ...told("on the main process's loop", late(figures, 'main')),
    ...told('on a thread', thread),
    ...told('in a process', late(figures, 'process')),
    ...told('without work', late(figures, 'idle')),
  ];
  return {
    outcome: thread > immediateNs ? 'fails' : blocks ? 'holds' : 'depends',
    text: `the window waited at most, while work ran ${list.join(', ')} (medians of the worst).`,
  };
};

export const responsive = judgeBy({ node: judgeResponsive });
