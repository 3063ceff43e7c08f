// Load from outside a run: the built CLI leads it, beside a process that burns a core.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tickNs } from '@engine/machine/core-times';
import { reportSchema, type Report } from '@shared/report/report';
import { Burner } from '../helpers/burner';
import { builtCli } from '../helpers/entries';
import { everyStrategy } from '../helpers/every-strategy';
import { beginRun, experiment } from '../helpers/run-experiment';

let burner: Burner;
let folder: string;

beforeEach(() => {
  burner = new Burner();
  folder = mkdtempSync(join(tmpdir(), 'corelane-test-'));
});

afterEach(async () => {
  await burner.end();
  rmSync(folder, { recursive: true, force: true });
});

/** The report, and the processes that were the run. */
async function runCli(input: object): Promise<{ report: Report; run: (number | undefined)[] }> {
  const file = join(folder, 'load.corelane.json');
  writeFileSync(file, JSON.stringify(input));
  const options = ['--out', folder, '--format', 'json', '--quiet'];
  const cli = spawn(process.execPath, [builtCli, 'run', file, ...options], { stdio: 'ignore' });
  await once(cli, 'exit');
  const report = reportSchema.parse(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')));
  const workers = trialsOf(report).flatMap((trial) => trial.workers);
  return { report, run: [cli.pid, ...workers.map(({ pid }) => pid)] };
}

const trialsOf = (report: Report) => report.cells.flatMap(({ trials }) => trials);

describe.runIf(process.platform === 'linux')('what happens around a trial', () => {
  it('is told of every strategy, and names who burned a core', async () => {
    const { report, run } = await runCli(
      experiment({
        workload: { kind: 'wait', params: { ms: 150 } },
        tasks: 4,
        strategies: [
          { kind: 'serial' },
          { kind: 'threads', workers: 2 },
          { kind: 'processes', workers: 2 },
        ],
        emptyRepeats: 0,
        sampling: { hz: 0, memoryHz: 0 },
      }),
    );
    expect(trialsOf(report)).toHaveLength(3);
    for (const { surroundings, phases } of trialsOf(report)) {
      const { spanNs = 0, othersCpuNs = 0, others = [] } = surroundings ?? {};
      expect(spanNs).toBeGreaterThan(phases?.runNs ?? Infinity);
      expect(othersCpuNs).toBeGreaterThanOrEqual(others.reduce((sum, one) => sum + one.cpuNs, 0));
      for (const { pid } of others) expect(run).not.toContain(pid);
      const burned = others.find(({ pid }) => pid === burner.pid);
      // On a busy machine three others may have used more.
      if (burned === undefined) expect(others).toHaveLength(3);
      else expect(burned.cpuNs).toBeLessThan(spanNs + 2 * tickNs);
    }
    const named = trialsOf(report).flatMap(({ surroundings }) => surroundings?.others ?? []);
    expect(named.map(({ pid }) => pid)).toContain(burner.pid);
  });

  it('does not count what the leader starts itself', async () => {
    const { report } = beginRun(
      experiment({
        workload: { kind: 'wait', params: { ms: 40 } },
        strategies: everyStrategy,
        emptyRepeats: 0,
      }),
    );
    const named = trialsOf(await report).flatMap(({ surroundings }) => surroundings?.others ?? []);
    expect(named.map(({ pid }) => pid)).not.toContain(burner.pid);
    expect(named.map(({ pid }) => pid)).not.toContain(process.pid);
  });
});
