// What limits a cell, in one sentence for each kind of fact.
import { bottleneckText } from '@present/words/bottleneck';
import type { BottleneckFact } from '@shared/report/bottleneck';
import type { CellReport } from '@shared/report/report';
import { describe, expect, it } from 'vitest';
import { makeReport } from '../../helpers/make/report';

const cell = makeReport().cells.find(({ id }) => id === 'threads-2') as CellReport;
const part = { ns: 40e6, coldNs: 100e6 };
const say = (fact: BottleneckFact): string =>
  bottleneckText({
    ...cell,
    bottleneck: { kind: fact.kind === 'text' ? 'memory' : fact.kind, fact },
  });
const queue = { kind: 'run-queue', ...part, usableCores: 2 } as const;

describe('bottleneckText', () => {
  it.each([
    [{ kind: 'none', ...part }, 'tasks on a core.'],
    [{ kind: 'start-up', ...part }, 'starting and joining 2 threads.'],
    [{ kind: 'messaging', ...part }, 'dispatching tasks and collecting their results.'],
    [{ kind: 'imbalance', ...part }, 'workers without a task while the last ones still run.'],
    [{ kind: 'waiting', ...part }, 'tasks that wait, off the cores.'],
    [queue, 'runnable workers waiting for a core.'],
    [
      { ...queue, workers: 8 },
      'runnable workers waiting for a core (8 workers on 2 usable cores).',
    ],
    [
      { ...queue, othersCores: 0.9, throttledNs: 12e6 },
      'runnable workers waiting for a core (processes outside the run kept 0.9 of 2 cores busy; a quota throttled tasks for 12 ms).',
    ],
    [
      { kind: 'interpreter-lock', ...part, usableCores: 8, threads: 4, coresBusy: 1 },
      'threads taking turns: the 4 threads of a process keep 1.0 of 8 cores busy together, without waiting for a core.',
    ],
    [
      { kind: 'memory', ...part, slowdown: 1.5 },
      'tasks that take 1.50× as long as in serial although each has a core: memory, or another resource that the cores share.',
    ],
  ] satisfies readonly (readonly [BottleneckFact, string])[])('%o', (fact, ending) => {
    expect(say(fact)).toBe(`40 % of the cold time (40 ms of 100 ms) goes to ${ending}`);
  });

  it('says what an earlier version said', () => {
    expect(say({ kind: 'text', text: 'As it was.' })).toBe('As it was.');
  });

  it('is empty where it is not known', () => {
    const { bottleneck: _, ...bare } = cell;
    expect(bottleneckText(bare)).toBe('');
  });
});
