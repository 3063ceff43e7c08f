// Each parser with 20,000 inputs of chance and each exporter with 2,900 reports (20,000 in all) or findings that were taken:
// nothing throws, nothing takes a second, every refusal can be read, and what is written is well-formed.
// The long mode does it, `npm run fuzz`, as a user runs it.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

interface Ended {
  readonly code: number | null;
  readonly text: string;
}

function fuzz(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['scripts/fuzz.mjs', ...args], { cwd: root });
    let text = '';
    child.stdout.on('data', (chunk) => (text += String(chunk)));
    child.stderr.on('data', (chunk) => (text += String(chunk)));
    child.on('close', (code) => resolve({ code, text }));
  });
}

/** Lines of figures: the name of a target, its inputs, how many were taken, and its faults. */
function figures(
  text: string,
): readonly (readonly [name: string, inputs: number, taken: number])[] {
  const line = /^(\S.*?) +([\d,]+) inputs, +([\d,]+) taken, +0 faults/gm;
  const number = (digits = ''): number => Number(digits.replaceAll(',', ''));
  return [...text.matchAll(line)].map(([, name = '', all, some]) => [
    name,
    number(all),
    number(some),
  ]);
}

/** It is work of a minute for one core; a busy machine may take many. */
const patient = 900_000;

describe('inputs of chance', () => {
  it.each([
    ['parsers', 20_000, 13],
    ['exporters', 2900, 10],
  ])(
    'do no harm: %s',
    async (which, inputs, targets) => {
      const { code, text } = await fuzz(String(inputs), '1', which);
      expect(code, text).toBe(0);
      const all = figures(text);
      expect(all.length).toBeGreaterThanOrEqual(targets);
      for (const [name, tried, taken] of all) {
        expect([name, tried]).toEqual([name, inputs]);
        // Else it has only seen refusals.
        expect([name, taken > inputs / 100]).toEqual([name, true]);
      }
    },
    patient,
  );

  it('are refused where their number is none', async () => {
    expect(await fuzz('many')).toMatchObject({ code: 2 });
  });
});
