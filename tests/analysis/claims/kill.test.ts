import { findingText } from '@present/words/claims/findings';
import { describe, expect, it } from 'vitest';
import { kill } from '@analysis/claims/kill';
import type { Figure, Quantity } from '@shared/claims/claims';
import { makeFigure } from '../../helpers/make/figure';

const yes = (quantity: Quantity, variant: string, values: readonly number[], runtime = 'node') =>
  makeFigure(quantity, variant, values, { unit: 'yes', runtime });

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
    expect(findingText(found)).toContain('a thread in a loop could not be ended from outside');
    expect(findingText(found)).toContain('a process in a loop was ended from outside in 9 ms');
    expect(findingText(found)).toContain('left its file and its child process and gave 70 MB back');
  });

  it('fails where a thread is ended too and the other goes on', () => {
    const found = kill(attempts({ threads: always, processes: always }));
    expect(found.outcome).toBe('fails');
    expect(findingText(found)).toContain('a thread in a loop was ended from outside in 2 ms');
    expect(findingText(found)).toContain('The worker beside it went on.');
  });

  it('depends where repeats differ, a process stays, or an end takes others with it', () => {
    expect(kill(attempts({ threads: [1, 0, 1], processes: always })).outcome).toBe('depends');
    expect(kill(attempts({ threads: never, processes: never })).outcome).toBe('depends');
    const figures = attempts({ threads: always, processes: always }).map((figure) =>
      figure.quantity === 'others-alive' && figure.variant === 'threads'
        ? yes('others-alive', 'threads', [1, 0, 1])
        : figure,
    );
    expect(kill(figures).outcome).toBe('depends');
    expect(findingText(kill(figures))).toContain(
      'The worker beside a thread did not go on 1 of 3 times.',
    );
    const mixed = kill(attempts({ threads: [1, 0, 1], processes: always }));
    expect(findingText(mixed)).toContain(
      'a thread in a loop was ended from outside 2 of 3 times in 2 ms',
    );
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
    expect(findingText(found)).toContain('A flag that the loop itself checks ended it in 4 ms');
  });

  it('says how often a flag or an exception ended a thread', () => {
    const with3 = (variant: string, ended: readonly number[]) => [
      ...attempts({ threads: never, processes: always }, '3.11'),
      yes('ended', variant, ended, '3.11'),
      makeFigure('gone', variant, 4_000_000, { unit: 'ns', runtime: '3.11' }),
    ];
    expect(findingText(kill(with3('threads-flag', [1, 0, 1])))).toContain(
      'A flag that the loop itself checks ended it 2 of 3 times in 4 ms.',
    );
    expect(findingText(kill(with3('threads-exception', [0, 1, 0])))).toContain(
      'the next line of Python, ended it 1 of 3 times in 4 ms.',
    );
    expect(findingText(kill(with3('threads-exception', never)))).toContain(
      'the next line of Python, did not end it.',
    );
  });

  it('says how often something was left', () => {
    const left = (values: readonly number[]): string =>
      findingText(
        kill(
          attempts({ threads: never, processes: always }).map((figure) =>
            figure.quantity === 'child-left' ? yes('child-left', 'processes', values) : figure,
          ),
        ),
      );
    expect(left([1, 0, 1])).toContain('left its file and its child process 2 of 3 times and gave');
    expect(left(never)).toContain('a process left its file and gave');
  });

  it('tells the spread of the times and of the memory', () => {
    const spread = attempts({ threads: never, processes: always }).map((figure) =>
      figure.quantity === 'gone' && figure.variant === 'processes'
        ? makeFigure('gone', 'processes', [698e6, 0.5e9, 2.8e9], { unit: 'ns' })
        : figure.quantity === 'memory-back'
          ? makeFigure('memory-back', 'processes', [60e6, 70e6, 71e6], { unit: 'bytes' })
          : figure,
    );
    expect(findingText(kill(spread))).toContain(
      'was ended from outside in 698 ms (500 ms to 2.80 s)',
    );
    expect(findingText(kill(spread))).toContain('gave 70 MB (60 MB to 71 MB) back');
  });

  it('is unavailable without figures, or with those of one way only', () => {
    expect(kill([]).outcome).toBe('unavailable');
    expect(kill([yes('ended', 'threads', always)]).outcome).toBe('unavailable');
  });
});
