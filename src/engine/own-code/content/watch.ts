// Holds what runs against what was agreed to: before a run begins by content, before each of its trials by what
// the file system says, and by content where that has changed.
import { cleanText } from '@shared/base/clean-text';
import type { RunProblem } from '@shared/base/problems';
import { fail, ok, type Result } from '@shared/base/result';
import { listContent } from './content';
import { folderSignatureOf, readContentFile, signatureOf } from './files';
import type { ContentFile, FileRole, OwnContent } from '@shared/experiment/own-content';

export class ContentWatch {
  readonly #content: OwnContent;
  readonly #files: Map<string, ContentFile>;
  readonly #folders: Map<string, string>;

  constructor(content: OwnContent) {
    this.#content = content;
    this.#files = new Map(content.files.map((file) => [file.path, file]));
    this.#folders = new Map(content.folders);
  }

  /** A copy that was made for the run, which stays as it is now. */
  add(path: string): void {
    const signature = signatureOf(path) ?? '';
    // Its content need not be told again: whoever writes it, it is not what was copied.
    this.#files.set(path, { path, role: 'required', sha256: '', signature });
  }

  /**
   * Every file anew; `code-changed` or `code-unreadable` with the first that differs.
   * @param given whether that is so for what a program is told to work on too: a pilot may have written it
   */
  async checkAll(
    given: 'with-arguments' | 'without-arguments',
  ): Promise<Result<undefined, RunProblem>> {
    const all = given === 'with-arguments';
    const same = await this.#checkFiles(({ role }) => all || role !== 'argument');
    return same.ok ? this.#checkListing(all ? [] : ['argument']) : same;
  }

  /**
   * What is run from where it lies, as cheaply as can be: a file whose size, times and number have stayed was not
   * written. What a program is told to work on it may write itself.
   */
  async checkAgain(): Promise<Result<undefined, RunProblem>> {
    const same = await this.#checkFiles(({ role }) => role !== 'bundled' && role !== 'argument');
    if (!same.ok) return same;
    let stirred = false;
    for (const [folder, before] of this.#folders) {
      const now = folderSignatureOf(folder);
      if (now === before) continue;
      stirred = true;
      this.#folders.set(folder, now);
    }
    return stirred ? this.#checkListing(['argument', 'cache']) : ok(undefined);
  }

  async #checkFiles(
    wanted: (file: ContentFile) => boolean,
  ): Promise<Result<undefined, RunProblem>> {
    for (const file of this.#files.values()) {
      if (!wanted(file)) continue;
      const signature = signatureOf(file.path);
      if (signature === file.signature) continue;
      if (signature === undefined) return changed(file.path, 'gone');
      const now = await readContentFile(file.path, file.role);
      if (!now.ok) return fail('code-unreadable', now.problem.args);
      if (now.value.sha256 !== file.sha256) return changed(file.path, 'changed');
      this.#files.set(file.path, now.value);
    }
    return ok(undefined);
  }

  /** @param others roles that may have been added */
  #checkListing(others: readonly FileRole[]): Result<undefined, RunProblem> {
    for (const source of this.#content.sources) {
      const listed = listContent(source);
      if (!listed.ok) return listed;
      for (const [path, role] of listed.value.files) {
        if (this.#files.has(path) || others.includes(role)) continue;
        return changed(path, 'added');
      }
    }
    return ok(undefined);
  }
}

function changed(path: string, how: 'gone' | 'added' | 'changed'): Result<never, RunProblem> {
  return fail('code-changed', { path: cleanText(path, 1000), how });
}
