// The rules of the claims that rest on ordinary runs: opposite figures give the opposite finding.
import { findingText } from '@present/words/claims/findings';
import { describe, expect, it } from 'vitest';
import { asWritten } from '@analysis/claims/as-written';
import { cores } from '@analysis/claims/cores';
import { ioBound } from '@analysis/claims/io-bound';
import { light } from '@analysis/claims/light';
import { memory } from '@analysis/claims/memory';
import type { Figure, Quantity } from '@shared/claims/claims';
import { makeFigure } from '../../helpers/make/figure';

const python = { runtime: '3.11' };

describe('processes use several cores', () => {
  const speedups = (threads: number[], processes: number[], runtime = '3.11'): Figure[] => [
    makeFigure('speedup', 'threads', threads, { unit: 'times', x: 2, runtime }),
    makeFigure('speedup', 'processes', processes, { unit: 'times', x: 2, runtime }),
  ];

  it.each([
    ['holds', [1, 1, 1], [1.8, 1.9, 1.7]],
    ['fails', [1, 1, 1], [0.9, 0.95, 0.8]],
    ['depends', [1.8, 1.8, 1.9], [1.8, 1.9, 1.7]],
    ['fails', [1, 1, 1], [0.8, 1.9, 1.9]],
  ] as const)('%s with threads %j and processes %j in Python', (outcome, threads, processes) => {
    expect(cores(speedups([...threads], [...processes])).outcome).toBe(outcome);
  });

  it('holds where one number of processes gains in every trial, though a larger one did not', () => {
    const figures = [
      ...speedups([1, 1, 1], [1.6, 1.7, 1.8]),
      makeFigure('speedup', 'processes', [0.95, 1.9, 2], { unit: 'times', x: 4, ...python }),
    ];
    expect(cores(figures).outcome).toBe('holds');
  });

  it('says that a gain was not there in every trial', () => {
    const found = cores(speedups([1, 1, 1], [0.95, 1.9, 2]));
    expect(found.outcome).toBe('fails');
    expect(findingText(found)).toContain('not in every trial');
  });

  it('needs no lock to get past in JavaScript', () => {
    expect(cores(speedups([1.8, 1.8], [1.8, 1.9], 'node')).outcome).toBe('holds');
  });

  it('depends where one Python differs from another', () => {
    const figures = [...speedups([1, 1], [1.8, 1.8]), ...speedups([1, 1], [0.9, 0.9], '3.13')];
    const found = cores(figures);
    expect(found.outcome).toBe('depends');
    expect(findingText(found)).toContain('with 3.13');
  });

  it('says nothing of one worker', () => {
    const single = [
      makeFigure('speedup', 'threads', 1, { x: 1, unit: 'times', ...python }),
      makeFigure('speedup', 'processes', 1, { x: 1, unit: 'times', ...python }),
    ];
    expect(cores(single).outcome).toBe('unavailable');
  });
});

/** Start and size at one and at eight workers: the first, and what each adds. */
function workers(variant: string, startNs: number, bytes: number): Figure[] {
  return [1, 8].flatMap((x) => [
    makeFigure('start', variant, startNs * x, { unit: 'ns', x }),
    makeFigure('pss', variant, 40e6 + bytes * x, { unit: 'bytes', x }),
    makeFigure('private', variant, bytes * x, { unit: 'bytes', x }),
  ]);
}

