// Claim 7: a thread cannot be killed; a child process can.
import type { Figure, Outcome } from '@shared/claims';
import { formatBytes, formatDuration } from '@shared/format';
import { findFigure } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';

type Way = 'threads' | 'processes';

/** What came of trying to end workers of one way. */
interface Tried {
  readonly way: Way;
  readonly name: string;
  /** Every time, never, or now and then. */
  readonly ended: 'always' | 'never' | 'mixed';
  readonly times: string;
  /** Others went on every time; where it is not known nothing is held against it. */
  readonly othersLived: boolean;
  readonly medianNs: number | undefined;
}

const names: Readonly<Record<Way, string>> = { threads: 'a thread', processes: 'a process' };

function tried(figures: readonly Figure[], way: Way): Tried | undefined {
  const ended = findFigure(figures, { quantity: 'ended', way });
  if (ended === undefined) return undefined;
  const yes = ended.values.filter((value) => value === 1).length;
  const lives = ['others-alive', 'program-alive'].map((quantity) =>
    findFigure(figures, { quantity, way }),
  );
  return {
    way,
    name: names[way],
    ended: ended.low === 1 ? 'always' : ended.high === 0 ? 'never' : 'mixed',
    times: `${yes} of ${ended.values.length} times`,
    othersLived: lives.every((figure) => figure === undefined || figure.low === 1),
    medianNs: findFigure(figures, { quantity: 'gone', way })?.median,
  };
}

function judged(threads: Tried, processes: Tried): Outcome {
  if (processes.ended !== 'always' || threads.ended === 'mixed') return 'depends';
  if (threads.ended === 'never') return 'holds';
  // An end that takes others with it is none of that worker alone.
  return threads.othersLived ? 'fails' : 'depends';
}

function endText({ name, ended, times, medianNs }: Tried): string {
  if (ended === 'never') return `${name} in a loop could not be ended from outside`;
  const time = medianNs === undefined ? '' : ` in ${formatDuration(medianNs)}`;
  return `${name} in a loop was ended from outside${ended === 'mixed' ? ` ${times}` : ''}${time}`;
}

function othersText(all: readonly Tried[]): string {
  const harmed = all.filter(({ ended, othersLived }) => ended !== 'never' && !othersLived);
  if (harmed.length === 0) return 'The worker beside it went on.';
  return `The worker beside ${harmed.map(({ name }) => name).join(' and ')} did not go on.`;
}

/** What stays of ended workers: what stayed every time. */
function leftText(figures: readonly Figure[], all: readonly Tried[]): string {
  const parts = all.flatMap(({ way, name, ended }) => {
    if (ended === 'never') return [];
    const stays = (quantity: string): boolean => findFigure(figures, { quantity, way })?.low === 1;
    const left = [
      ...(stays('file-left') ? ['its file'] : []),
      ...(stays('child-left') ? ['its child process'] : []),
    ];
    const back = findFigure(figures, { quantity: 'memory-back', way });
    const gave =
      back === undefined
        ? ''
        : back.median > 0
          ? ` and gave ${formatBytes(back.median)} back`
          : ' and gave no memory back';
    return [`${name} left ${left.length === 0 ? 'nothing' : left.join(' and ')}${gave}`];
  });
  return parts.length === 0 ? '' : ` When ended, ${parts.join('; ')}.`;
}

/** Ways a program has that need the worker's own code. */
function otherWays(figures: readonly Figure[]): string {
  const timeOf = (way: string): string | undefined => {
    if (findFigure(figures, { quantity: 'ended', way })?.low !== 1) return undefined;
    const gone = findFigure(figures, { quantity: 'gone', way });
    return gone === undefined ? undefined : formatDuration(gone.median);
  };
  const flag = timeOf('threads-flag');
  const exception = timeOf('threads-exception');
  return [
    ...(flag === undefined ? [] : [` A flag that the loop itself looks at ended it in ${flag}.`]),
    ...(exception === undefined
      ? []
      : [
          ` An exception put into the thread, which its code may catch and which waits for the next line of Python, ended it in ${exception}.`,
        ]),
  ].join('');
}

const judgeKill: JudgeLanguage = (figures) => {
  const threads = tried(figures, 'threads');
  const processes = tried(figures, 'processes');
  if (threads === undefined || processes === undefined) return undefined;
  const all = [threads, processes];
  return {
    outcome: judged(threads, processes),
    text: `${all.map(endText).join('; ')}. ${othersText(all)}${leftText(figures, all)}${otherWays(figures)}`,
  };
};

/** Holds where processes can be ended from outside and threads cannot; fails where threads can be too. */
export const kill = judgeBy({ node: judgeKill, python: judgeKill });
