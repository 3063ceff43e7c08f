// Claim 4: threads are light; they start sooner and take less memory than processes.
import { formatBytes, formatDuration } from '@shared/format';
import type { Figure } from '@shared/claims';
import { figuresOf } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';
import { perWorker } from './slope';

/** A difference that is worth a word. */
const clearly = 1.1;

/** What one more worker adds; a quantity that was not measured is absent. */
interface Added {
  readonly way: string;
  readonly startNs: number | undefined;
  readonly pssBytes: number | undefined;
}

function added(figures: readonly Figure[], way: string): Added {
  const slope = (quantity: string): number | undefined =>
    perWorker(figuresOf(figures, { quantity, way }));
  return { way, startNs: slope('start'), pssBytes: slope('pss') };
}

/** Whether a thread adds clearly less than a process; one that adds nothing that shows adds less. */
function lighter(thread: number | undefined, process: number | undefined): readonly boolean[] {
  if (thread === undefined || process === undefined) return [];
  return [process > 0 && process > thread * clearly];
}

/** A slope that spread has turned below zero is no figure. */
function figure(slope: number, write: (value: number) => string, what: string): string {
  return slope > 0 ? write(slope) : `no ${what} that shows`;
}

function words({ way, startNs, pssBytes }: Added): string {
  const [, method] = way.split('-');
  const what =
    way === 'threads' ? 'thread' : `process${method === undefined ? '' : ` by ${method}`}`;
  const parts = [
    ...(startNs === undefined ? [] : [`${figure(startNs, formatDuration, 'time')} to start`]),
    ...(pssBytes === undefined ? [] : [figure(pssBytes, formatBytes, 'memory')]),
  ];
  return `one more ${what} takes ${parts.join(' and ')}`;
}

const isKnown = ({ startNs, pssBytes }: Added): boolean =>
  startNs !== undefined || pssBytes !== undefined;

/** Holds where a thread adds clearly less time and memory than a process, however that is started. */
const judgeLight: JudgeLanguage = (figures) => {
  const threads = added(figures, 'threads');
  const ways = [...new Set(figures.map(({ way }) => way))].filter((way) => way !== 'threads');
  const processes = ways.map((way) => added(figures, way)).filter(isKnown);
  const compared = processes.flatMap(({ startNs, pssBytes }) => [
    ...lighter(threads.startNs, startNs),
    ...lighter(threads.pssBytes, pssBytes),
  ]);
  if (compared.length === 0) return undefined;
  return {
    outcome: compared.every(Boolean) ? 'holds' : compared.some(Boolean) ? 'depends' : 'fails',
    text: `${[threads, ...processes].map(words).join('; ')}.`,
  };
};

export const light = judgeBy({ node: judgeLight, python: judgeLight });
