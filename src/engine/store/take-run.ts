// Who makes the report of a run that was left: one process at a time, named in a file of the run's folder.
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { link, open, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '@shared/base/result';
import { hasCode } from '../files/file-error';
import { parseHolder } from '../processes/holder';
import { holderLives, thisHolder } from './holder';
import { privateFile } from './privacy';
import { runFiles } from './run-files';

/** Taken until it is released. */
export interface TakenRun {
  release(): Promise<void>;
}

/**
 * Takes a run's folder for this process. One that another has taken and left, because it is gone, is taken over.
 * @returns `run-taken` where another process has it
 */
export async function takeRun(folder: string): Promise<Result<TakenRun>> {
  const path = join(folder, runFiles.taken);
  const mine = join(folder, `${runFiles.taken}-${randomBytes(9).toString('base64url')}`);
  const release = (): Promise<void> => rm(path, { force: true }).catch(() => undefined);
  try {
    await writeFile(mine, JSON.stringify(thisHolder()), { flag: 'wx', ...privateFile });
    // The second time after one that was left is out of the way.
    for (let tries = 0; tries < 3; tries += 1) {
      try {
        // A link is there with its content or not at all.
        await link(mine, path);
        return ok({ release });
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error;
      }
      try {
        const { pid, id } = await whoHas(path);
        if (pid !== undefined) return fail('run-taken', { pid });
        await clearLeft(path, id);
      } catch (error) {
        // Another was first, and it is gone or claimed.
        if (!hasCode(error, 'ENOENT') && !hasCode(error, 'EEXIST')) throw error;
      }
    }
    return fail('run-taken', {});
  } catch {
    // On a full disk, or where there are no links, nobody can be kept out: the report matters more.
    return ok({ release: () => Promise.resolve() });
  } finally {
    await rm(mine, { force: true }).catch(() => undefined);
  }
}

/** The file that stands there, and the process that has it; no process where that is gone, or the file is damaged. */
async function whoHas(path: string): Promise<{ readonly pid?: number; readonly id: bigint }> {
  const { O_RDONLY, O_NONBLOCK = 0 } = constants;
  const file = await open(path, O_RDONLY | O_NONBLOCK);
  try {
    const found = await file.stat({ bigint: true });
    const { ino, mtimeMs } = found;
    const holder = found.isFile() ? parseHolder(await file.readFile('utf8')) : undefined;
    const lives = holder !== undefined && (holderLives(holder, Number(mtimeMs)) ?? true);
    return lives ? { pid: holder.pid, id: ino } : { id: ino };
  } finally {
    await file.close();
  }
}

/**
 * Removes one that was left. Who first links this very file to a name of its own may do it, and nobody else: so
 * what another has taken meanwhile is never removed.
 */
async function clearLeft(path: string, id: bigint): Promise<void> {
  const claim = `${path}-${id}.left`;
  await link(path, claim);
  if ((await stat(claim, { bigint: true })).ino === id) await rm(path, { force: true });
  await rm(claim, { force: true });
}
