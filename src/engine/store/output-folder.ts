// Makes the folder for a run's files: a new one in the user's folder, named by experiment and time, with `latest`
// and `report.<ext>` as links to the newest. Nothing that stands there is replaced unasked.
import { randomBytes } from 'node:crypto';
import {
  lstat,
  mkdir,
  readdir,
  readlink,
  rename,
  rm,
  rmdir,
  stat,
  symlink,
} from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Problem } from '@shared/base/problems';
import { ok, type Result } from '@shared/base/result';
import { fileFault, hasCode, notWritten } from '../files/file-error';
import { makeFolder } from '../files/make-folder';
import { writeReportFile, type FileData } from '../files/write-file';
import { fileNameOf, momentName } from './folder-names';

/** The link to the newest run's folder. */
const latest = 'latest';

/** More runs of one experiment than begin in a second. */
const maxTaken = 1000;

export interface OutputOptions {
  /** Whether a file that stands where a link is to be may be replaced. */
  readonly force?: boolean;
  /** Whether links to a run that began later stay: for runs of earlier. */
  readonly onlyIfNewest?: boolean;
}

export class OutputFolder {
  /** Where the files are: a folder that was not there before. */
  readonly path: string;
  readonly #out: string;
  readonly #options: OutputOptions;
  readonly #names: string[] = [];

  private constructor(out: string, path: string, options: OutputOptions) {
    this.#out = out;
    this.path = path;
    this.#options = options;
  }

  /**
   * Makes the folder of one run in `out`.
   * @param name the experiment's
   * @param moment ISO, in UTC
   */
  static async make(
    out: string,
    name: string,
    moment: string,
    options: OutputOptions = {},
  ): Promise<Result<OutputFolder>> {
    const folder = await makeFolder(out);
    if (!folder.ok) return folder;
    const plain = join(folder.value, `${fileNameOf(name)}-${momentName(moment)}`);
    for (let taken = 1; ; taken += 1) {
      const path = taken === 1 ? plain : `${plain}-${taken}`;
      try {
        // Two runs at once can't both have made it.
        await mkdir(path);
        return ok(new OutputFolder(folder.value, path, options));
      } catch (error) {
        if (!hasCode(error, 'EEXIST') || taken === maxTaken) return notWritten(path, error);
      }
    }
  }

  /** Writes a file of that name into it; the file's path, or `not-written`. */
  async write(name: string, data: FileData): Promise<Result<string>> {
    const written = await writeReportFile(join(this.path, name), data);
    if (written.ok) this.#names.push(name);
    return written;
  }

  /**
   * Lets the links lead to what was written, if anything was; else removes the empty folder.
   * @returns a problem for each link that is not there
   */
  async publish(): Promise<readonly Problem[]> {
    if (this.#names.length === 0) {
      // What else lies in it stays.
      await rmdir(this.path).catch(() => undefined);
      return [];
    }
    const link = join(this.#out, latest);
    const standing = await lookAt(link);
    if (standing !== undefined && !(standing.to !== undefined && this.#isRun(standing.to))) {
      return [{ code: 'link-left', args: { link, why: 'foreign' } }];
    }
    if (this.#options.onlyIfNewest === true && isNewer(standing?.to, this.path)) return [];
    try {
      await placeLink(this.path, link);
    } catch (error) {
      return [notMade(link, error)];
    }
    const problems: Problem[] = [];
    for (const name of this.#names) problems.push(...(await this.#linkFile(name)));
    await this.#removeDangling();
    return problems;
  }

  /** Returns whether a path is that of a folder beside this one. */
  #isRun(path: string): boolean {
    return dirname(path) === this.#out;
  }

  async #linkFile(name: string): Promise<readonly Problem[]> {
    const link = join(this.#out, name);
    const target = join(this.#out, latest, name);
    const standing = await lookAt(link);
    const own = standing === undefined || standing.to === target;
    if (!own && (standing.isFolder || this.#options.force !== true)) {
      const why = standing.isFolder ? 'folder' : 'file';
      return [{ code: 'link-left', args: { link, why } }];
    }
    try {
      await placeLink(target, link);
      return [];
    } catch (error) {
      return [notMade(link, error)];
    }
  }

  /** Links of earlier runs to files that the newest has not would lead to nothing. */
  async #removeDangling(): Promise<void> {
    for (const name of await readdir(this.#out)) {
      const link = join(this.#out, name);
      const standing = await lookAt(link);
      if (standing?.to !== join(this.#out, latest, name) || (await leadsSomewhere(link))) continue;
      await rm(link, { force: true });
    }
  }
}

/** The moment at the end of a folder's name. */
const momentIn = (path: string): string =>
  /\d{4}-\d\d-\d\dT\d{6}Z/.exec(path.slice(-22))?.[0] ?? '';

function isNewer(one: string | undefined, other: string): boolean {
  return one !== undefined && momentIn(one) > momentIn(other);
}

interface Standing {
  readonly isFolder: boolean;
  /** Where it leads, where it is a link. */
  readonly to?: string;
}

/** Resolves with what stands at a path, itself; nothing where there is nothing. */
async function lookAt(path: string): Promise<Standing | undefined> {
  try {
    const present = await lstat(path);
    if (!present.isSymbolicLink()) return { isFolder: present.isDirectory() };
    return { isFolder: false, to: resolve(dirname(path), await readlink(path)) };
  } catch {
    return undefined;
  }
}

async function leadsSomewhere(link: string): Promise<boolean> {
  try {
    await stat(link);
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes a link, or lets the one that is there lead elsewhere, in one step. It is relative, so that the
 * folder can be moved as a whole.
 */
async function placeLink(target: string, link: string): Promise<void> {
  const fresh = join(dirname(link), `.corelane-${randomBytes(9).toString('base64url')}.link`);
  try {
    await symlink(relative(dirname(link), target), fresh);
    await rename(fresh, link);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Systems without links say so in many ways. */
function notMade(link: string, error: unknown): Problem {
  const none = hasCode(error, 'EPERM', 'ENOSYS', 'EOPNOTSUPP', 'ENOTSUP', 'EINVAL');
  return {
    code: 'link-not-made',
    args: { link, why: none ? { code: 'no-links' } : fileFault(error) },
  };
}
