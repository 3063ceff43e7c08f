import { refusalOf } from '../../helpers/in-words';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { holderFile, isGone, ownHolder, parseHolder, type Holder } from '@engine/processes/holder';
import { keepText, makeInnerFolder, makeTempFolder, removeFolder } from '@engine/files/temp-folder';

const disk = vi.hoisted(() => ({ full: false }));
vi.mock('node:fs/promises', async (actual) => {
  const real = await actual<typeof import('node:fs/promises')>();
  return {
    ...real,
    // A full disk makes a file, and nothing gets into it.
    writeFile: async (...given: Parameters<typeof real.writeFile>) => {
      if (!disk.full) return real.writeFile(...given);
      writeFileSync(given[0] as string, '');
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    },
  };
});

let folder: string;
const before = process.env['TMPDIR'];
const isRoot = process.getuid?.() === 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'temp-folder-test-'));
  process.env['TMPDIR'] = folder;
});
afterEach(() => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  rmSync(folder, { recursive: true });
});

const commonParent = (): string => join(folder, `corelane-of-${process.getuid?.()}`);

/** A process that has ended; its number is nobody's, or another's by now. */
function endedPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

/** A folder with something in it, held by a process that is gone but for what is said otherwise. */
function plant(path: string, holder: Partial<Holder> | undefined): string {
  mkdirSync(join(path, 'trial-1'), { recursive: true, mode: 0o700 });
  writeFileSync(join(path, 'trial-1', 'file'), 'text');
  const text = JSON.stringify({ ...ownHolder(), startTicks: 1, pid: 1, ...holder });
  if (holder !== undefined) writeFileSync(join(path, holderFile), text);
  return path;
}

