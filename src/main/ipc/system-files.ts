// Files that the system opens with the app: by the command line, a second start, or the file manager.
import { resolve } from 'node:path';
import { readReportText } from '@engine/files/read-file';
import { parseReport } from '@shared/report/report-file';
import type { IpcEvents } from '@shared/wire/ipc';
import type { Problem } from '@shared/base/result';
import type { HandlerContext } from './handlers/context';
import { withWholePaths } from './handlers/experiment';
import { looksLikeReport } from './handlers/file';

/**
 * Returns the files that a command line names, absolute: what ends like a report or an experiment and is no option.
 * @param args all words; the program and its folder are not taken for files
 * @param folder that relative paths are relative to
 */
export function filesNamed(args: readonly string[], folder: string): readonly string[] {
  return args
    .filter((word, at) => !word.startsWith('-') && !takesValue(args[at - 1]))
    .filter((word) => /\.(?:json|corelane)$/i.test(word))
    .map((word) => resolve(folder, word));
}

const takesValue = (word: string | undefined): boolean =>
  word === '--experiment' || word === '--out';

export interface SystemFilesOptions extends Pick<HandlerContext, 'consent' | 'shelf' | 'gaps'> {
  readonly command: (payload: IpcEvents['command']) => void;
  readonly onProblem: (problem: Problem) => void;
}

/** Hands files to the page, once it listens; the last one counts. */
export class SystemFiles {
  readonly #options: SystemFilesOptions;
  #waiting: string | undefined;
  #listens = false;

  constructor(options: SystemFilesOptions) {
    this.#options = options;
  }

  /** Opens the last of these files; nothing where there is none. */
  open(paths: readonly string[]): void {
    const path = paths.at(-1);
    if (path === undefined) return;
    if (this.#listens) void this.#read(path);
    else this.#waiting = path;
  }

  /** The page shows a place, and listens. */
  pageShown(): void {
    this.#listens = true;
    if (this.#waiting !== undefined) this.open([this.#waiting]);
    this.#waiting = undefined;
  }

  async #read(path: string): Promise<void> {
    const { consent, shelf, gaps, command, onProblem } = this.#options;
    await gaps.next();
    const text = await readReportText(path);
    if (!text.ok) return onProblem(text.problem);
    if (!looksLikeReport(text.value)) {
      consent.openFile(path);
      return command({ name: 'open-experiment', text: withWholePaths(text.value, path), path });
    }
    const report = parseReport(text.value);
    if (!report.ok) return onProblem(report.problem);
    shelf.last = report.value;
    command({ name: 'show-report' });
  }
}
