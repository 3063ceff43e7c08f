// Files that are being written beside the one they will replace. Who writes one stands in its name, so that
// what a killed process has left is distinguished from what another one is writing.
import { createHash, randomBytes } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { wallClockMs } from '../clock';
import { isGone, ownHolder } from '../processes/holder';

/** What nobody has written to for so long is left, whoever's it was. */
const oldMs = 24 * 3600 * 1000;

const named = /^\.corelane-(\d{1,10})-([0-9a-f]{8})-[\w-]+\.partial$/;

/** Within which the number of a process counts: a start of the machine, and a container's namespace. */
function placeName(): string {
  const { boot = '', namespace = '' } = ownHolder();
  return createHash('sha256').update(`${boot} ${namespace}`).digest('hex').slice(0, 8);
}

/** A fresh name. Nobody can foretell it, so nobody can have put anything there. */
export function partialName(): string {
  return `.corelane-${process.pid}-${placeName()}-${randomBytes(9).toString('base64url')}.partial`;
}

/**
 * Removes from a folder of Corelane's own what processes that are gone were writing when they ended; what one
 * that lives is writing stays. Harmless where there is no such folder.
 */
export async function removeLeftPartials(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch((): string[] => [])) {
    const [, pid, place] = named.exec(name) ?? [];
    if (pid === undefined) continue;
    const path = join(folder, name);
    // What can't be removed costs its place on the disk.
    if (await isLeft(path, Number(pid), place))
      await rm(path, { force: true }).catch(() => undefined);
  }
}

async function isLeft(path: string, pid: number, place: string | undefined): Promise<boolean> {
  const { boot, namespace } = ownHolder();
  if (place === placeName() && pid > 0 && isGone({ pid, boot, namespace })) return true;
  try {
    return (await stat(path)).mtimeMs < wallClockMs() - oldMs;
  } catch {
    // It has got its name meanwhile.
    return false;
  }
}
