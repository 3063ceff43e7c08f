// Who makes the report of a run that was left: one process at a time, named in a file of the run's folder.
import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
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
      const pid = await whoHas(path);
      if (pid !== undefined)
        return fail('run-taken', `It is recovered just now by process ${pid}.`);
      await clearLeft(path, `${mine}.left`);
    }
    return fail('run-taken', 'It is recovered just now by other processes.');
  } catch {
    // On a full disk, or where there are no links, nobody can be kept out: the report matters more.
    return ok({ release: () => Promise.resolve() });
  } finally {
    await rm(mine, { force: true }).catch(() => undefined);
  }
}

/** The process that has it; nothing where it is gone, or what stands there is damaged. */
async function whoHas(path: string): Promise<number | undefined> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    const holder = parseHolder(text);
    if (holder === undefined) return undefined;
    return (holderLives(holder, mtimeMs) ?? true) ? holder.pid : undefined;
  } catch {
    return undefined;
  }
}

/** Moves one that was left aside, and puts it back where another has taken the run meanwhile. */
async function clearLeft(path: string, aside: string): Promise<void> {
  try {
    await rename(path, aside);
  } catch {
    // Another was first.
    return;
  }
  if ((await whoHas(aside)) !== undefined) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}
