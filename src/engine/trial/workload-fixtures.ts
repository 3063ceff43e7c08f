// Provides what some workloads need: a folder for files, a local server in its own process, a user's own code as
// one text.
import { defined } from '@shared/base/defined';
import { ok } from '@shared/base/result';
import type { Failure } from '@shared/report/failures';
import type { Workload } from '@shared/experiment/workloads';
import type { FromHttpPeer, ToHttpPeer, WorkloadInputs } from '@shared/wire/messages';
import { parseFromHttpPeer } from '@shared/wire/wire-probe';
import { readWorkContent, type OwnRequest } from '../own-code/content/content';
import type { OwnContent } from '@shared/experiment/own-content';
import { ContentWatch } from '../own-code/content/watch';
import { keeperEnv } from '../processes/run-mark';
import { placedFault } from '../files/file-error';
import type { RunReaper } from './run-reaper';
import { deferred, within } from '../host/base/deferred';
import { Failed } from './failed';
import { Refused } from '@shared/base/refused';
import {
  keepText,
  makeInnerFolder,
  makeTempFolder,
  removeFolder,
  removeFolderNow,
  removeInnerFolder,
} from '../files/temp-folder';
import type { ChildExit, ChildHandle, EntryPaths, Launcher } from '../types';

const listenWithinMs = 15_000;
const heardWithinMs = 250;

/** Something a trial needs can't be had: it fails, and the next may go well. */
export class Unavailable extends Failed {
  override readonly name = 'Unavailable';
}

export class WorkloadFixtures {
  #root: string | undefined;
  #peer: ChildHandle<ToHttpPeer, FromHttpPeer> | undefined;
  #peerGone: Promise<void> = Promise.resolve();
  /** How the local server ended, where nobody had asked it to. */
  #peerLost: Failure | undefined;
  #ending = false;
  #url: string | undefined;
  #code: string | undefined;
  #watch: ContentWatch | undefined;

  constructor(
    readonly request: OwnRequest,
    readonly launcher: Launcher,
    readonly entries: EntryPaths,
    /** Told what is to go with this process. */
    readonly left: Pick<RunReaper, 'removeOnDeath'>,
    /** Whether Python programs run, which have temporary files of their own. */
    readonly python = false,
    /** What was agreed to, where there is own code; without it what lies there now. */
    readonly content?: OwnContent,
  ) {}

  get workload(): Workload {
    return this.request.workload;
  }

  /** Prepares what all trials share; rejects with {@link Refused} or {@link Unavailable} when it can't be had. */
  async begin(): Promise<void> {
    if (this.workload.kind === 'files' || this.python) await this.#makeRoot();
    await this.#takeContent();
    if (this.workload.kind === 'http') await this.#startPeer();
  }

  /** What was agreed to is what runs: the bundle as it was made, and the files as they were. */
  async #takeContent(): Promise<void> {
    const read = this.content === undefined ? await readWorkContent(this.request) : undefined;
    if (read?.ok === false) throw new Refused(read.problem);
    const content = this.content ?? read?.value;
    if (content === undefined) return;
    const watch = new ContentWatch(content);
    const same = read === undefined ? await watch.checkAll('without-arguments') : ok(undefined);
    if (!same.ok) throw new Refused(same.problem);
    this.#watch = watch;
    if (content.code === undefined) return;
    if (content.code === '' && this.workload.kind === 'module') {
      // Nothing was made of a file that Node.js loads by itself.
      this.#code = this.workload.path;
      return;
    }
    this.#code = await keepText(await this.#makeRoot(), 'own-code.mjs', content.code);
    watch.add(this.#code);
  }

  /** Folders that must not outlive the run. */
  get folders(): readonly string[] {
    return this.#root === undefined ? [] : [this.#root];
  }

  /**
   * Resolves with what one trial gets; its folder is empty and its own. A local server that was lost is started anew.
   * Rejects with {@link Refused} where own code has changed since the last, and with {@link Unavailable} where something can't
   * be had now.
   */
  async forTrial(name: string): Promise<WorkloadInputs> {
    const same = await this.#watch?.checkAgain();
    if (same?.ok === false) throw new Refused(same.problem);
    try {
      if (this.#peerLost !== undefined) await this.#startPeer();
      return await this.#give(name);
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      const failure = { code: 'inputs-missing', args: placedFault(error) } as const;
      throw new Unavailable(failure, { cause: error });
    }
  }

  async #give(name: string): Promise<WorkloadInputs> {
    const ofFiles = this.workload.kind === 'files' ? this.#root : undefined;
    return defined({
      folder: ofFiles === undefined ? undefined : await makeInnerFolder(ofFiles, name),
      scratch: this.python ? this.#root : undefined,
      code: this.#code,
      url: this.#url,
    });
  }

  /** Removes what a trial left. */
  async afterTrial(inputs: WorkloadInputs): Promise<void> {
    if (inputs.folder !== undefined) await removeInnerFolder(inputs.folder);
  }

  /** Why the trial that has just failed had no local server any more; undefined where that is no reason. */
  async whyLost(): Promise<Failure | undefined> {
    // A task whose connection broke may be heard of before the server's end.
    if (this.workload.kind === 'http') await within(this.#peerGone, heardWithinMs);
    return this.#peerLost;
  }

  /** Removes everything; harmless when nothing was begun. */
  async end(): Promise<void> {
    this.#ending = true;
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
    this.left.removeOnDeath(root);
    return root;
  }

  async #startPeer(): Promise<void> {
    const peer = this.launcher.launch<ToHttpPeer, FromHttpPeer>(this.entries.httpPeer, {
      name: 'Corelane local server',
      env: keeperEnv,
    });
    this.#peer = peer;
    this.#peerLost = undefined;
    const url = deferred<string | undefined>();
    let ended: ChildExit = {};
    const gone = deferred<void>();
    this.#peerGone = gone.promise;
    peer.onMessage((said: unknown) => {
      const message = parseFromHttpPeer(said);
      url.resolve(message.ok ? message.value.url : undefined);
    });
    peer.onExit((exit) => {
      ended = exit;
      // One that was given up may end while its successor listens.
      if (!this.#ending && this.#peer === peer) this.#peerLost = failLost(peer.pid, exit);
      url.resolve(undefined);
      gone.resolve();
    });
    this.#url = await within(url.promise, listenWithinMs);
    if (this.#url === undefined) {
      this.#peerLost ??= { code: 'server-silent', args: {} };
      peer.kill();
      const { why, lacks } = ended;
      const said = peer.stderrTail();
      const args = defined({ why, lacks, said: said === '' ? undefined : said });
      throw new Unavailable({ code: 'server-not-started', args });
    }
  }
}

function failLost(pid: number | undefined, { signal, code }: ChildExit): Failure {
  return { code: 'server-ended', args: { pid, signal, exitCode: code } };
}
