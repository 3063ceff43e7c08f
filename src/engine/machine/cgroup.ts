// Limits of the control groups this process is in, versions 1 and 2, also where both are mounted.
// Groups nest, and every limit on the way down holds: the smallest one counts.
// Source: the kernel's Documentation/admin-guide/cgroup-v2.rst and cgroup-v1/, and proc(5).
import { defined } from '@shared/base/defined';
import type { ReadText } from './read-text';
import { wholeNumber } from './whole-number';

/** What the control groups allow; a limit that is not there is absent. */
export interface CgroupLimits {
  /** CPU time per time, in cores. */
  readonly quotaCores?: number;
  readonly memoryBytes?: number;
}

interface Mount {
  readonly version: 1 | 2;
  readonly folder: string;
  /** The group that the folder shows; `/` outside containers. */
  readonly root: string;
  readonly controllers: readonly string[];
}

/** Folders to look for limits in, from the mount point down to the process's own group. */
export interface CgroupFolders {
  readonly cpu: readonly string[];
  readonly memory: readonly string[];
}

/** Groups nest some levels deep; a path of more is none. */
const maxLevels = 64;

/** mountinfo writes blanks and backslashes in paths as octal. */
function unescapePath(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
}

function parseMounts(mountinfo: string): readonly Mount[] {
  return mountinfo.split('\n').flatMap((line): Mount[] => {
    const [left, right] = line.split(' - ');
    const [, , , root, folder] = left?.split(' ') ?? [];
    const [type, , options] = right?.split(' ') ?? [];
    if (root === undefined || folder === undefined) return [];
    const place = { folder: unescapePath(folder), root: unescapePath(root) };
    if (type === 'cgroup2') return [{ version: 2, ...place, controllers: [] }];
    if (type !== 'cgroup') return [];
    return [{ version: 1, ...place, controllers: options?.split(',') ?? [] }];
  });
}

/** The process's group for a mount, from the lines `id:controllers:path` of /proc/self/cgroup. */
function groupPath(cgroup: string, mount: Mount, controller: string): string | undefined {
  for (const line of cgroup.split('\n')) {
    const [, id, names, path] = /^(\d+):([^:]*):(.*)$/.exec(line) ?? [];
    const matches =
      mount.version === 2 ? id === '0' && names === '' : names?.split(',').includes(controller);
    if (matches === true) return path;
  }
  return undefined;
}

function foldersDown(mount: Mount, path: string): readonly string[] {
  const inside = mount.root === '/' ? path : path.slice(mount.root.length);
  const visible = mount.root === '/' || path === mount.root || path.startsWith(`${mount.root}/`);
  // A group outside of what is mounted here: its limits show at the mount point, if anywhere.
  if (!visible || inside.includes('/..')) return [mount.folder];
  const names = inside.split('/').filter((name) => name !== '');
  if (names.length > maxLevels) return [mount.folder];
  return names.reduce<string[]>(
    (folders, name) => [...folders, `${folders.at(-1)}/${name}`],
    [mount.folder],
  );
}

/**
 * Returns where this process's limits lie.
 * @param cgroup text of /proc/self/cgroup
 * @param mountinfo text of /proc/self/mountinfo
 */
export function cgroupFolders(cgroup: string, mountinfo: string): CgroupFolders {
  const mounts = parseMounts(mountinfo);
  const folders = (controller: string): readonly string[] =>
    mounts
      .filter(({ version, controllers }) => version === 2 || controllers.includes(controller))
      .flatMap((mount) => {
        const path = groupPath(cgroup, mount, controller);
        return path === undefined ? [] : foldersDown(mount, path);
      });
  return { cpu: folders('cpu'), memory: folders('memory') };
}

export function readCgroupFolders(read: ReadText): CgroupFolders {
  const cgroup = read('/proc/self/cgroup');
  const mountinfo = read('/proc/self/mountinfo');
  if (!cgroup.ok || !mountinfo.ok) return { cpu: [], memory: [] };
  return cgroupFolders(cgroup.value, mountinfo.value);
}

/** Cores that version 2's cpu.max (`quota period`, or `max period`) allows. */
export function parseCpuMax(text: string): number | undefined {
  const [quota, period] = text.trim().split(' ');
  return quotaCores(wholeNumber(quota), wholeNumber(period));
}

/**
 * Bytes that a memory limit file of either version allows. Version 1 writes "no limit" as the largest count
 * of whole pages, a little under 2⁶³.
 */
export function parseMemoryLimit(text: string): number | undefined {
  const bytes = wholeNumber(text);
  return bytes === 0 ? undefined : bytes;
}

function quotaCores(quotaUs: number | undefined, periodUs: number | undefined): number | undefined {
  if (quotaUs === undefined || periodUs === undefined) return undefined;
  return quotaUs > 0 && periodUs > 0 ? quotaUs / periodUs : undefined;
}

function smallest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** The limits in force in these folders. */
export function readCgroupLimits(folders: CgroupFolders, read: ReadText): CgroupLimits {
  const figure = <T>(path: string, parse: (text: string) => T): T | undefined => {
    const text = read(path);
    return text.ok ? parse(text.value) : undefined;
  };
  const quota = smallest(
    folders.cpu.flatMap((folder) => [
      figure(`${folder}/cpu.max`, parseCpuMax),
      quotaCores(
        figure(`${folder}/cpu.cfs_quota_us`, wholeNumber),
        figure(`${folder}/cpu.cfs_period_us`, wholeNumber),
      ),
    ]),
  );
  const memoryBytes = smallest(
    folders.memory.flatMap((folder) => [
      figure(`${folder}/memory.max`, parseMemoryLimit),
      figure(`${folder}/memory.limit_in_bytes`, parseMemoryLimit),
    ]),
  );
  return defined({ quotaCores: quota, memoryBytes });
}
