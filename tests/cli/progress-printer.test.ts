import { textFailure } from '../helpers/failures';
import { describe, expect, it } from 'vitest';
import { planRun } from '@engine/run/plan';
import { experimentSchema } from '@shared/experiment/experiment';
import type { LiveEvent } from '@shared/report/live';
import { ProgressPrinter } from '../../src/cli/progress-printer';

const experiment = experimentSchema.parse({
  version: 1,
  name: 'Small',
  workload: { kind: 'powers' },
  strategies: [{ kind: 'serial' }],
  repeats: 1,
  warmup: 1,
  emptyRepeats: 0,
});
const events: readonly LiveEvent[] = [
  {
    type: 'run-begin',
    experiment,
    ...planRun(experiment, 1),
    cores: [0],
    sampling: { hz: 50, memoryHz: 5 },
  },
  { type: 'trial-begin', trial: 0, atNs: 0 },
  { type: 'trial-end', end: { trial: 0, status: 'ok', endNs: 1e9, coldNs: 1e9, warmNs: 1e9 } },
  { type: 'trial-begin', trial: 1, atNs: 1e9 },
  {
    type: 'trial-end',
    end: {
      trial: 1,
      status: 'failed',
      endNs: 2e9,
      evidence: { failure: textFailure('It threw.') },
    },
  },
  { type: 'run-end', status: 'done' },
];

function print(screen: { isTTY?: boolean; columns?: number }): string {
  let text = '';
  const printer = new ProgressPrinter({ ...screen, write: (part) => (text += part) });
  for (const event of events) printer.follow(event);
  return text;
}

/** What stands on a terminal after the text was written: `\r` and erase act on the last line. */
function shown(text: string): readonly string[] {
  return text.split('\n').map((line) => line.split('\r\u001B[K').at(-1) ?? '');
}

describe('the progress printer', () => {
  it('writes a plain line for each trial where there is no terminal', () => {
    expect(print({})).not.toContain('\r');
    expect(print({}).split('\n')).toEqual([
      'Small · 1 cell · 2 trials · 1 core',
      'trial 1 of 2  serial-1  cold 1 s       warm 1 s  warm-up',
      'trial 2 of 2  serial-1  failed: It threw.',
      '',
    ]);
  });

  it('writes one line over again on a terminal, and keeps what failed', () => {
    const text = print({ isTTY: true, columns: 60 });
    expect(shown(text)).toEqual([
      'Small · 1 cell · 2 trials · 1 core',
      'trial 2 of 2  serial-1  failed: It threw.',
      '',
    ]);
    expect(text).toContain('\r\u001B[Ktrial 1 of 2 · serial-1 (warm-up)');
    expect(text).toContain('\r\u001B[Ktrial 2 of 2 · serial-1 · 1 s spent');
  });

  it('keeps the points of the break-even search only where there is no terminal', () => {
    const winner = 'serial' as const;
    const point = { tasks: 8, size: 1, taskNs: 4.5e6, times: [], winner };
    const text = (isTTY: boolean): string => {
      let written = '';
      const printer = new ProgressPrinter({ isTTY, write: (part) => (written += part) });
      printer.follow({ type: 'break-even', point });
      return written;
    };
    expect(text(false)).toBe('break-even  8 tasks of 4.50 ms  serial is fastest\n');
    expect(text(true)).toMatch(/^\r.*break-even · 1 point · 8 tasks of 4.50 ms[^\n]*$/);
  });

  it('never writes a status wider than the terminal', () => {
    for (const columns of [1, 12, 40]) {
      const statuses = print({ isTTY: true, columns })
        .split('\n')
        .flatMap((line) => line.split('\r\u001B[K').slice(1));
      for (const status of statuses.filter((one) => one.includes(' · '))) {
        expect(status.length).toBeLessThan(columns);
      }
    }
    // Some terminals say 0.
    expect(print({ isTTY: true, columns: 0 })).toContain('trial 1 of 2 · serial-1');
  });
});
