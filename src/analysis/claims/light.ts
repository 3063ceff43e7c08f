// Claim 4: threads are light; they start sooner and take less memory than processes.
import { formatBytes, formatDuration } from '@shared/format';
import type { Figure } from '@shared/claims';
import { figuresOf } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';
import { perWorker } from './slope';

/** A difference that is worth a word. */
const clearly = 1.1;

interface Added {
  readonly way: string;
  readonly startNs: number;
  readonly pssBytes: number;
}

function added(figures: readonly Figure[], way: string): Added | undefined {
  const startNs = perWorker(figuresOf(figures, { quantity: 'start', way }));
  const pssBytes = perWorker(figuresOf(figures, { quantity: 'pss', way }));
  return startNs === undefined || pssBytes === undefined ? undefined : { way, startNs, pssBytes };
}

function words({ way, startNs, pssBytes }: Added): string {
  const [, method] = way.split('-');
  const what =
    way === 'threads' ? 'thread' : `process${method === undefined ? '' : ` by ${method}`}`;
  return `one more ${what} takes ${formatDuration(Math.max(0, startNs))} to start and ${formatBytes(Math.max(0, pssBytes))}`;
}

/** Holds where a thread adds clearly less time and memory than a process, however that is started. */
const judgeLight: JudgeLanguage = (figures) => {
  const threads = added(figures, 'threads');
  const ways = [...new Set(figures.map(({ way }) => way))].filter((way) => way !== 'threads');
  const processes = ways.flatMap((way) => added(figures, way) ?? []);
  if (threads === undefined || processes.length === 0) return undefined;
  const lighter = processes.flatMap(({ startNs, pssBytes }) => [
    startNs > threads.startNs * clearly,
    pssBytes > threads.pssBytes * clearly,
  ]);
  return {
    outcome: lighter.every(Boolean) ? 'holds' : lighter.some(Boolean) ? 'depends' : 'fails',
    text: `${[threads, ...processes].map(words).join('; ')}.`,
  };
};

export const light = judgeBy({ node: judgeLight, python: judgeLight });
