// Temporary folders by who holds them.
import { readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holderOf } from '@engine/processes/holder';

/** Paths of the temporary folders that a process made and that are still there. */
export function foldersHeldBy(pid: number): string[] {
  return readdirSync(tmpdir())
    .filter((name) => name.startsWith('corelane-'))
    .flatMap((name) => {
      const parent = join(tmpdir(), name);
      return statSync(parent).isDirectory()
        ? readdirSync(parent).map((one) => join(parent, one))
        : [];
    })
    .filter((folder) => holderOf(folder)?.pid === pid);
}
