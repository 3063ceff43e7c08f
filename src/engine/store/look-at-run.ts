// Determines what a run's folder in the store is: a run under way, one that was left, a kept one, or a damaged one.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { defined } from '@shared/base/defined';
import { isOfNewer, type Problem } from '@shared/base/problems';
import { parseAbout, type RunAbout } from '@shared/kept/kept-run';
import { wallClockMs } from '../clock';
import { fileFault } from '../files/file-error';
import { readStoredText } from '../files/read-file';
import { whyDamaged } from './checked-report';
import { momentOf } from './folder-names';
import { holderLives } from './holder';
import { countFinishedTrials, readJournalHeader } from './journal-reader';
import { runFiles } from './run-files';

/** What a run in the store is: under way, left unfinished, kept with its report, or unreadable. */
export type StoredState = 'running' | 'unfinished' | 'finished' | 'damaged';

export interface StoredRun {
  /** Names it in the store: its folder's name. */
  readonly id: string;
  readonly state: StoredState;
  /** The experiment's name, or what its folder says where nothing else is known. */
  readonly name: string;
  /** ISO, in UTC. */
  readonly startedAt: string;
  readonly bytes: number;
  /** Absolute path of its folder. */
  readonly folder: string;
  /** Of a finished one: what its report says in short. */
  readonly about?: RunAbout;
  /** Of one under way: the process that runs it. */
  readonly pid?: number;
  /** Why it, or the report of an unfinished one, can't be read. */
  readonly why?: Problem;
  /** Of an unfinished one: trials that are finished, and that were planned when it began. */
  readonly progress?: { readonly trials: number; readonly planned: number };
}

/** A run in another container of this machine is taken to be under way while it wrote so lately. */
const silentMs = 24 * 3600 * 1000;

/** A folder that is this old and holds nothing is not one that is being made. */
const emptyMs = 60_000;

/**
 * Looks at a folder of the store; nothing where it is none of a run.
 * @param thorough whether a kept report is read, too: see `whyDamaged`
 */
export async function lookAtRun(
  runs: string,
  id: string,
  thorough: boolean,
): Promise<StoredRun | undefined> {
  const startedAt = momentOf(id);
  if (startedAt === undefined) return undefined;
  const folder = join(runs, id);
  const name = id.slice('2026-11-29T080122Z-'.length).replace(/-[0-9a-f]{8}$/, '');
  const [bytes, report, journal] = await Promise.all([
    sizeOf(folder),
    statOf(join(folder, runFiles.report)),
    statOf(join(folder, runFiles.journal)),
  ]);
  const plain = { id, name, startedAt, bytes, folder };
  const about = report === undefined ? undefined : await readAbout(join(folder, runFiles.about));
  const why =
    report === undefined ? undefined : await whyDamaged(folder, report.size, about?.file, thorough);
  if (report !== undefined && why === undefined) {
    const { name: told = name, startedAt: begun = startedAt } = about ?? {};
    return { ...plain, name: told, startedAt: begun, state: 'finished', ...defined({ about }) };
  }
  if (journal === undefined) return why === undefined ? lookAtOther(plain) : damaged(plain, why);
  return lookAtJournal(plain, journal.mtimeMs, why);
}

type Plain = Pick<StoredRun, 'id' | 'name' | 'startedAt' | 'bytes' | 'folder'>;

const damaged = (plain: Plain, why: Problem): StoredRun => ({ ...plain, state: 'damaged', why });

/** @param why its report, where it has one, can't be read */
async function lookAtJournal(
  plain: Plain,
  writtenMs: number,
  why: Problem | undefined,
): Promise<StoredRun> {
  const path = join(plain.folder, runFiles.journal);
  const header = await readJournalHeader(path);
  if (!header.ok) return damaged(plain, why ?? header.problem);
  const { holder, experiment, startedAt, order } = header.value;
  const lives = holderLives(holder, Date.parse(startedAt)) ?? wallClockMs() - writtenMs < silentMs;
  const known = { ...plain, name: experiment.name, startedAt };
  if (lives) return { ...known, state: 'running', pid: holder.pid };
  // Its report is whole: one that was made of the journal here would replace it.
  if (why !== undefined && isOfNewer(why)) return damaged(known, why);
  const trials = await countFinishedTrials(path);
  return {
    ...known,
    state: 'unfinished',
    ...defined({ why }),
    progress: { trials, planned: Math.max(trials, order.length) },
  };
}

/** A folder with neither report nor journal: one that is being made or removed, or nothing of use. */
async function lookAtOther(plain: Plain): Promise<StoredRun | undefined> {
  try {
    const { mtimeMs } = await stat(plain.folder);
    await readdir(plain.folder);
    if (wallClockMs() - mtimeMs < emptyMs) return undefined;
    return damaged(plain, { code: 'empty-run', args: { path: plain.folder } });
  } catch (error) {
    // It is being removed.
    if ((await statOf(plain.folder)) === undefined) return undefined;
    return damaged(plain, {
      code: 'folder-not-read',
      args: { path: plain.folder, why: fileFault(error) },
    });
  }
}

/** Larger ones are none. */
const aboutBytes = 100_000;

/** Nothing where there is none, or it is damaged. */
async function readAbout(path: string): Promise<RunAbout | undefined> {
  const text = await readStoredText(path, aboutBytes);
  return text.ok ? parseAbout(text.value) : undefined;
}

/** Nothing where there is none. */
async function statOf(path: string): Promise<{ size: number; mtimeMs: number } | undefined> {
  try {
    return await stat(path);
  } catch {
    return undefined;
  }
}

/** Of the files in a folder, together. */
async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  try {
    for (const name of await readdir(folder)) bytes += (await stat(join(folder, name))).size;
  } catch {
    // Somebody removes it at the moment.
  }
  return bytes;
}
