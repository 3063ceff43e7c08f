import { findingText } from '@present/words/claims/findings';
import { describe, expect, it } from 'vitest';
import { gil } from '@analysis/claims/gil';
import type { Figure } from '@shared/claims/claims';
import { makeFigure } from '../../helpers/make/figure';

function busy(variant: string, cores: number, { runtime = '3.11', x = 2 } = {}): Figure {
  return makeFigure('cores-busy', variant, cores, { unit: 'cores', runtime, x });
}

function lost(variant: string, count: number, runtime = '3.11'): readonly Figure[] {
  return [
    makeFigure('lost', variant, count, { x: 2, runtime }),
    makeFigure('increments', variant, 1000, { x: 2, runtime }),
  ];
}

const twoCores = busy('processes', 1.9);

describe('the interpreter lock prevents lost updates and keeps threads to one core', () => {
  it('holds where threads keep one core busy and lose nothing', () => {
    const found = gil([busy('threads', 1), twoCores, ...lost('plain', 0), ...lost('call', 0)]);
    expect(found.outcome).toBe('holds');
    expect(findingText(found)).toContain('threads of 3.11 kept 1.00 cores busy and lost none');
  });

  it('depends where they keep one core busy and lose updates', () => {
    const found = gil([busy('threads', 1), twoCores, ...lost('plain', 0), ...lost('call', 80)]);
    expect(found.outcome).toBe('depends');
    expect(findingText(found)).toContain('8 % of 1,000 with a call between');
    expect(findingText(found)).toContain('does not protect an increment');
  });

  it('fails where they use a second core', () => {
    const found = gil([busy('threads', 1.8), twoCores, ...lost('plain', 300)]);
    expect(found.outcome).toBe('fails');
    expect(findingText(found)).toContain('No lock keeps these threads to one core');
  });

  it('depends where versions differ', () => {
    const free = { runtime: '3.13t' };
    const found = gil([
      busy('threads', 1),
      twoCores,
      ...lost('plain', 0),
      busy('threads', 1.9, free),
      busy('processes', 1.9, free),
      ...lost('plain', 0, '3.13t'),
    ]);
    expect(found.outcome).toBe('depends');
    expect(findingText(found)).not.toContain('protect');
  });

  it('is unavailable without a second core, whatever was lost', () => {
    const one = { x: 1 };
    expect(gil([busy('threads', 1, one), busy('processes', 1, one)]).outcome).toBe('unavailable');
    const few = [busy('threads', 1), busy('processes', 1.02), ...lost('plain', 0)];
    expect(gil(few).outcome).toBe('unavailable');
  });

  it('is unavailable where no counting tells whether updates are lost', () => {
    expect(gil([busy('threads', 1), twoCores]).outcome).toBe('unavailable');
  });

  it('says nothing of JavaScript', () => {
    const node = { runtime: 'node' };
    const found = gil([
      busy('threads', 1, node),
      busy('processes', 1.9, node),
      ...lost('plain', 0, 'node'),
    ]);
    expect(found.outcome).toBe('unavailable');
  });
});
