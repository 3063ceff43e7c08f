import { describe, expect, it } from 'vitest';
import { drawNumbers, firstState, polynomial } from './independent';
import { runTasks } from './run-task';

const characters = (text: string): number[] => [
  text.length,
  ...Array.from(text, (character) => character.codePointAt(0) ?? 0),
];

/** Every field of every record in turn, as the figures that the checksum is to fold. */
function fields(records: number, variant: number): number[] {
  const drawn = drawNumbers(firstState(1, variant), 2 * records);
  return Array.from({ length: records }, (_, id) => {
    const [name = 0, rest = 0] = drawn.slice(2 * id, 2 * id + 2);
    return [
      id,
      Math.floor(rest / 256),
      Math.floor(rest / 128) % 2,
      ...characters(`entry-${name.toString(16)}`),
      ...characters(`group-${rest % 16}`),
      ...characters(`level-${Math.floor(rest / 16) % 8}`),
    ];
  }).flat();
}

describe('json', () => {
  it.each([1, 2, 1_000])('%i records come back as they were made', async (records) => {
    const expected = [0, 1, 7].map((variant) => polynomial(fields(records, variant)));
    expect(await runTasks('json', { records }, [0, 1, 7])).toEqual(expected);
  });

  it('a record lost in the text changes the checksum', async () => {
    const [whole] = await runTasks('json', { records: 100 }, [0]);
    const [fewer] = await runTasks('json', { records: 99 }, [0]);
    expect(whole).not.toBe(fewer);
  });
});
