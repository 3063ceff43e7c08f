import { describe, expect, it } from 'vitest';
import { kill } from '@analysis/claims/kill';
import type { Figure } from '@shared/claims';
import { makeFigure } from '../../helpers/make-figure';

const yes = (quantity: string, way: string, values: readonly number[], runtime = 'node') =>
  makeFigure(quantity, way, values, { unit: 'yes', runtime });

interface Ends {
  readonly threads: readonly number[];
  readonly processes: readonly number[];
}

/** Figures of attempts: what ended, and that nobody else was harmed. */
function attempts({ threads, processes }: Ends, runtime = 'node'): readonly Figure[] {
  return [
    yes('ended', 'threads', threads, runtime),
    yes('others-alive', 'threads', [1, 1, 1], runtime),
    makeFigure('gone', 'threads', 2_000_000, { unit: 'ns', runtime }),
    yes('ended', 'processes', processes, runtime),
    yes('others-alive', 'processes', [1, 1, 1], runtime),
    makeFigure('gone', 'processes', 9_000_000, { unit: 'ns', runtime }),
    yes('file-left', 'processes', [1, 1, 1], runtime),
    yes('child-left', 'processes', [1, 1, 1], runtime),
    makeFigure('memory-back', 'processes', 70_000_000, { unit: 'bytes', runtime }),
  ];
}

const always = [1, 1, 1];
const never = [0, 0, 0];

describe('a thread cannot be killed, a process can', () => {
  it('holds where a process is ended and a thread is not, and tells what was left', () => {
    const found = kill(attempts({ threads: never, processes: always }, '3.11'));
    expect(found.outcome).toBe('holds');
    expect(found.text).toContain('a thread in a loop could not be ended from outside');
    expect(found.text).toContain('a process in a loop was ended from outside in 9 ms');
    expect(found.text).toContain('left its file and its child process and gave 70 MB back');
  });

  it('fails where a thread is ended too and the other goes on', () => {
    const found = kill(attempts({ threads: always, processes: always }));
    expect(found.outcome).toBe('fails');
    expect(found.text).toContain('a thread in a loop was ended from outside in 2 ms');
    expect(found.text).toContain('The worker beside it went on.');
  });

  it('depends where repeats differ, a process stays, or an end takes others with it', () => {
    expect(kill(attempts({ threads: [1, 0, 1], processes: always })).outcome).toBe('depends');
    expect(kill(attempts({ threads: never, processes: never })).outcome).toBe('depends');
    const figures = attempts({ threads: always, processes: always }).map((figure) =>
      figure.quantity === 'others-alive' && figure.way === 'threads'
        ? yes('others-alive', 'threads', [1, 0, 1])
        : figure,
    );
    expect(kill(figures).outcome).toBe('depends');
    expect(kill(figures).text).toContain('The worker beside a thread did not go on');
  });

  it('depends where the languages differ', () => {
    const both = kill([
      ...attempts({ threads: always, processes: always }),
      ...attempts({ threads: never, processes: always }, '3.11'),
    ]);
    expect(both.outcome).toBe('depends');
    expect(both.languages.map(({ outcome }) => outcome)).toEqual(['fails', 'holds']);
  });

  it('does not take a flag the loop looks at for an end from outside', () => {
    const found = kill([
      ...attempts({ threads: never, processes: always }, '3.11'),
      yes('ended', 'threads-flag', always, '3.11'),
      makeFigure('gone', 'threads-flag', 4_000_000, { unit: 'ns', runtime: '3.11' }),
    ]);
    expect(found.outcome).toBe('holds');
    expect(found.text).toContain('A flag that the loop itself looks at ended it in 4 ms');
  });

  it('is unavailable without figures, or with those of one way only', () => {
    expect(kill([]).outcome).toBe('unavailable');
    expect(kill([yes('ended', 'threads', always)]).outcome).toBe('unavailable');
  });
});
