import { expect, it } from 'vitest';
import { copiedTable, fieldOf } from '@renderer/pictures/copied-rows';

it.each([
  ['12', 12],
  ['12,500.25', 12_500.25],
  ['\u22120.5', -0.5],
  ['1,2', '1,2'],
  ['12 ms', '12 ms'],
  ['1 to 2', '1 to 2'],
  ['', ''],
  ['not known', 'not known'],
])('%j is copied as %j', (text, field) => {
  expect(fieldOf(text)).toBe(field);
});

it('takes the columns of a table with their heads', () => {
  const columns = [
    { key: 'name', head: 'cell', text: ({ name }: { name: string }) => name },
    { key: 'mark', head: 'mark' },
  ];
  expect(copiedTable(columns, [{ name: '2,048' }])).toEqual({
    head: ['cell', 'mark'],
    rows: [[2048, '']],
  });
});
