import { findingText } from '@present/words/claims/findings';
import { describe, expect, it } from 'vitest';
import { messages } from '@analysis/claims/messages';
import type { Figure } from '@shared/claims/claims';
import { makeFigure } from '../../helpers/make/figure';

/** Round trips of one payload, in µs. */
function trips(
  variant: string,
  x: number,
  us: number | readonly number[],
  runtime = 'node',
): Figure {
  const ns = [us].flat().map((value) => value * 1000);
  return makeFigure('round-trip', variant, ns, { unit: 'ns', x, runtime });
}

describe('communication between processes costs more', () => {
  it('holds where processes take longer at every payload, and tells two of them', () => {
    const found = messages([
      trips('process', 1000, 60),
      trips('clone', 1000, 20),
      trips('process', 4e6, 30_000),
      trips('clone', 4e6, 3000),
    ]);
    expect(found.outcome).toBe('holds');
    expect(findingText(found)).toContain(
      '1 kB to a process and back took 60 µs, to a thread 20 µs',
    );
    expect(findingText(found)).toContain('4 MB to a process and back took 30 ms, to a thread 3 ms');
  });

  it('fails where they do at none', () => {
    const found = messages([trips('process', 0, 20), trips('clone', 0, 60)]);
    expect(found.outcome).toBe('fails');
  });

  it('depends where they do at some, and says at which', () => {
    const python = '3.11';
    const found = messages([
      trips('process-pipe', 64, 90, python),
      trips('process-queue', 64, 25, python),
      trips('queue', 64, 25, python),
      trips('process-queue', 16_000, 45, python),
      trips('queue', 16_000, 25, python),
    ]);
    expect(found.outcome).toBe('depends');
    expect(findingText(found)).toContain('Processes cost more at 16 kB, not at 64 B');
  });

  it('takes no difference for one that is small', () => {
    expect(messages([trips('process', 0, 21), trips('clone', 0, 20)]).outcome).toBe('fails');
    expect(messages([trips('process', 0, 20), trips('clone', 0, 21)]).outcome).toBe('fails');
  });

  it('leaves a size out and names it where the difference is unsure', () => {
    const wide = [
      trips('process', 64e6, [190e3, 304e3, 310e3]),
      trips('clone', 64e6, [180e3, 207e3, 400e3]),
    ];
    const sure = [trips('process', 4e6, 30_000), trips('clone', 4e6, 3000)];
    const found = messages([...sure, ...wide]);
    expect(found.outcome).toBe('holds');
    expect(findingText(found)).toContain('Not decided at 64 MB: the times vary too much.');
    expect(findingText(found)).not.toContain('not at');
    expect(findingText(found)).toContain('took 304 ms (190 ms to 310 ms), to a thread 207 ms');
    const not = [trips('process', 4e6, 3000), trips('clone', 4e6, 30_000)];
    expect(messages([...not, ...wide]).outcome).toBe('fails');
  });

  it('is unavailable where no size decides, whichever median is larger', () => {
    const one = [10, 30, 50];
    const other = [10, 20, 50];
    for (const [process, clone] of [
      [one, other],
      [other, one],
    ] as const) {
      const found = messages([trips('process', 0, process), trips('clone', 0, clone)]);
      expect(found.outcome).toBe('unavailable');
      expect(findingText(found)).toContain('Not decided at 0 B');
    }
  });

  it('compares ways of one kind in Python', () => {
    const python = '3.11';
    const queues = [trips('process-queue', 64, 90, python), trips('queue', 64, 25, python)];
    const pipe = trips('process-pipe', 64, 10, python);
    // A pipe that is quicker than a queue says nothing of queues.
    expect(messages([...queues, pipe]).outcome).toBe('holds');
    const simple = (us: number) => trips('threads-simple', 64, us, python);
    expect(messages([...queues, pipe, simple(5)]).outcome).toBe('holds');
    const differ = messages([...queues, pipe, simple(20)]);
    expect(differ.outcome).toBe('depends');
    expect(findingText(differ)).toContain('through queues, 64 B to a process and back took 90 µs');
    expect(findingText(differ)).toContain('Processes cost more through queues at 64 B.');
    expect(findingText(differ)).toContain(
      'Processes cost no more through a pipe, against a SimpleQueue at 64 B.',
    );
  });

  it('compares the quickest of each side where no kind was measured on both', () => {
    const python = '3.11';
    const found = messages([trips('process-pipe', 64, 60, python), trips('queue', 64, 25, python)]);
    expect(found.outcome).toBe('holds');
  });

  it('says from which payload memory that is not copied is quicker', () => {
    const found = messages([
      ...[64, 16_000, 4e6].map((x) => trips('process', x, 90_000)),
      ...[64, 16_000, 4e6].map((x) => trips('shared', x, 5)),
      ...[64, 16_000, 4e6].map((x) => trips('transfer', x, 30)),
      trips('clone', 64, 20),
      trips('clone', 16_000, 40),
      trips('clone', 4e6, 3000),
    ]);
    expect(findingText(found)).toContain('Shared memory is faster than copying at every size.');
    expect(findingText(found)).toContain(
      'Transferring the memory is faster than copying from 16 kB.',
    );
  });

  it('names no such payload where the copies are quicker in the end', () => {
    const found = messages([
      trips('process', 64, 90),
      trips('clone', 64, 20),
      trips('transfer', 64, 30),
    ]);
    expect(findingText(found)).not.toContain('Handing');
  });

  it('is unavailable without both sides', () => {
    expect(messages([]).outcome).toBe('unavailable');
    expect(messages([trips('process', 0, 60)]).outcome).toBe('unavailable');
  });
});
