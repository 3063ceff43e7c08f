import { describe, expect, it } from 'vitest';
import { messages } from '@analysis/claims/messages';
import type { Figure } from '@shared/claims';
import { makeFigure } from '../../helpers/make-figure';

/** Round trips of one payload, in µs. */
function trips(way: string, x: number, us: number | readonly number[], runtime = 'node'): Figure {
  const ns = [us].flat().map((value) => value * 1000);
  return makeFigure('round-trip', way, ns, { unit: 'ns', x, runtime });
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
    expect(found.text).toContain('1 kB to a process and back took 60 µs, to a thread 20 µs');
    expect(found.text).toContain('4 MB to a process and back took 30 ms, to a thread 3 ms');
  });

  it('fails where they do at none', () => {
    const found = messages([trips('process', 0, 20), trips('clone', 0, 60)]);
    expect(found.outcome).toBe('fails');
  });

  it('depends where they do at some, and says at which', () => {
    const python = '3.11';
    const found = messages([
      trips('process-pipe', 64, 25, python),
      trips('process-queue', 64, 90, python),
      trips('queue', 64, 25, python),
      trips('process-pipe', 16_000, 45, python),
      trips('queue', 16_000, 25, python),
    ]);
    expect(found.outcome).toBe('depends');
    expect(found.text).toContain('Processes cost more at 16 kB, not at 64 B');
  });

  it('takes no difference for one that is small or within the spread', () => {
    expect(messages([trips('process', 0, 21), trips('clone', 0, 20)]).outcome).toBe('fails');
    const wide = [trips('process', 0, [10, 30, 50]), trips('clone', 0, [10, 20, 50])];
    expect(messages(wide).outcome).toBe('fails');
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
    expect(found.text).toContain('Shared memory is quicker than copies at every size.');
    expect(found.text).toContain('Handing the memory over is quicker than copies from 16 kB on.');
  });

  it('names no such payload where the copies are quicker in the end', () => {
    const found = messages([
      trips('process', 64, 90),
      trips('clone', 64, 20),
      trips('transfer', 64, 30),
    ]);
    expect(found.text).not.toContain('Handing');
  });

  it('is unavailable without both sides', () => {
    expect(messages([]).outcome).toBe('unavailable');
    expect(messages([trips('process', 0, 60)]).outcome).toBe('unavailable');
  });
});
