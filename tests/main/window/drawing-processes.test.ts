import { beforeEach, describe, expect, it, vi } from 'vitest';
import { textCode } from '@shared/report/facts';
import type { LiveEvent } from '@shared/report/live';

const os = vi.hoisted(() => ({
  priorities: new Map<number, number>(),
  forbidden: new Set<number>(),
}));

function refused(): Error {
  return Object.assign(new Error('a system error'), { code: 'ERR_SYSTEM_ERROR' });
}

vi.mock('electron', () => ({ app: {} }));
vi.mock('node:os', () => ({
  getPriority: (id: number) => {
    const nice = os.priorities.get(id);
    if (nice === undefined) throw refused();
    return nice;
  },
  setPriority: (id: number, nice: number) => {
    const before = os.priorities.get(id);
    if (before === undefined || (nice < before && os.forbidden.has(id))) throw refused();
    os.priorities.set(id, nice);
  },
}));

const { WindowPriority } = await import('../../../src/main/window/drawing-processes');

const trial: LiveEvent = { type: 'trial-begin', trial: 0, atNs: 0 };
const end: LiveEvent = { type: 'run-end', status: 'done' };
const all = () => [...os.priorities.keys()];

describe("the window's priority", () => {
  beforeEach(() => {
    os.forbidden.clear();
    os.priorities.clear();
    for (const [id, nice] of [
      [1, 0],
      [2, -8],
      [3, 15],
    ] as const)
      os.priorities.set(id, nice);
  });

  it('is lowered while a run is under way, never raised, and given back', () => {
    const priority = new WindowPriority(all);
    priority.follow(trial);
    expect([...os.priorities.values()]).toEqual([10, 10, 15]);
    priority.follow(trial);
    priority.follow(end);
    expect([...os.priorities.values()]).toEqual([0, -8, 15]);
  });

  it('follows threads that come and go', () => {
    const priority = new WindowPriority(all);
    priority.follow(trial);
    os.priorities.delete(1);
    os.priorities.set(4, 0);
    priority.follow(trial);
    priority.follow(end);
    expect([...os.priorities]).toEqual([
      [2, -8],
      [3, 15],
      [4, 0],
    ]);
  });

  it('leaves it where an ordinary user may not raise it again', () => {
    os.forbidden.add(1);
    const priority = new WindowPriority(all);
    priority.follow(trial);
    priority.follow(end);
    expect(os.priorities.get(1)).toBe(10);
    expect(os.priorities.get(2)).toBe(-8);
  });

  it('does nothing before a trial, and nothing at the end of no run', () => {
    const priority = new WindowPriority(all);
    priority.follow({ type: 'note', note: textCode('') });
    priority.follow(end);
    expect([...os.priorities.values()]).toEqual([0, -8, 15]);
  });
});
