// The processes of the machine, for tests of what is left of them.
import { readdirSync, readFileSync } from 'node:fs';

export interface Living {
  readonly pid: number;
  readonly parent: number;
  /** In ticks since boot: with its number, a name no other process has. */
  readonly start: number;
  readonly command: string;
}

/** Every process that has not ended, from `/proc/<pid>/stat`: what follows the name. */
export function processes(): Living[] {
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

/** The children of a process, theirs, and so on. */
export function descendantsOf(root: number): Living[] {
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
