// Runs `npm run bench` as it stands, short, and looks at the shape of what it leaves. Never at a time.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import type { Bench } from '../../bench/benches.mjs';
import type { Row } from '../../bench/lib/rows.mjs';

export const benchMain = resolve(import.meta.dirname, '../../bench/main.mjs');

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command to its end. */
export function runBench(...args: readonly string[]): Promise<Ended> {
  return new Promise((done) => {
    execFile(process.execPath, [benchMain, ...args], (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      done({ code, stdout, stderr });
    });
  });
}

/** Runs benches once, quickly, and expects every row they declare, with figures. */
export async function expectRows(benches: readonly Bench[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'corelane-bench-test-'));
  try {
    const file = join(folder, 'deeper', 'rows.json');
    const names = benches.map(({ name }) => name);
    const { code, stdout, stderr } = await runBench(...names, '--short', '--built', '--json', file);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const left = JSON.parse(await readFile(file, 'utf8')) as {
      readonly machine: { readonly cores: number; readonly node: string };
      readonly rows: readonly Row[];
    };
    expect(left.machine.cores).toBeGreaterThan(0);
    expect(left.machine.node).toBe(process.versions.node);
    const declared = benches.flatMap(({ rows }) => rows.map(({ name }) => name));
    expect(left.rows.map(({ name }) => name).sort()).toEqual(declared.sort());
    for (const row of left.rows) {
      expect(stdout).toContain(row.name);
      if (process.platform !== 'linux' && row.note?.startsWith('not measured') === true) continue;
      expect({ ...row, finite: [row.value, row.ratio].every(Number.isFinite) }).toMatchObject({
        finite: true,
        against: expect.any(String),
        unit: expect.any(String),
      });
      expect(row.holds === undefined).toBe(row.target === undefined);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
