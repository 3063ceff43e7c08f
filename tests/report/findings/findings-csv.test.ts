import { describe, expect, it } from 'vitest';
import { findingsExporters } from '@report/findings/findings';
import { renderFindingsCsv } from '@report/findings/findings-csv';
import { findingsSchema, type FindingsFile } from '@shared/claims/findings-file';
import { makeFigure } from '../../helpers/make/figure';
import { makeFinding } from '../../helpers/make/finding';
import { makeMachine, makeReport } from '../../helpers/make/report';

const file: FindingsFile = {
  schema: 'corelane.findings',
  version: 3,
  createdAt: '2026-11-22T14:02:00.000Z',
  program: makeReport().program,
  environment: makeMachine(2),
  interpreters: [],
  findings: [
    makeFinding('heap'),
    makeFinding('lost-updates', {
      outcome: 'depends',
      figures: [makeFigure('lost', 'threads', [10, 20], { x: 2, runtime: '3.12' })],
    }),
  ],
  predictions: [],
};

describe('findings as CSV', () => {
  it('have a row a value, and one for a claim without', () => {
    expect(renderFindingsCsv(file).split('\r\n')).toEqual([
      'claim,outcome,runtime,variant,strategy,quantity,workers_or_bytes,index,value,unit,measured_at',
      'heap,holds,,,,,,,,,2026-11-22T14:02:00.000Z',
      'lost-updates,depends,3.12,threads,threads,lost,2,1,10,count,2026-11-22T14:02:00.000Z',
      'lost-updates,depends,3.12,threads,threads,lost,2,2,20,count,2026-11-22T14:02:00.000Z',
      '',
    ]);
  });
});

describe('findings as JSON', () => {
  it('are read again as they were', () => {
    const text = findingsExporters.json.render(file);
    expect(findingsSchema.parse(JSON.parse(text))).toEqual(file);
  });
});
