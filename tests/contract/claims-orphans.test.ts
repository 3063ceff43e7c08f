// Nothing of a probe outlives the program that measures, even where that is killed without a word.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { ClaimId } from '@shared/claims';
import { builtCli } from '../helpers/entries';

interface Living {
  readonly pid: number;
  readonly parent: number;
  /** In ticks since boot: with its number, a name no other process has. */
  readonly start: number;
  readonly command: string;
}

/** Every process that has not ended, from `/proc/<pid>/stat`: what follows the name. */
function processes(): Living[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        if (fields[0] === 'Z') return [];
        return [
          { pid: Number(name), parent: Number(fields[1]), start: Number(fields[19]), command },
        ];
      } catch {
        // It ended between two reads.
        return [];
      }
    });
}

function descendantsOf(root: number): Living[] {
  const all = processes();
  const found: Living[] = [];
  let parents = [root];
  while (parents.length > 0) {
    const children = all.filter(({ parent }) => parents.includes(parent));
    found.push(...children);
    parents = children.map(({ pid }) => pid);
  }
  return found;
}

interface Moment {
  readonly name: string;
  readonly claim: ClaimId;
  /** Whether these are the processes that are to be there when the program is killed. */
  readonly reached: (all: readonly Living[]) => boolean;
}

const inNode = ({ command }: Living): boolean => /[\\/]probe\.js/.test(command);
const inPython = ({ command }: Living): boolean => command.includes('corelane_probe.py');
const sleeps = ({ command }: Living): boolean => /setTimeout|time\.sleep/.test(command);
const worker = ({ command }: Living): boolean => command.includes('probe-worker.js');
const count = (all: readonly Living[], is: (one: Living) => boolean): number =>
  all.filter(is).length;

const moments: readonly Moment[] = [
  {
    name: 'heap in Node.js',
    claim: 'heap',
    reached: (all) => count(all, inNode) > 0,
  },
  {
    name: 'heap in Python',
    claim: 'heap',
    reached: (all) => count(all, inPython) > 0,
  },
  {
    name: 'kill in a thread of Node.js',
    claim: 'kill',
    reached: (all) => count(all, sleeps) > 0 && count(all, worker) === 0,
  },
  {
    name: 'kill in a process of Node.js',
    claim: 'kill',
    reached: (all) => count(all, sleeps) > 0 && count(all, worker) > 0,
  },
  {
    name: 'kill in a thread of Python',
    claim: 'kill',
    reached: (all) => count(all, inPython) === 1 && count(all, sleeps) > 0,
  },
  {
    name: 'kill in a process of Python',
    claim: 'kill',
    reached: (all) => count(all, inPython) > 2 && count(all, sleeps) > 0,
  },
  {
    name: 'containment in threads of Node.js',
    claim: 'containment',
    reached: (all) => count(all, inNode) > 0,
  },
  {
    name: 'containment in processes of Node.js',
    claim: 'containment',
    reached: (all) => count(all, worker) > 2,
  },
  {
    name: 'containment in processes of Python',
    claim: 'containment',
    reached: (all) => count(all, inPython) > 2,
  },
];

describe.runIf(process.platform === 'linux')('a program that is killed while it measures', () => {
  it.each(moments)(
    'leaves nothing of $name',
    async ({ claim, reached }) => {
      const cli = spawn(process.execPath, [builtCli, 'experiment', claim], { stdio: 'ignore' });
      const ended = once(cli, 'exit');
      const noted = new Map<string, Living>();
      const look = (): boolean => {
        const all = descendantsOf(cli.pid ?? -1);
        for (const one of all) noted.set(`${one.pid} ${one.start}`, one);
        return cli.exitCode !== null || reached(all);
      };
      try {
        await expect.poll(look, { interval: 10, timeout: 40_000 }).toBe(true);
        expect(cli.exitCode, 'it was over too soon').toBeNull();
        look();
        cli.kill('SIGKILL');
        await ended;
        const left = (): string[] =>
          processes()
            .filter(({ pid, start }) => noted.has(`${pid} ${start}`))
            .map(({ pid, command }) => `${pid} ${command}`);
        const folders = (): string[] =>
          readdirSync(tmpdir()).filter((name) => name.startsWith(`corelane-${cli.pid}-`));
        await expect.poll(left, { timeout: 5_000 }).toEqual([]);
        await expect.poll(folders, { timeout: 5_000 }).toEqual([]);
      } finally {
        cli.kill('SIGKILL');
      }
    },
    60_000,
  );
});
