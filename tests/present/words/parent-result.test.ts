import { describe, expect, it } from 'vitest';
import { describeParentResult, parentResultLine } from '@present/words/parent-result';
import { renderHtml } from '@report/html';
import { renderTable } from '@report/text';
import { makeReport } from '../../helpers/make/report';

const plain = makeReport();
const seen = {
  ...plain,
  cells: plain.cells.map((cell) =>
    cell.strategy === 'processes'
      ? { ...cell, trials: cell.trials.map((trial) => ({ ...trial, parentResult: 'None' })) }
      : cell,
  ),
};

describe('what the program’s own result holds', () => {
  it('is told of the cells that have one', () => {
    const [text, ...more] = parentResultLine(seen.cells);
    expect(text).toContain('None with processes 2.');
    expect(more).toEqual([]);
    expect(seen.cells.map(describeParentResult).filter((said) => said !== undefined)).toEqual([
      expect.stringContaining('afterwards: None.'),
    ]);
    expect(parentResultLine(plain.cells)).toEqual([]);
  });

  it('is said by the text and by the page, and only where there is one', () => {
    const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
    for (const render of [renderTable, renderHtml]) {
      expect(oneLine(render(seen))).toContain('None with processes 2.');
      expect(oneLine(render(plain))).not.toContain('as the program sees it afterwards');
    }
  });
});
