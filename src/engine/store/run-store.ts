// The runs in a person's data folder: those under way, those that were left unfinished, and the
// finished ones, whose sizes together are bounded.
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { formatBytes } from '@shared/format';
import { aboutOf, defaultKeptBytes, parseAbout, type RunAbout } from '@shared/kept-run';
import type { Report } from '@shared/report';
import { parseReport } from '@shared/report-file';
import { fail, ok, type Result } from '@shared/result';
import { wallClockMs } from '../clock';
import { describeFileError } from '../file-error';
import { readReportText, readTextFile } from '../read-file';
import { syncFolder, writeReportFile } from '../write-file';
import { momentOf } from './folder-names';
import { holderLives } from './holder';
import { countFinishedTrials, readJournal, readJournalHeader } from './journal-reader';
import { compress } from './kept-report';
import { privateFile } from './privacy';
import { reportOfJournal } from './recover-run';
import { runFiles, RunKeeper, type KeptRun } from './run-keeper';
import { readSettings } from './settings';

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
  /** Of a damaged one: why it can't be read. */
  readonly why?: string;
  /** Of an unfinished one: trials that are finished, and that were planned when it began. */
  readonly progress?: { readonly trials: number; readonly planned: number };
}

export interface RunStoreOptions {
  /** See `dataFolder()`. */
  readonly folder: string;
  /** The report's text, piece by piece: the exporter of JSON. */
  readonly renderJson: (report: Report) => Iterable<string>;
}