describe('threads are light', () => {
  it.each([
    ['holds', 1e6, 1e6],
    ['fails', 60e6, 30e6],
    ['depends', 1e6, 30e6],
  ] as const)('%s where a thread adds %d ns and %d bytes', (outcome, startNs, bytes) => {
    const figures = [...workers('threads', startNs, bytes), ...workers('processes', 50e6, 20e6)];
    expect(light(figures).outcome).toBe(outcome);
  });

  it('depends where a start method is as light', () => {
    const figures = [
      ...workers('threads', 1e6, 1e6),
      ...workers('processes-fork', 1e6, 1e6),
      ...workers('processes-spawn', 50e6, 20e6),
    ];
    expect(light(figures).outcome).toBe('depends');
  });

  it('takes a slope below zero for none that shows', () => {
    const figures = [...workers('threads', -1e5, -1e3), ...workers('processes', 50e6, 20e6)];
    const found = light(figures);
    expect(found.outcome).toBe('holds');
    expect(findingText(found)).toContain(
      'one more thread takes no measurable time to start and no measurable memory',
    );
    const none = [...workers('threads', -1e5, -1e3), ...workers('processes', -1e4, -100)];
    // Spread in both is no finding.
    expect(light(none).outcome).toBe('unavailable');
  });

  it('takes a slope of processes that is not above zero for no figure', () => {
    const slopes = (startNs: number): Figure[] => [
      ...workers('threads', 2e6, 1e6),
      ...workers('processes', startNs, 20e6),
    ];
    for (const startNs of [0, -1e5]) {
      const found = light(slopes(startNs));
      expect(found.outcome).toBe('holds');
      expect(findingText(found)).toContain('one more process takes 20 MB.');
      expect(findingText(found)).toContain(
        'Not decided, because it did not grow with the worker count: the start of a process.',
      );
      const starts = light(slopes(startNs).filter(({ quantity }) => quantity === 'start'));
      expect(starts.outcome).toBe('unavailable');
      expect(findingText(starts)).not.toContain('one more process');
    }
    expect(light(slopes(1e5)).outcome).toBe('depends');
  });

  it('tells the spread of the slopes', () => {
    const starts = (variant: string, values: readonly number[]): Figure[] =>
      values.map((ms, index) =>
        makeFigure('start', variant, ms * 1e6, { unit: 'ns', x: [1, 2, 4][index] ?? 1 }),
      );
    const found = light([...starts('threads', [1, 2, 6]), ...starts('processes', [50, 90, 210])]);
    expect(found.outcome).toBe('holds');
    expect(findingText(found)).toContain('one more thread takes 1.67 ms (1 ms to 2 ms) to start');
    expect(findingText(found)).toContain(
      'one more process takes 53.3 ms (40 ms to 60 ms) to start',
    );
  });

  it('judges by what was measured', () => {
    const figures = [...workers('threads', 1e6, 1e6), ...workers('processes', 50e6, 20e6)];
    const found = light(figures.filter(({ quantity }) => quantity === 'start'));
    expect(found.outcome).toBe('holds');
    expect(findingText(found)).toContain('one more thread takes 1 ms to start; one more process');
  });

  it('is unavailable with one number of workers only', () => {
    const one = makeFigure('start', 'threads', 1, { unit: 'ns', x: 1 });
    expect(light([one]).outcome).toBe('unavailable');
  });
});

describe('processes take more memory', () => {
  const sized = (variant: string, bytes: number): Figure =>
    makeFigure('pss', variant, bytes, { unit: 'bytes', x: 16 });

  it.each([
    ['holds', 10e6, 20e6, 30e6],
    ['fails', 30e6, 20e6, 30e6],
    ['depends', 20e6, 20e6, 30e6],
  ] as const)('%s with threads %d, fork %d, spawn %d', (outcome, threads, fork, spawn) => {
    const figures = [
      sized('threads', threads),
      sized('processes-fork', fork),
      sized('processes-spawn', spawn),
    ];
    expect(memory(figures).outcome).toBe(outcome);
  });

  it('compares at the largest number of workers that both have', () => {
    const at8 = (variant: string, bytes: number): Figure =>
      makeFigure('pss', variant, bytes, { unit: 'bytes', x: 8 });
    const figures = [sized('threads', 99e6), at8('threads', 5e6), at8('processes', 20e6)];
    const found = memory(figures);
    expect(found.outcome).toBe('holds');
    expect(findingText(found)).toContain('8 threads take 5 MB');
  });

  it('tells the spread with every median', () => {
    const at16 = (quantity: Quantity, variant: string, values: readonly number[]): Figure =>
      makeFigure(quantity, variant, values, { unit: 'bytes', x: 16 });
    const found = memory([
      at16('pss', 'threads', [9e6, 10e6, 12e6]),
      at16('pss', 'processes', [28e6, 30e6, 31e6]),
      at16('private', 'processes', [19e6, 20e6, 22e6]),
    ]);
    expect(findingText(found)).toContain('16 threads take 10 MB (9 MB to 12 MB)');
    expect(findingText(found)).toContain(
      'processes 30 MB (28 MB to 31 MB), 3.00×, 20 MB (19 MB to 22 MB) of it private',
    );
  });

  it('does not compare different numbers of workers', () => {
    const figures = [sized('threads', 1), makeFigure('pss', 'processes', 2, { x: 8 })];
    expect(memory(figures).outcome).toBe('unavailable');
  });
});

