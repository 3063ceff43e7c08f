// One run in the store: its journal while it goes on, its report at the end.
import type { Note } from '@shared/report/notes';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BreakEven } from '@shared/report/break-even';
import { journalVersion, type JournalHeader } from '@shared/kept/journal';
import type { LiveEvent } from '@shared/report/live';
import type { JournalEvent } from '@shared/kept/live-schema';
import type { RemovedRuns } from '@shared/kept/kept-run';
import type { Report } from '@shared/report/report';
import { fail, failWith, ok, type Result } from '@shared/base/result';
import { fileFault } from '../files/file-error';
import { makeFolder } from '../files/make-folder';
import { syncFolder } from '../files/write-file';
import { thisHolder } from './holder';
import { eventLines, JournalWriter, plainLine } from './journal-writer';
import { fileNameOf, momentName } from './folder-names';
import { privateFolder } from './privacy';
import { runFiles } from './run-files';
import type { JournalEnd, JournalTop, RunJournal } from '../run-journal';

/** A run that is kept with its report. */
export interface KeptRun {
  /** The run's folder. */
  readonly folder: string;
  /** Its compressed report. */
  readonly report: string;
  /** What had to go for it; absent where nothing had to. */
  readonly removed?: RemovedRuns;
}

/** Writes the report of a run into its folder. */
export type KeepReport = (folder: string, report: Report) => Promise<Result<KeptRun>>;

/** Processes of the runs under way, but for the one in this folder. */
export type FindOthers = (folder: string) => Promise<readonly number[]>;

export class RunKeeper implements RunJournal {
  readonly #runsFolder: string;
  readonly #keepReport: KeepReport;
  #folder: string | undefined;
  #writer: JournalWriter | undefined;
  #pending: JournalEvent[] = [];
  readonly #othersSeen = new Set<number>();

  readonly #findOthers: FindOthers;

  /**
   * @param runsFolder where the run's folder is made
   * @param keepReport how its report is written
   * @param findOthers which other runs are under way
   */
  constructor(runsFolder: string, keepReport: KeepReport, findOthers: FindOthers) {
    this.#runsFolder = runsFolder;
    this.#keepReport = keepReport;
    this.#findOthers = findOthers;
  }

  get otherRuns(): readonly number[] {
    return [...this.#othersSeen];
  }

  /** The run's folder, once it has begun; absent where it could not be made. */
  get folder(): string | undefined {
    return this.#folder;
  }

  async begin(top: JournalTop): Promise<Result<undefined, Note>> {
    const header: JournalHeader = {
      schema: 'corelane.journal',
      version: journalVersion,
      ...top,
      holder: thisHolder(),
    };
    const { name } = top.experiment;
    const short = top.id.slice(0, 8);
    const folder = join(
      this.#runsFolder,
      `${momentName(top.startedAt)}-${fileNameOf(name)}-${short}`,
    );
    const above = await makeFolder(this.#runsFolder, privateFolder);
    if (!above.ok) return failWith({ code: 'not-kept', args: above.problem.args });
    try {
      await mkdir(folder, { mode: privateFolder });
      this.#folder = folder;
      this.#writer = await JournalWriter.create(join(folder, runFiles.journal), header);
      // A file is on disk when its folder is, too.
      for (const made of [folder, this.#runsFolder]) await syncFolder(made);
    } catch (error) {
      // A journal without its first line is nobody's.
      await this.discard().catch(() => undefined);
      return this.#giveUp(error);
    }
    return this.#lookForOthers(folder);
  }

  take(event: LiveEvent): void {
    if (this.#writer !== undefined && event.type !== 'run-begin') this.#pending.push(event);
  }

  async write(atNs: number): Promise<Result<undefined, Note>> {
    const events = this.#pending;
    this.#pending = [];
    const written =
      events.length === 0 ? ok(undefined) : await this.#append(eventLines(atNs, events));
    if (!written.ok || this.#folder === undefined) return written;
    return this.#lookForOthers(this.#folder);
  }

  /** Whoever is seen once counts for the whole run. */
  async #lookForOthers(folder: string): Promise<Result<undefined, Note>> {
    const known = this.#othersSeen.size;
    for (const pid of await this.#findOthers(folder)) this.#othersSeen.add(pid);
    if (this.#othersSeen.size === known) return ok(undefined);
    return this.#append([plainLine({ type: 'other-runs', pids: [...this.#othersSeen] })]);
  }

  writeBreakEven(breakEven: BreakEven): Promise<Result<undefined, Note>> {
    return this.#append([plainLine({ type: 'break-even', breakEven })]);
  }

  async end(atNs: number, end: JournalEnd): Promise<Result<undefined, Note>> {
    const written = await this.write(atNs);
    return written.ok ? this.#append([plainLine({ type: 'end', ...end })]) : written;
  }

  /**
   * Keeps the report in the run's folder, in place of the journal.
   * @returns `not-written` where it can't be; what the journal holds is there still
   */
  async finish(report: Report): Promise<Result<KeptRun>> {
    const folder = this.#folder;
    if (folder === undefined) return fail('not-kept', {});
    await this.#closeWriter();
    return this.#keepReport(folder, report);
  }

  /** Removes the run from the store: it is not to be kept. */
  async discard(): Promise<void> {
    await this.#closeWriter();
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true });
    this.#folder = undefined;
  }

  async #append(lines: Iterable<string>): Promise<Result<undefined, Note>> {
    try {
      await this.#writer?.append(lines);
      return ok(undefined);
    } catch (error) {
      return this.#giveUp(error);
    }
  }

  /** The journal ends here; the run does not. */
  async #giveUp(error: unknown): Promise<Result<undefined, Note>> {
    await this.#closeWriter();
    this.#pending = [];
    return failWith({ code: 'journal-ended', args: { why: fileFault(error) } });
  }

  async #closeWriter(): Promise<void> {
    const writer = this.#writer;
    this.#writer = undefined;
    // What was to be on disk is there: each line was synced.
    await writer?.close().catch(() => undefined);
  }
}
