import { describe, expect, it } from 'vitest';
import { areaFigures } from '@renderer/timeline/scene/area';
import { bufferOf, ms, samples, spans, trialOf, workers } from '../../helpers/events';

const trial = trialOf.processes;

/** Two workers: tasks of 100, 90 and 10 ms, and one of 150 ms. */
function track() {
  const buffer = bufferOf(
    { type: 'trial-begin', trial, atNs: 0 },
    workers(trial, [70, 80]),
    spans(trial, [
      [0, 0, 100, 200],
      [1, 1, 110, 260],
      [2, 0, 210, 300],
      [3, 0, 310, 320],
    ]),
    samples(trial, {
      workers: [
        [120, 0, 20, 0, 4],
        [140, 0, 20, 0, 4],
        [160, 0, 10, 0, 5],
        [140, 1, 20, 0, 7],
      ],
    }),
  );
  return buffer.trial(trial)!;
}

const area = (from: number, to: number, ...of: number[]) => ({
  ...{ fromNs: from * ms, toNs: to * ms, workers: of },
});

describe('figures of a frame', () => {
  it('are of all tasks that run in it, whole or in part, with the whole of their time', () => {
    const { rows, spanNs } = areaFigures(track(), area(150, 305, 0, 1));
    expect(spanNs).toBe(155 * ms);
    expect(rows.map(({ worker }) => worker)).toEqual([undefined, '1', '2']);
    expect(rows[0]!.durations).toEqual({
      ...{ count: 3, minNs: 90 * ms, medianNs: 100 * ms, maxNs: 150 * ms },
      ...{ meanNs: ((100 + 90 + 150) / 3) * ms, p95Ns: expect.closeTo(145 * ms, 0) },
    });
    expect(rows[1]!.durations).toMatchObject({ count: 2, minNs: 90 * ms, maxNs: 100 * ms });
    expect(rows.map(({ insideNs }) => insideNs / ms)).toEqual([50 + 90 + 110, 50 + 90, 110]);
  });

  it('have one row for one worker, and none of a task where none runs', () => {
    const { rows } = areaFigures(track(), area(201, 209, 0));
    expect(rows).toEqual([{ worker: '1', durations: undefined, insideNs: 0 }]);
  });

  it('leave out tasks that end before it or begin after it', () => {
    expect(areaFigures(track(), area(205, 308, 0)).rows[0]!.durations?.count).toBe(1);
  });

  it('tell the time on each core, of samples at the edges the part within', () => {
    const { cores } = areaFigures(track(), area(110, 160, 0, 1));
    expect(cores).toEqual([
      { core: 4, onCpuNs: expect.closeTo(30 * ms, 3) },
      { core: 7, onCpuNs: expect.closeTo(20 * ms, 3) },
      { core: 5, onCpuNs: expect.closeTo(10 * ms, 3) },
    ]);
  });

  it('know nothing of workers that are not there', () => {
    expect(areaFigures(track(), area(0, 500, 9)).rows).toEqual([]);
  });
});
