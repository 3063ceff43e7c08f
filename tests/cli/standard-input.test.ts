import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readStandardInput } from '../../src/cli/terminal';

const read = (parts: readonly (string | Uint8Array)[], limit: number) =>
  readStandardInput(Readable.from(parts), limit);

describe('the standard input', () => {
  it('is put together from its parts, even inside a character', async () => {
    const [first = 0, second = 0] = Buffer.from('µ');
    expect(await read([Uint8Array.of(first), Uint8Array.of(second), 'x'], 3)).toEqual({
      ok: true,
      value: 'µx',
    });
    expect(await read([], 3)).toEqual({ ok: true, value: '' });
  });

  it('is refused beyond its limit, without being read to its end', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<string> {
      for (;;) {
        given += 1;
        yield 'x'.repeat(10);
      }
    }
    expect(await readStandardInput(endless(), 25)).toMatchObject({
      problem: { code: 'too-large' },
    });
    expect(given).toBe(3);
  });

  it('is refused where it is no text', async () => {
    expect(await read([Uint8Array.of(0xff)], 9)).toMatchObject({ problem: { code: 'not-text' } });
  });
});
