// Ctrl-Z and `fg`, as a terminal sends them: to the whole group of the command line.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '@shared/report/report';
import { builtCli } from '../helpers/entries';
import { OwnFolder } from '../helpers/own-code';
import { experiment } from '../helpers/run-experiment';

const own = new OwnFolder();
afterAll(() => own.remove());

describe.runIf(process.platform === 'linux')('a run that is stopped and continued', () => {
  it('measures that trial again, whose limit passed meanwhile', async () => {
    const input = experiment({
      workload: { kind: 'wait', params: { ms: 300 } },
      tasks: 4,
      repeats: 2,
      strategies: [{ kind: 'serial' }],
      timeoutSeconds: 3,
      sampling: { hz: 0, memoryHz: 0 },
    });
    const file = own.write('still.corelane.json', JSON.stringify(input));
    const cli = spawn(
      process.execPath,
      [builtCli, 'run', file, '--no-pilot', '--format', 'json', '--out', own.path],
      { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
    );
    let said = '';
    cli.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const ended = once(cli, 'exit');
    try {
      await expect.poll(() => said, { timeout: 20_000, interval: 10 }).toMatch(/^trial 1 of 2 /m);
      // Somewhere in the second, which takes 1.2 s.
      await wait(600);
      process.kill(-cli.pid!, 'SIGSTOP');
      await wait(3200);
      process.kill(-cli.pid!, 'SIGCONT');
      expect(await ended).toEqual([0, null]);
    } finally {
      cli.kill('SIGKILL');
    }
    expect(said).toMatch(/^1 more trial, because everything stood still: serial-1$/m);
    expect(said).not.toContain('not precise yet');
    const report = JSON.parse(readFileSync(join(own.path, 'report.json'), 'utf8')) as Report;
    const [cell] = report.cells;
    const trials = cell!.trials.map(({ status, stoodStillNs }) => [status, stoodStillNs ?? 0]);
    expect(trials).toHaveLength(3);
    expect(trials.map(([status]) => status)).toEqual(['ok', 'ok', 'ok']);
    expect(trials[1]![1]).toBeGreaterThan(2.5e9);
    expect(trials[1]![1]).toBeLessThan(3.6e9);
    expect([trials[0]![1], trials[2]![1]]).toEqual([0, 0]);
    expect(cell!.cold?.median).toBeLessThan(2.5e9);
    expect(report.warnings.find(({ kind }) => kind === 'stood-still')?.trials).toEqual([1]);
    expect(report.warnings.filter(({ kind }) => kind === 'failed-trials')).toEqual([]);
  });
});
