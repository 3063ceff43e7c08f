// The runs in a user's data folder: those under way, those that were left unfinished, and the
// finished ones, whose sizes together are bounded.
import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { defined } from '@shared/base/defined';
import type { Problem } from '@shared/base/problems';
import { aboutOf, type RemovedRuns } from '@shared/kept/kept-run';
import type { Report } from '@shared/report/report';
import { fail, ok, type Result } from '@shared/base/result';
import { fileFault } from '../files/file-error';
import { removeLeftPartials } from '../files/partial-file';
import { syncFolder, writeReportFile } from '../files/write-file';
import { momentOf } from './folder-names';
import { FileSummer, openReport } from './checked-report';
import { readJournal } from './journal-reader';
import { compress } from '../files/kept-report';
import { privateFile } from './privacy';
import { reportOfJournal } from './recover-run';
import { lookAtRun, type StoredRun } from './look-at-run';
import { runFiles } from './run-files';
import { RunKeeper, type KeptRun } from './run-keeper';
import { takeRun, type TakenRun } from './take-run';
import { readKeptBytes } from './settings';

export interface RunStoreOptions {
  /** See `dataFolder()`. */
  readonly folder: string;
  /** The report's text, piece by piece: the exporter of JSON. */
  readonly renderJson: (report: Report) => Iterable<string>;
}

export class RunStore {
  readonly #options: RunStoreOptions;
  readonly #runs: string;
  readonly #ended = new Set<string>();

  constructor(options: RunStoreOptions) {
    this.#options = options;
    this.#runs = join(options.folder, 'runs');
  }

  /** The place of a run to come: give it to `startRun` as its journal, and its report to `finish`. */
  createRun(): RunKeeper {
    return new RunKeeper(
      this.#runs,
      (folder, report) => this.#keep(folder, report),
      (folder) => this.#underWay(basename(folder)),
    );
  }

