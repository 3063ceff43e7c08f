// A made-up break-even map: two columns, one where only threads pay. Nothing in it was measured.
import type { BreakEven, BreakEvenPoint } from '@shared/report/break-even';

/** A point whose strategies took these times, in milliseconds. */
export function makePoint(
  tasks: number,
  taskMs: number,
  winner: BreakEvenPoint['winner'],
  ratio: number,
): BreakEvenPoint {
  const serialNs = tasks * taskMs * 1e6;
  return {
    tasks,
    size: Math.round(taskMs * 1000),
    taskNs: taskMs * 1e6,
    times: [
      { cell: 'serial-1', coldNs: [serialNs, serialNs * 1.01, serialNs * 0.99] },
      { cell: 'threads-2', coldNs: [serialNs / ratio, serialNs / ratio, serialNs / ratio] },
    ],
    winner,
    gain: { ratio, low: ratio * 0.95, high: ratio * 1.05 },
  };
}

/** The whole map. */
export function makeBreakEven(): BreakEven {
  return {
    parameter: 'iterations',
    cells: { serial: 'serial-1', threads: 'threads-2', processes: 'processes-2' },
    points: [
      makePoint(2, 10, 'serial', 0.6),
      makePoint(2, 20, 'threads', 1.1),
      makePoint(2, 1000, 'threads', 1.8),
      makePoint(32, 0.5, 'serial', 0.7),
      makePoint(32, 2, 'undecided', 1.01),
      makePoint(32, 60, 'processes', 1.9),
    ],
    columns: [
      {
        tasks: 2,
        crossings: [
          { strategy: 'threads', belowNs: 10e6, fromNs: 20e6, belowSize: 10_000, fromSize: 20_000 },
          { strategy: 'processes', belowNs: 1e9, belowSize: 1_000_000 },
        ],
      },
      {
        tasks: 32,
        crossings: [
          { strategy: 'threads', belowNs: 500e3, fromNs: 2e6, belowSize: 500, fromSize: 2000 },
          { strategy: 'processes', belowNs: 2e6, fromNs: 60e6, belowSize: 2000, fromSize: 60_000 },
        ],
      },
    ],
    own: { tasks: 32, taskNs: 60e6 },
    article: makePoint(2, 0.01, 'serial', 0.0002),
    status: 'done',
    durationNs: 81e9,
    trials: 66,
    gridTrials: 540,
  };
}
