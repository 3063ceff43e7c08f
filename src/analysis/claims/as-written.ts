// Claim 12: "This program reduces the time of execution by running tasks in parallel", as written.
import { formatDuration, formatRatio } from '@shared/format';
import type { Figure } from '@shared/claims';
import { findFigure, figuresOf } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';

/** `1` faster than serial in every trial, `-1` slower in every trial, otherwise `0`. */
function direction(way: Figure, serial: Figure): -1 | 0 | 1 {
  if (way.high < serial.low) return 1;
  return way.low > serial.high ? -1 : 0;
}

function told(figure: Figure, serial: Figure): string {
  const way = `${figure.x ?? ''} ${figure.way.split('-')[0]}`.trim();
  return direction(figure, serial) === 1
    ? `${way} ${formatDuration(figure.median)}, ${formatRatio(serial.median / figure.median)} faster`
    : `${way} ${formatDuration(figure.median)}, ${formatRatio(figure.median / serial.median)} as long`;
}

/** From which size of a task it pays: as searched for, otherwise by what starting the workers took. */
function pays(figures: readonly Figure[], serial: Figure): string {
  const found = figuresOf(figures, { quantity: 'pays-from' });
  if (found.length > 0) {
    const list = found.map(({ way, median }) => `${way} from ${formatDuration(median)}`);
    return ` Measured, with two tasks, ${list.join(' and ')} a task on.`;
  }
  const processes = figuresOf(figures, { quantity: 'elapsed' }).find(({ way }) =>
    way.startsWith('processes'),
  );
  if (processes === undefined || direction(processes, serial) !== -1) return '';
  return ` By what starting them took, two processes with a core each pay from about ${formatDuration(processes.median - serial.median)} a task on.`;
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
    text: `serial takes ${formatDuration(serial.median)}, ${ways.map((way) => told(way, serial)).join(', ')}.${pays(figures, serial)}`,
  };
};

export const asWritten = judgeBy({ node: judgeAsWritten, python: judgeAsWritten });