describe('threads suit waiting work', () => {
  const variant = (name: string, elapsedNs: number, cpuNs: number): Figure[] => [
    makeFigure('elapsed', name, [elapsedNs, elapsedNs], { unit: 'ns', x: 16 }),
    makeFigure('cpu', name, [cpuNs, cpuNs], { unit: 'ns', x: 16 }),
  ];
  const serial = variant('serial', 1600e6, 2e6);

  it('holds where they are much faster and an event loop is not cheaper', () => {
    const figures = [...serial, ...variant('threads', 100e6, 8e6), ...variant('async', 100e6, 6e6)];
    expect(ioBound(figures).outcome).toBe('holds');
  });

  it('depends where an event loop is as fast for less', () => {
    const figures = [
      ...serial,
      ...variant('threads', 100e6, 80e6),
      ...variant('async', 100e6, 6e6),
    ];
    expect(ioBound(figures).outcome).toBe('depends');
  });

  it('tells the spread of the gain and of the CPU time', () => {
    const found = ioBound([
      ...serial,
      makeFigure('elapsed', 'threads', [80e6, 100e6, 160e6], { unit: 'ns', x: 16 }),
      makeFigure('cpu', 'threads', [6e6, 8e6, 9e6], { unit: 'ns', x: 16 }),
    ]);
    expect(findingText(found)).toContain(
      '16 threads 16.0× (10.0× to 20.0×) faster, 8 ms (6 ms to 9 ms) of CPU time',
    );
  });

  it('fails where they gain nothing', () => {
    const figures = [
      ...serial,
      ...variant('threads', 1500e6, 8e6),
      ...variant('async', 100e6, 6e6),
    ];
    expect(ioBound(figures).outcome).toBe('fails');
  });
});

describe('the article as written', () => {
  const variant = (name: string, values: number[], x = 2): Figure =>
    makeFigure('elapsed', name, values, { unit: 'ns', x });
  const serial = variant('serial', [100e3, 110e3], 1);

  it.each([
    ['fails', [50e6, 60e6], [150e6, 160e6]],
    ['holds', [50e3, 60e3], [70e3, 80e3]],
    ['depends', [50e3, 60e3], [150e6, 160e6]],
    ['depends', [90e3, 120e3], [95e3, 130e3]],
  ])('%s with threads %j and processes %j', (outcome, threads, processes) => {
    const figures = [serial, variant('threads', threads), variant('processes', processes)];
    expect(asWritten(figures).outcome).toBe(outcome);
  });

  it('tells from which size of a task on it pays', () => {
    const figures = [serial, variant('threads', [50e6]), variant('processes', [150e6])];
    expect(findingText(asWritten(figures))).toContain(
      'two processes with a core each pay from about 150 ms per task',
    );
    const searched = makeFigure('pays-from', 'threads', 60e6, { unit: 'ns' });
    expect(findingText(asWritten([...figures, searched]))).toContain(
      'Measured with two tasks: threads from 60 ms per task',
    );
  });

  it('says the bound where the search found no size, for each way', () => {
    const figures = [serial, variant('threads', [50e6]), variant('processes', [150e6])];
    const bound = (name: string, ns: number): Figure =>
      makeFigure('pays-not-up-to', name, ns, { unit: 'ns', x: 2 });
    const neither = asWritten([...figures, bound('threads', 12e6), bound('processes', 40e6)]);
    expect(findingText(neither)).toContain(
      'only a bound: threads not reached up to 12 ms and processes not reached up to 40 ms per task.',
    );
    expect(findingText(neither)).not.toContain('Measured');
    expect(findingText(neither)).not.toContain('By what starting');
    const found = makeFigure('pays-from', 'processes', 160e6, { unit: 'ns', x: 2 });
    const one = asWritten([...figures, bound('threads', 12e6), found]);
    expect(findingText(one)).toContain('Measured with two tasks: processes from 160 ms per task.');
    expect(findingText(one)).toContain('threads not reached up to 12 ms per task.');
  });

  it('says for threads and processes what starting them tells, where nothing was searched', () => {
    const text = findingText(
      asWritten([serial, variant('threads', [50e6]), variant('processes', [150e6])]),
    );
    expect(text).toContain('two threads with a core each pay from about 49.9 ms per task');
    expect(text).toContain('two processes with a core each pay from about 150 ms per task');
  });

  it('tells the spread with every median', () => {
    const text = findingText(
      asWritten([serial, variant('threads', [50e6, 55e6, 90e6]), variant('processes', [2e6])]),
    );
    expect(text).toContain('serial takes 105 µs (100 µs to 110 µs)');
    expect(text).toContain('2 threads 55 ms (50 ms to 90 ms)');
  });
});
