// Where analysing fails, a bug, the report has the trials all the same.
import { notesOf } from '../../helpers/notes';
import { describe, expect, it, vi } from 'vitest';
import { assembleReport } from '@engine/run/assemble-report';
import { Recorder } from '@engine/run/recorder';
import { renderTable } from '@report/text';
import { renderJson } from '@report/json';
import { expandCells } from '@shared/experiment/cells';
import { experimentSchema } from '@shared/experiment/experiment';
import { parseReport } from '@shared/report/report-file';
import { makeMachine } from '../../helpers/make/report';

vi.mock(import('@analysis/analyse'), async (original) => ({
  ...(await original()),
  analyseRun: () => {
    throw new RangeError('the median of nothing');
  },
}));

describe('a report that can not be analysed', () => {
  it('has its trials, says why, decides nothing and opens', () => {
    const experiment = experimentSchema.parse({
      version: 1,
      name: 'Not analysed',
      workload: { kind: 'powers' },
      strategies: [{ kind: 'serial' }],
    });
    const cells = expandCells(experiment, 2);
    const recorder = new Recorder(() => undefined);
    const order = [{ trial: 0, cell: 'serial-1', round: 0, warmup: false }];
    const { sampling } = experiment;
    recorder.take({ type: 'run-begin', experiment, cells, order, cores: [0, 1], sampling });
    recorder.take({ type: 'trial-end', end: { trial: 0, status: 'ok', endNs: 50, coldNs: 40 } });
    recorder.take({ type: 'run-end', status: 'done' });
    const report = assembleReport(
      {
        ...{ id: 'x', program: { name: 'corelane', version: '1', shell: 'cli', runtime: 'node' } },
        ...{ machine: makeMachine(), experiment, cells, durationNs: 60 },
        startedAt: '2026-01-01T00:00:00.000Z',
      },
      recorder.finish(),
    );
    expect(report.cells).toMatchObject([{ id: 'serial-1', trials: [{ coldNs: 40 }] }]);
    expect(notesOf(report.run).join()).toContain('the median of nothing');
    expect(report.verdict.kind).toBe('undecided');
    expect(parseReport([...renderJson(report)].join(''))).toEqual({ ok: true, value: report });
    expect(renderTable(report)).toContain('serial 1');
  });
});
