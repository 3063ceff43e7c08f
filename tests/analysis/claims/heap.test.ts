import { findingText } from '@present/words/claims/findings';
import { describe, expect, it } from 'vitest';
import { heap } from '@analysis/claims/heap';
import { makeFigure } from '../../helpers/make/figure';

const seen = (variant: string, value: number, runtime = 'node') =>
  makeFigure('seen', variant, [value, value, value], { unit: 'yes', runtime });

describe('threads share one heap, processes do not', () => {
  it('holds where only the threads’ writes are seen', () => {
    const found = heap([seen('threads', 1, '3.11'), seen('processes-fork', 0, '3.11')]);
    expect(found.outcome).toBe('holds');
    expect(findingText(found)).toContain(
      'sees what a thread wrote and does not see what a process wrote',
    );
  });

  it('fails where it is the other way round', () => {
    const found = heap([seen('threads', 0, '3.11'), seen('processes-spawn', 1, '3.11')]);
    expect(found.outcome).toBe('fails');
  });

  it('depends where no worker’s writes are seen, or the languages differ', () => {
    const node = [seen('threads', 0), seen('processes', 0)];
    expect(heap(node).outcome).toBe('depends');
    const python = [seen('threads', 1, '3.11'), seen('processes-fork', 0, '3.11')];
    const both = heap([...node, ...python]);
    expect(both.outcome).toBe('depends');
    expect(both.languages.map(({ outcome }) => outcome)).toEqual(['depends', 'holds']);
  });

  it('does not take memory that was made to be shared for a process that shares its heap', () => {
    const found = heap([
      seen('threads', 1, '3.11'),
      seen('processes-fork', 0, '3.11'),
      seen('processes-shared', 1, '3.11'),
    ]);
    expect(found.outcome).toBe('holds');
    expect(findingText(found)).toContain('made to be shared');
  });

  it('depends where a write is seen now and then', () => {
    const threads = makeFigure('seen', 'threads', [1, 0, 1], { unit: 'yes', runtime: '3.11' });
    const found = heap([threads, seen('processes-fork', 0, '3.11')]);
    expect(found.outcome).toBe('depends');
    expect(findingText(found)).toContain('not every time');
  });

  it('is unavailable without figures', () => {
    expect(heap([]).outcome).toBe('unavailable');
  });
});