describe.runIf(process.platform === 'linux')('a temporary folder', () => {
  it('is fresh and private, says whose it is, and goes with all around it', async () => {
    const [made, other] = [await makeTempFolder(), await makeTempFolder()];
    expect(dirname(made)).toBe(commonParent());
    expect(dirname(other)).toBe(commonParent());
    expect([made, dirname(made)].map((path) => lstatSync(path).mode & 0o777)).toEqual([
      0o700, 0o700,
    ]);
    writeFileSync(join(await makeInnerFolder(made, 'trial-1'), 'file'), 'text');
    await removeFolder(made);
    expect(readdirSync(commonParent())).toEqual([basename(other)]);
    await removeFolder(other);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes the place of those whose holder has ended, and of nothing else', async () => {
    const own = ownHolder();
    const parent = commonParent();
    mkdirSync(parent, { mode: 0o700 });
    const gone = plant(join(parent, 'run-gone'), { pid: endedPid() });
    const reused = plant(join(parent, 'run-reused'), { pid: process.pid });
    mkdirSync(join(folder, 'corelane-aside'), { mode: 0o700 });
    const aside = plant(join(folder, 'corelane-aside', 'run-gone'), { pid: endedPid() });
    const unfinished = join(parent, 'run-unfinished');
    mkdirSync(unfinished, { mode: 0o700 });
    utimesSync(unfinished, 1, 1);
    // Its maker was killed, or its disk was full, between making the mark and writing it.
    const unwritten = join(parent, 'run-unwritten');
    mkdirSync(unwritten, { mode: 0o700 });
    writeFileSync(join(unwritten, holderFile), '');
    utimesSync(unwritten, 1, 1);
    // One that holds more than an empty mark, and one that is a link to such a folder.
    const used = plant(join(parent, 'run-used'), undefined);
    writeFileSync(join(used, holderFile), '');
    const linked = join(folder, 'linked');
    mkdirSync(linked, { mode: 0o700 });
    writeFileSync(join(linked, holderFile), '');
    for (const path of [used, linked]) utimesSync(path, 1, 1);
    symlinkSync(linked, join(parent, 'run-link-unwritten'));
    const kept = [
      used,
      join(linked, holderFile),
      plant(join(folder, 'corelane-2024-results'), undefined),
      plant(join(folder, 'corelane-4194000-x'), undefined),
      plant(join(folder, 'other'), { pid: endedPid() }),
      plant(join(parent, 'run-alive'), own),
      plant(join(parent, 'run-container'), { pid: endedPid(), namespace: 'pid:[1]' }),
      plant(join(parent, 'run-boot'), { pid: endedPid(), boot: 'another' }),
      plant(join(parent, 'run-unmarked'), undefined),
      plant(join(parent, 'run-no-number'), { pid: -1 }),
    ];
    const fresh = join(parent, 'run-fresh');
    mkdirSync(fresh, { mode: 0o700 });
    symlinkSync(join(folder, 'other'), join(parent, 'run-link'));
    await removeFolder(await makeTempFolder());
    expect([gone, reused, aside, unfinished, unwritten].filter(existsSync)).toEqual([]);
    expect([...kept, fresh, join(parent, 'run-link')].filter((path) => !existsSync(path))).toEqual(
      [],
    );
  });

  const planted: [string, () => void][] = [
    ['is a link', () => symlinkSync(folder, commonParent())],
    ['is a file', () => writeFileSync(commonParent(), '')],
    [
      'can be looked into by others',
      () => chmodSync(mkdirSync(commonParent(), { recursive: true })!, 0o755),
    ],
    ...(isRoot
      ? [
          [
            'is somebody else’s',
            () =>
              chownSync(mkdirSync(commonParent(), { recursive: true, mode: 0o700 })!, 12345, 12345),
          ] as [string, () => void],
        ]
      : []),
  ];
  it.each(planted)('lies elsewhere where the usual place %s', async (_, make) => {
    make();
    const there = readdirSync(folder);
    const made = await makeTempFolder();
    expect(dirname(made)).toMatch(new RegExp(`^${folder}/corelane-\\w{6}$`));
    expect(lstatSync(dirname(made)).mode & 0o777).toBe(0o700);
    await removeFolder(made);
    expect(readdirSync(folder)).toEqual(there);
  });

  it('that can’t be made says where', async () => {
    process.env['TMPDIR'] = join(folder, 'missing');
    expect(await refusalOf(makeTempFolder())).toBe(
      `no temporary folder could be made in ${folder}/missing: it is not there. Set TMPDIR to a folder that can be written`,
    );
    process.env['TMPDIR'] = folder;
  });

  it('leaves nothing where its disk is full', async () => {
    disk.full = true;
    expect(await refusalOf(makeTempFolder())).toBe(
      `no temporary folder could be made in ${folder}: the disk is full. Set TMPDIR to a folder that can be written`,
    );
    expect(readdirSync(folder)).toEqual([]);
    disk.full = false;
    const made = await makeTempFolder();
    await keepText(made, 'text', 'a');
    disk.full = true;
    const other = join(made, 'other');
    expect(await refusalOf(keepText(made, 'other', 'b'))).toBe(
      `${other} could not be written: the disk is full`,
    );
    disk.full = false;
  });
});

describe.runIf(process.platform === 'linux')('a holder', () => {
  const own = ownHolder();
  it.each<[string, { [Name in keyof Holder]?: Holder[Name] | undefined }, boolean]>([
    ['this process', {}, false],
    ['an ended process', { pid: endedPid() }, true],
    ['a number given to another', { startTicks: 1 }, true],
    ['a living process of no known start', { startTicks: undefined }, false],
    ['one of another boot', { pid: endedPid(), boot: 'x' }, false],
    ['one of another container', { pid: endedPid(), namespace: 'x' }, false],
  ])('%s', (_, part, gone) => expect(isGone({ ...own, ...part } as Holder, own)).toBe(gone));

  it.each(['', '{', 'null', '[]', '{}', '{"pid":0}', '{"pid":1.5}', '{"pid":"1"}'])(
    'is not %s',
    (text) => expect(parseHolder(text)).toBeUndefined(),
  );
});