  /**
   * Every run in the store, the newest first; none where there is no store yet. Files that killed processes
   * had only begun are removed.
   * @param thorough whether reports that are kept are read, too, to find those that are damaged
   */
  async list(thorough = false): Promise<readonly StoredRun[]> {
    const runs: StoredRun[] = [];
    await removeLeftPartials(this.#options.folder);
    for (const id of await this.#ids()) {
      await removeLeftPartials(join(this.#runs, id));
      const run = await lookAtRun(this.#runs, id, thorough);
      if (run !== undefined) runs.push(run);
    }
    return runs.sort((one, other) => (one.id < other.id ? 1 : -1));
  }

  /** The report of a finished run; that of an unfinished one is made by {@link recover}. */
  async open(id: string): Promise<Result<Report>> {
    const folder = this.#folderOf(id);
    if (!folder.ok) return folder;
    return openReport(folder.value);
  }

  /** Keeps other processes from making the report of a run, until it is released; see `takeRun`. */
  async take(id: string): Promise<Result<TakenRun>> {
    const folder = this.#folderOf(id);
    return folder.ok ? takeRun(folder.value) : folder;
  }

  /**
   * Makes the report of what was left unfinished, or whose report is damaged, from the trials that its
   * journal has, and keeps it.
   * @returns `run-under-way` where its process lives
   */
  async recover(
    id: string,
  ): Promise<Result<{ readonly report: Report; readonly kept: Result<KeptRun> }>> {
    const folder = this.#folderOf(id);
    if (!folder.ok) return folder;
    await removeLeftPartials(folder.value);
    const run = await lookAtRun(this.#runs, id, true);
    if (run === undefined) return fail('no-such-run', { id });
    if (run.state === 'running') return underWay(run);
    if (run.state === 'damaged') return lost(run);
    if (run.state === 'finished') {
      const report = await this.open(id);
      if (!report.ok) return report;
      const kept = { folder: run.folder, report: join(run.folder, runFiles.report) };
      return ok({ report: report.value, kept: ok(kept) });
    }
    const journal = await readJournal(join(folder.value, runFiles.journal));
    if (!journal.ok) return journal;
    const report = reportOfJournal(journal.value);
    return ok({ report, kept: await this.#keep(folder.value, report) });
  }

  /** Removes a run from the store, finished or not; `run-under-way` where its process lives. */
  async remove(id: string): Promise<Result<undefined>> {
    const folder = this.#folderOf(id);
    if (!folder.ok) return folder;
    const run = await lookAtRun(this.#runs, id, false);
    if (run === undefined) return ok(undefined);
    if (run.state === 'running') return underWay(run);
    try {
      await rm(folder.value, { recursive: true, force: true });
      return ok(undefined);
    } catch (error) {
      return fail('not-removed', { path: folder.value, why: fileFault(error) });
    }
  }

  /** Processes of the runs under way but one. What has ended once is not looked at again. */
  async #underWay(but: string): Promise<readonly number[]> {
    const pids: number[] = [];
    for (const id of await this.#ids()) {
      if (id === but || this.#ended.has(id)) continue;
      const run = await lookAtRun(this.#runs, id, false);
      if (run?.state === 'running' && run.pid !== undefined) pids.push(run.pid);
      else if (run !== undefined) this.#ended.add(id);
    }
    return pids;
  }

  /** Writes a report into its folder, removes the journal it replaces, and what is too much. */
  async #keep(folder: string, report: Report): Promise<Result<KeptRun>> {
    const path = join(folder, runFiles.report);
    const summer = new FileSummer();
    const pieces = summer.pass(compress(this.#options.renderJson(report)));
    const written = await writeReportFile(path, pieces, privateFile);
    if (!written.ok) return written;
    const short = { ...aboutOf(report), file: summer.sum };
    const about = `${JSON.stringify(short)}\n`;
    // Only for lists: without it the folder's name says enough, and the report is read in full.
    await writeReportFile(join(folder, runFiles.about), about, privateFile);
    await rm(join(folder, runFiles.journal), { force: true }).catch(() => undefined);
    await syncFolder(folder);
    const removed = await this.#makeRoom(folder);
    return ok({ folder, report: path, ...defined({ removed }) });
  }

  /** Removes the oldest finished runs beyond the limit, as it is set now; says what had to go. */
  trim(): Promise<RemovedRuns | undefined> {
    return this.#makeRoom(undefined);
  }

  /** Removes the oldest finished runs beyond the limit, never the newest or the one just kept; says so. */
  async #makeRoom(justKept: string | undefined): Promise<RemovedRuns | undefined> {
    const keptBytes = await readKeptBytes(this.#options.folder);
    if (keptBytes === undefined) return undefined;
    const finished = (await this.list()).filter(({ state }) => state === 'finished');
    let held = finished.reduce((sum, { bytes }) => sum + bytes, 0);
    const runs: string[] = [];
    // The first is the newest: it stays, whatever the limit is.
    for (const run of finished.slice(1).reverse()) {
      if (held <= keptBytes) break;
      if (run.folder === justKept) continue;
      const removed = await this.remove(run.id);
      if (!removed.ok) continue;
      held -= run.bytes;
      runs.push(run.id);
    }
    return runs.length === 0 ? undefined : { runs, keptBytes };
  }

  async #ids(): Promise<readonly string[]> {
    try {
      const entries = await readdir(this.#runs, { withFileTypes: true });
      return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    } catch {
      // Nothing was kept yet, or nothing of it can be seen.
      return [];
    }
  }

  /** A name from outside is one of a folder in the store, or none. */
  #folderOf(id: string): Result<string> {
    return momentOf(id) === undefined || /[\\/]/.test(id)
      ? fail('no-such-run', {})
      : ok(join(this.#runs, id));
  }
}

/** Why nothing can be made of a damaged run. */
async function lost({ folder, why }: StoredRun): Promise<Result<never>> {
  const names = await readdir(folder).catch((): string[] => []);
  const journalGone = names.includes(runFiles.report) && !names.includes(runFiles.journal);
  const known: Problem = why ?? { code: 'empty-run', args: { path: folder } };
  return fail('lost-run', { why: known, journalGone });
}

function underWay({ pid }: StoredRun): Result<never> {
  return fail('run-under-way', { pid });
}
