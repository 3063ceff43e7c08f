// The process table on the real /proc, against what the runtime says of the same processes.
import { readerFaultText } from '@present/words/engine/reader-fault';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { AsciiCursor } from '@engine/machine/ascii-cursor';
import {
  parseProcess,
  ProcessTable,
  type ProcessRow,
  type ProcessRows,
} from '@engine/machine/process-table';
import { tickNs } from '@engine/machine/core-times';
import { othersBetween } from '@engine/sampler/others';
import { startOwnCpu } from '@engine/machine/process-cpu';
import { readStartTicks } from '@engine/machine/proc-readers';
import { Burner } from '../../helpers/burner';
import { recorded } from '../../fixtures/proc/machines';

function parse(text: string): ProcessRow | undefined {
  const bytes = new Uint8Array(4096).fill(0x29);
  const { written } = new TextEncoder().encodeInto(text, bytes);
  return parseProcess(new AsciiCursor(bytes), written);
}

describe('parseProcess', () => {
  it('gives the recorded figures, whatever the name holds', () => {
    expect(parse(recorded('odd-name-stat'))).toEqual({
      pid: 24_101,
      parent: 24_070,
      startTicks: 221_555,
      name: 'odd ) name (1',
      ownTicks: 0,
      childrenTicks: 0,
    });
  });

  it('adds user and system time, apart from those of ended children', () => {
    const text = '7 (make) S 3 7 7 0 -1 4194304 1 2 3 4 500 60 7000 800 20 0 1 0 99 1 2';
    expect(parse(text)).toMatchObject({
      parent: 3,
      ownTicks: 560,
      childrenTicks: 7800,
      startTicks: 99,
    });
  });

  it('gives nothing for an empty or cut text', () => {
    expect(parse('')).toBeUndefined();
    expect(parse('7 (make')).toBeUndefined();
    expect(parse('7 (make) S 3 7')).toBeUndefined();
  });
});

describe.runIf(process.platform === 'linux')('ProcessTable', () => {
  const rowsOf = (table: ProcessTable): ProcessRows => {
    const rows = table.read();
    if (!rows.ok) throw new Error(readerFaultText(rows.problem));
    return rows.value;
  };
  const rowOf = (table: ProcessTable, pid: number) => rowsOf(table).get(pid);

  it('finds this process and its parent, with the CPU time the runtime tells', () => {
    const table = new ProcessTable();
    const own = rowOf(table, process.pid);
    expect(own?.parent).toBe(process.ppid);
    expect(readStartTicks(process.pid)).toEqual({ ok: true, value: own?.startTicks });
    const used = startOwnCpu();
    while (used() < 80e6) Math.sqrt(2);
    const grownNs =
      ((rowOf(table, process.pid)?.ownTicks ?? NaN) - (own?.ownTicks ?? NaN)) * tickNs;
    // User and system time are each cut to whole ticks at both ends.
    expect(Math.abs(grownNs - used())).toBeLessThan(3 * tickNs);
  });

  it('sees a child come and go, and its time with the one that waited for it', async () => {
    const table = new ProcessTable();
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    expect(rowOf(table, pid)).toMatchObject({ pid, parent: process.pid });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(rowOf(table, pid)).toBeUndefined();
    const before = rowOf(table, process.pid)?.childrenTicks ?? NaN;
    const burn = 'const {cpuUsage}=process;while(cpuUsage().user+cpuUsage().system<150e3);';
    spawnSync(process.execPath, ['-e', burn]);
    expect(rowOf(table, process.pid)?.childrenTicks).toBeGreaterThanOrEqual(before + 13);
  });

  it('gives a process that burns a core its CPU time, as one of the others', async () => {
    const table = new ProcessTable();
    const burner = new Burner();
    try {
      const fromNs = await burner.usedNs();
      const before = rowsOf(table);
      const baseNs = await burner.usedNs();
      await burner.until(baseNs + 300e6);
      const minNs = (await burner.usedNs()) - baseNs;
      const after = rowsOf(table);
      const maxNs = (await burner.usedNs()) - fromNs;
      const leader = Number.MAX_SAFE_INTEGER;
      const found = othersBetween(before, after, leader).find(({ pid }) => pid === burner.pid);
      expect(found?.name).toBe('node');
      expect(found?.cpuNs).toBeGreaterThan(minNs - 2 * tickNs);
      expect(found?.cpuNs).toBeLessThan(maxNs + 2 * tickNs);
      const ours = othersBetween(before, after, process.pid).map(({ pid }) => pid);
      expect(ours).not.toContain(burner.pid);
      expect(ours).not.toContain(process.pid);
    } finally {
      await burner.end();
    }
  });
});
