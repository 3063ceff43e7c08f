import { describe, expect, it } from 'vitest';
import { medianTrial } from '@analysis/cells/cells';
import { memoryByCell } from '@present/figures/memory-by-cell';
import { emptyLists } from '@shared/base/table';
import { sampleTables } from '@shared/report/tables';
import { makeReport } from '../../helpers/make/report';

const report = makeReport();

describe('memory by cell', () => {
  it('is of each cell’s median trial, from its decision on', () => {
    const cells = memoryByCell(report);
    expect(cells.map(({ id }) => id)).toEqual(report.cells.map(({ id }) => id));
    for (const [place, { trial, points, exact, peakBytes, leftBytes }] of cells.entries()) {
      const median = medianTrial(report.cells[place]!)!;
      expect(trial).toBe(median.trial);
      expect(leftBytes).toBe(median.leftPssBytes);
      const { atNs } = report.samples.resident;
      const own = atNs.filter((_, row) => report.samples.resident.trial[row] === trial);
      expect(points[0]!.atNs).toBe(own[0]! - median.startNs!);
      expect(peakBytes).toBe(Math.max(...points.map(({ bytes }) => bytes)));
      expect(Math.abs(peakBytes - median.peakPssBytes!)).toBeLessThan(10);
      expect(exact.length).toBeGreaterThan(0);
    }
  });

  it('falls to nothing where the workers were all that was there', () => {
    const ends = memoryByCell(report).map(({ points, leftBytes }) => [
      leftBytes === 0,
      points.at(-1)!.bytes === 0,
    ]);
    expect(ends.some(([gone]) => gone)).toBe(true);
    expect(ends.every(([gone, nothing]) => gone === nothing)).toBe(true);
  });

  it('has no more points than a chart can show, and the largest of them', () => {
    const [cell] = report.cells;
    const { trial, startNs = 0 } = medianTrial(cell!)!;
    const rows = Array.from({ length: 3000 }, (_, row) => row);
    const resident = {
      atNs: rows.map((row) => startNs + row * 1e6),
      trial: rows.map(() => trial),
      pid: rows.map(() => 1),
      rssBytes: rows.map((row) => (row === 1234 ? 9e9 : 5e7)),
      sharedBytes: rows.map(() => 0),
    };
    const samples = { ...report.samples, resident, processes: emptyLists(sampleTables.processes) };
    const [memory] = memoryByCell({ ...report, samples });
    expect(memory!.points.length).toBeLessThanOrEqual(501);
    expect(Math.max(...memory!.points.map(({ bytes }) => bytes))).toBe(9e9);
    expect(memory!.exact).toEqual([]);
  });

  it('is nothing where memory was not read', () => {
    const processes = emptyLists(sampleTables.processes);
    const resident = emptyLists(sampleTables.resident);
    const samples = { ...report.samples, processes, resident };
    expect(memoryByCell({ ...report, samples })).toEqual([]);
  });
});