/** A run in another container of this machine is taken to be under way while it wrote so lately. */
const silentMs = 24 * 3600 * 1000;

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

  /** Every run in the store, the newest first; none where there is no store yet. */
  async list(): Promise<readonly StoredRun[]> {
    const runs: StoredRun[] = [];
    for (const id of await this.#ids()) {
      const run = await this.#look(id);
      if (run !== undefined) runs.push(run);
    }
    return runs.sort((one, other) => (one.id < other.id ? 1 : -1));
  }

  /** The report of a finished run; that of an unfinished one is made by {@link recover}. */
  async open(id: string): Promise<Result<Report>> {
    const folder = this.#folderOf(id);
    if (!folder.ok) return folder;
    const path = join(folder.value, runFiles.report);
    const text = await readReportText(path);
    if (!text.ok) return text;
    if (text.value === '') return fail('not-json', `${path} is empty.`);
    const report = parseReport(text.value);
    if (report.ok) return report;
    return fail(report.problem.code, `${path} is damaged: ${report.problem.message}`);
  }

  /**
   * Makes the report of what was left unfinished, from the trials there are, and keeps it.
   * @returns `run-under-way` where its process lives
   */
  async recover(
    id: string,
  ): Promise<Result<{ readonly report: Report; readonly kept: Result<KeptRun> }>> {
    const folder = this.#folderOf(id);
    if (!folder.ok) return folder;
    const run = await this.#look(id);
    if (run === undefined) return fail('no-such-run', `There is no run ${id} in the store.`);
    if (run.state === 'running') return underWay(run);
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
    const run = await this.#look(id);
    if (run === undefined) return ok(undefined);
    if (run.state === 'running') return underWay(run);
    try {
      await rm(folder.value, { recursive: true, force: true });
      return ok(undefined);
    } catch (error) {
      return fail('not-removed', `${folder.value} is not removed: ${describeFileError(error)}.`);
    }
  }

  /** Processes of the runs under way but one. What has ended once is not looked at again. */
  async #underWay(but: string): Promise<readonly number[]> {
    const pids: number[] = [];
    for (const id of await this.#ids()) {
      if (id === but || this.#ended.has(id)) continue;
      const run = await this.#look(id);
      if (run?.state === 'running' && run.pid !== undefined) pids.push(run.pid);
      else if (run !== undefined) this.#ended.add(id);
    }
    return pids;
  }

  /** Writes a report into its folder, removes the journal it replaces, and what is too much. */
  async #keep(folder: string, report: Report): Promise<Result<KeptRun>> {
    const path = join(folder, runFiles.report);
    const written = await writeReportFile(
      path,
      compress(this.#options.renderJson(report)),
      privateFile,
    );
    if (!written.ok) return written;
    const about = `${JSON.stringify(aboutOf(report))}\n`;
    // Only for lists: without it the folder's name says enough.
    await writeReportFile(join(folder, runFiles.about), about, privateFile);
    await rm(join(folder, runFiles.journal), { force: true }).catch(() => undefined);
    await syncFolder(folder);
    const removed = await this.#makeRoom(folder);
    return ok({ folder, report: path, ...(removed === undefined ? {} : { removed }) });
  }

  /** Removes the oldest finished runs beyond the limit, as it is set now; says what had to go. */
  trim(): Promise<string | undefined> {
    return this.#makeRoom(undefined);
  }

  /** Removes the oldest finished runs beyond the limit, never the one just kept; says so. */
  async #makeRoom(justKept: string | undefined): Promise<string | undefined> {
    const { keptBytes = defaultKeptBytes } = await readSettings(this.#options.folder);
    const finished = (await this.list()).filter(({ state }) => state === 'finished');
    let held = finished.reduce((sum, { bytes }) => sum + bytes, 0);
    const names: string[] = [];
    for (const run of [...finished].reverse()) {
      if (held <= keptBytes) break;
      if (run.folder === justKept) continue;
      const removed = await this.remove(run.id);
      if (!removed.ok) continue;
      held -= run.bytes;
      names.push(run.id);
    }
    if (names.length === 0) return undefined;
    const what =
      names.length === 1 ? 'The oldest kept run' : `The ${names.length} oldest kept runs`;
    return `${what} (${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''}) had to go: kept runs take at most ${formatBytes(keptBytes)}, "keptBytes" in settings.json.`;
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
      ? fail('no-such-run', 'There is no such run in the store.')
      : ok(join(this.#runs, id));
  }

  async #look(id: string): Promise<StoredRun | undefined> {
    const startedAt = momentOf(id);
    if (startedAt === undefined) return undefined;
    const folder = join(this.#runs, id);
    const name = id.slice('2026-11-29T080122Z-'.length).replace(/-[0-9a-f]{8}$/, '');
    const [bytes, report, journal] = await Promise.all([
      sizeOf(folder),
      changedAt(join(folder, runFiles.report)),
      changedAt(join(folder, runFiles.journal)),
    ]);
    const plain = { id, name, startedAt, bytes, folder };
    if (report !== undefined) {
      const about = await readAbout(join(folder, runFiles.about));
      return {
        ...plain,
        state: 'finished',
        ...(about === undefined ? {} : { name: about.name, startedAt: about.startedAt, about }),
      };
    }
    if (journal === undefined) return undefined;
    const header = await readJournalHeader(join(folder, runFiles.journal));
    if (!header.ok) return { ...plain, state: 'damaged', why: header.problem.message };
    const { holder, experiment } = header.value;
    const lives =
      holderLives(holder, Date.parse(header.value.startedAt)) ?? wallClockMs() - journal < silentMs;
    const known = { ...plain, name: experiment.name, startedAt: header.value.startedAt };
    if (lives) return { ...known, state: 'running', pid: holder.pid };
    const trials = await countFinishedTrials(join(folder, runFiles.journal));
    const planned = Math.max(trials, header.value.order.length);
    return { ...known, state: 'unfinished', progress: { trials, planned } };
  }
}

function underWay({ pid }: StoredRun): Result<never> {
  return fail('run-under-way', `The run is under way (process ${pid ?? 'not known'}).`);
}

/** Larger ones are none. */
const aboutBytes = 100_000;

/** Nothing where there is none, or it is damaged. */
async function readAbout(path: string): Promise<RunAbout | undefined> {
  const text = await readTextFile(path, aboutBytes);
  return text.ok ? parseAbout(text.value) : undefined;
}

/** When a file was changed last, in ms; nothing where there is none. */
async function changedAt(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
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
