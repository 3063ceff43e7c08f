// Claim 12: "This program reduces the time of execution by running tasks in parallel", as written.
import { formatDuration, formatRatio } from '@shared/base/format';
import type { Figure } from '@shared/claims/claims';
import { findFigure, figuresOf } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';
import { withSpread } from './spread';

/** `1` faster than serial in every trial, `-1` slower in every trial, otherwise `0`. */
function direction(way: Figure, serial: Figure): -1 | 0 | 1 {
  if (way.high < serial.low) return 1;
  return way.low > serial.high ? -1 : 0;
}

function told(figure: Figure, serial: Figure): string {
  const way = `${figure.x ?? ''} ${kindOf(figure)}`.trim();
  return direction(figure, serial) === 1
    ? `${way} ${withSpread(figure)}, ${formatRatio(serial.median / figure.median)} faster`
    : `${way} ${withSpread(figure)}, ${formatRatio(figure.median / serial.median)} as long`;
}

/** `threads` or `processes`, however they were started. */
const kindOf = ({ way }: Figure): string => way.split('-')[0] ?? way;

const sentence = (begin: string, parts: readonly string[], end = ''): string =>
  parts.length === 0 ? '' : ` ${begin} ${parts.join(' and ')}${end}.`;

/**
 * From which size of a task it pays, way by way: as searched for; otherwise up to which size the search
 * found that it does not; otherwise, where the way is slower, by what starting its workers took.
 */
function pays(figures: readonly Figure[], serial: Figure): string {
  const found = figuresOf(figures, { quantity: 'pays-from' });
  const bounds = figuresOf(figures, { quantity: 'pays-not-up-to' }).filter(
    ({ way }) => !found.some((one) => one.way === way),
  );
  const searched = [...found, ...bounds].map(kindOf);
  const started = figuresOf(figures, { quantity: 'elapsed' }).filter(
    (figure) => !searched.includes(kindOf(figure)) && direction(figure, serial) === -1,
  );
  const size = ({ median }: Figure): string => formatDuration(median);
  const parts = started.map(
    (figure) =>
      `two ${kindOf(figure)} with a core each pay from about ${formatDuration(figure.median - serial.median)} a task on`,
  );
  return [
    sentence(
      'Measured, with two tasks,',
      found.map((one) => `${kindOf(one)} from ${size(one)}`),
      ' a task on',
    ),
    sentence(
      'With two tasks no size was found from which it pays, a bound only:',
      bounds.map((one) => `${kindOf(one)} not reached up to ${size(one)}`),
      ' a task',
    ),
    sentence('By what starting them took,', parts),
  ].join('');
}

/** Holds where threads and processes are faster than serial in every trial, fails where they are slower. */
const judgeAsWritten: JudgeLanguage = (figures) => {
  const serial = findFigure(figures, { quantity: 'elapsed', way: 'serial' });
  const ways = figuresOf(figures, { quantity: 'elapsed' }).filter(({ way }) => way !== 'serial');
  if (serial === undefined || ways.length === 0) return undefined;
  const directions = ways.map((way) => direction(way, serial));
  const outcome = directions.every((one) => one === 1)
    ? 'holds'
    : directions.every((one) => one === -1)
      ? 'fails'
      : 'depends';
  return {
    outcome,
    text: `serial takes ${withSpread(serial)}; ${ways.map((way) => told(way, serial)).join('; ')}.${pays(figures, serial)}`,
  };
};

export const asWritten = judgeBy({ node: judgeAsWritten, python: judgeAsWritten });
