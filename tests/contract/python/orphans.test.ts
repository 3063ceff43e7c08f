// Nothing of a Python program outlives the engine, even where that is killed without a word.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasPython } from '../../helpers/interpreters';
import { experiment } from '../../helpers/run-experiment';
import { builtCli } from '../../helpers/entries';

interface Living {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly command: string;
}

/** Every process, from `/proc/<pid>/stat`: state, parent and group follow the name. */
function processes(): Living[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
        const [state, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        if (state === 'Z') return [];
        return [{ pid: Number(name), parent: Number(parent), group: Number(group), command }];
      } catch {
        // It ended between two reads.
        return [];
      }
    });
}

/** The agent a process has started, once it has worker processes. */
function agentOf(parent: number | undefined): Living | undefined {
  const all = processes();
  const isAgent = (one: Living) => one.parent === parent && one.command.includes('corelane_agent');
  const agent = all.find(isAgent);
  const group = all.filter(({ group: leader }) => leader === agent?.pid);
  return group.length >= 3 ? agent : undefined;
}

describe.runIf(hasPython)('a Python program whose engine is killed', () => {
  it.each(['fork', 'spawn', 'forkserver'] as const)(
    'is gone with all it started: %s',
    async (startMethod) => {
      const folder = mkdtempSync(join(tmpdir(), 'corelane-orphans-'));
      const file = join(folder, 'long.corelane.json');
      const long = experiment({
        workload: { kind: 'powers', params: { number: 7, iterations: 200_000_000 } },
        strategies: [{ kind: 'python-processes', workers: 2, startMethod }],
      });
      writeFileSync(file, JSON.stringify(long));
      const cli = spawn(process.execPath, [builtCli, 'run', file, '--out', folder, '--quiet'], {
        stdio: 'ignore',
      });
      const ended = once(cli, 'exit');
      try {
        await expect.poll(() => agentOf(cli.pid) !== undefined, { timeout: 20_000 }).toBe(true);
        const agent = agentOf(cli.pid);
        expect(agent).toBeDefined();
        cli.kill('SIGKILL');
        await ended;
        await expect
          .poll(() => processes().filter(({ group }) => group === agent?.pid), { timeout: 10_000 })
          .toEqual([]);
      } finally {
        cli.kill('SIGKILL');
        rmSync(folder, { recursive: true });
      }
    },
    60_000,
  );
});
