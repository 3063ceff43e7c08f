// What some workloads need around them: a folder for files, a local server in its own process,
// a person's own code as one text.
import { ok } from '@shared/result';
import type { Workload } from '@shared/workloads';
import type { FromHttpPeer, ToHttpPeer, WorkloadSurroundings } from '@shared/messages';
import { parseFromHttpPeer } from '@shared/wire-probe';
import { readWorkContent, type OwnRequest } from './own-work/content';
import type { OwnContent } from './own-work/content-types';
import { ContentWatch } from './own-work/content-watch';
import { keeperEnv } from './run-mark';
import type { Leavings } from './leavings';
import { deferred, within } from './host/deferred';
import {
  keepText,
  makeInnerFolder,
  makeTempFolder,
  removeFolder,
  removeFolderNow,
  removeInnerFolder,
} from './temp-folder';
import type { ChildHandle, EntryPaths, Launcher } from './types';

const listenWithinMs = 15_000;

/** A sentence as the part of another. */
const withoutStop = (message: string): string => message.replace(/\.$/, '');

export class Surroundings {
  #root: string | undefined;
  #peer: ChildHandle<ToHttpPeer, FromHttpPeer> | undefined;
  #peerGone: Promise<void> = Promise.resolve();
  #url: string | undefined;
  #code: string | undefined;
  #watch: ContentWatch | undefined;

  constructor(
    readonly request: OwnRequest,
    readonly launcher: Launcher,
    readonly entries: EntryPaths,
    /** Told what is to go with this process. */
    readonly left: Pick<Leavings, 'willRemove'>,
    /** Whether Python programs run, which have temporary files of their own. */
    readonly python = false,
    /** What was agreed to, where there is own code; without it what lies there now. */
    readonly content?: OwnContent,
  ) {}

  get workload(): Workload {
    return this.request.workload;
  }

  /** Prepares what all trials share; rejects with one sentence when it can't be had. */
  async begin(): Promise<void> {
    if (this.workload.kind === 'files' || this.python) await this.#makeRoot();
    await this.#takeContent();
    if (this.workload.kind === 'http') await this.#startPeer();
  }

  /** What was agreed to is what runs: the bundle as it was made, and the files as they were. */
  async #takeContent(): Promise<void> {
    const read = this.content === undefined ? await readWorkContent(this.request) : undefined;
    if (read?.ok === false) throw new Error(withoutStop(read.problem.message));
    const content = this.content ?? read?.value;
    if (content === undefined) return;
    const watch = new ContentWatch(content);
    const same = read === undefined ? await watch.checkAll() : ok(undefined);
    if (!same.ok) throw new Error(withoutStop(same.problem.message));
    this.#watch = watch;
    if (content.code === undefined) return;
    this.#code = await keepText(await this.#makeRoot(), 'own-code.cjs', content.code);
    watch.add(this.#code);
  }

  /** Folders that must not outlive the run. */
  get folders(): readonly string[] {
    return this.#root === undefined ? [] : [this.#root];
  }

  /** What one trial gets; its folder is empty and its own. Rejects where own code has changed since the last. */
  async forTrial(name: string): Promise<WorkloadSurroundings> {
    const same = await this.#watch?.checkAgain();
    if (same?.ok === false) throw new Error(withoutStop(same.problem.message));
    return {
      ...(this.#root === undefined || this.workload.kind !== 'files'
        ? {}
        : { folder: await makeInnerFolder(this.#root, name) }),
      ...(this.#root === undefined || !this.python ? {} : { scratch: this.#root }),
      ...(this.#code === undefined ? {} : { code: this.#code }),
      ...(this.#url === undefined ? {} : { url: this.#url }),
    };
  }

  /** Removes what a trial left. */
  async afterTrial(surroundings: WorkloadSurroundings): Promise<void> {
    if (surroundings.folder !== undefined) await removeInnerFolder(surroundings.folder);
  }

  /** Removes everything; harmless when nothing was begun. */
  async end(): Promise<void> {
    this.#peer?.kill();
    await this.#peerGone;
    if (this.#root === undefined) return;
    await removeFolder(this.#root);
    process.off('exit', this.#removeNow);
  }

  /** Where this process ends before the run does. */
  readonly #removeNow = (): void => {
    if (this.#root !== undefined) removeFolderNow(this.#root);
  };

  async #makeRoot(): Promise<string> {
    if (this.#root !== undefined) return this.#root;
    const root = await makeTempFolder();
    this.#root = root;
    process.once('exit', this.#removeNow);
    this.left.willRemove(root);
    return root;
  }

  async #startPeer(): Promise<void> {
    const peer = this.launcher.launch<ToHttpPeer, FromHttpPeer>(this.entries.httpPeer, {
      name: 'Corelane local server',
      env: keeperEnv,
    });
    this.#peer = peer;
    const url = deferred<string | undefined>();
    const gone = deferred<void>();
    this.#peerGone = gone.promise;
    peer.onMessage((said: unknown) => {
      const message = parseFromHttpPeer(said);
      url.resolve(message.ok ? message.value.url : undefined);
    });
    peer.onExit(() => {
      url.resolve(undefined);
      gone.resolve();
    });
    this.#url = await within(url.promise, listenWithinMs);
    if (this.#url === undefined) {
      throw new Error(`the local server did not start: ${peer.stderrTail() || 'it said nothing'}`);
    }
  }
}
