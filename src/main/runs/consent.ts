// A user's own code, and what else an experiment brings, is run by the app only with consent to its content, and
// looked at only where the user has opened it.
import { failInWords, problemText } from '@present/words/engine/problems';
import { message } from '@present/messages/message';
import {
  joinContents,
  readInterpreterContent,
  readWorkContent,
} from '@engine/own-code/content/content';
import { defined } from '@shared/base/defined';
import type { OwnContent } from '@shared/experiment/own-content';
import { ContentWatch } from '@engine/own-code/content/watch';
import { isInPackage } from '@engine/own-code/content/list-package';
import { refuseRemote } from '@engine/own-code/remote-path';
import { refuseRelative } from '@engine/own-code/resolve';
import { canBeStarted, untrustedInterpreters } from '@engine/python/named-interpreters';
import { cleanText } from '@shared/base/clean-text';
import type { Experiment } from '@shared/experiment/experiment';
import { isOwnCode } from '@shared/experiment/own-code';
import { describeRequest } from '@present/words/own-question';
import { ok, type Result } from '@shared/base/result';

/**
 * Asks the user whether this may be run, or only looked at first; `what` is cleaned and bounded, in lines.
 */
export type AskForConsent = (what: string, may: 'run' | 'look') => Promise<boolean>;

/** Where files may be looked at before anything is agreed to. */
export interface Places {
  readonly folders: readonly string[];
  mayLook(path: string): boolean;
  openFile(path: string): void;
}

/** What a user agreed to: the engine runs this and nothing else. */
export interface Agreed {
  readonly content?: OwnContent;
  /** Paths of interpreters that the experiment names and that are not found here by themselves. */
  readonly interpreters: readonly string[];
  /** Folders that the user has opened. */
  readonly opened: readonly string[];
}

/** Something that is run only with consent. */
interface Wanted {
  /** What is asked about, whatever its content. */
  readonly id: string;
  /** The path that has to be looked at for it, if any. */
  readonly path: string | undefined;
  readonly read: (mayLook?: (path: string) => boolean) => Promise<Result<OwnContent | undefined>>;
  readonly describe: (content?: OwnContent) => string;
}

const everywhere: Places = { folders: [], mayLook: () => true, openFile: () => undefined };

/** What was agreed to, for as long as the app is open. */
export class Consent {
  readonly #agreed = new Set<string>();
  /** What was agreed to once may be looked at wherever it lies. */
  readonly #known = new Set<string>();
  readonly #ask: AskForConsent;
  readonly #places: Places;

  /** @param places where may be looked without asking; without them everywhere */
  constructor(ask: AskForConsent, places: Places = everywhere) {
    this.#ask = ask;
    this.#places = places;
  }

  /** Folders that the user has opened: an interpreter in one of them is code of that folder. */
  get opened(): readonly string[] {
    return this.#places.folders;
  }

  /** Returns whether a file may be looked at without asking. */
  mayLook(path: string): boolean {
    return this.#places.mayLook(path);
  }

  /** A file was chosen or opened by the user. */
  openFile(path: string): void {
    this.#places.openFile(path);
  }

  /**
   * Asks for what was not agreed to yet.
   * @returns `not-allowed` where the user says no, `changed` where a file changed while the question stood
   */
  async forRun(experiment: Experiment): Promise<Result<Agreed>> {
    return this.#each(experiment, (wanted) => this.#agree(wanted));
  }

  /** As {@link forRun}, but never asks: what nobody has pressed Run for is not worth a question. */
  async forPilot(experiment: Experiment): Promise<Result<Agreed>> {
    return this.#each(experiment, async ({ id, path, read }) => {
      const unknown = message('app-cost-needs-consent');
      if (!this.#mayRead(path)) return failInWords('not-allowed', unknown);
      const content = await read(this.#limitOf(id));
      if (!content.ok || content.value === undefined) return content;
      return this.#agreed.has(content.value.key) ? content : failInWords('not-allowed', unknown);
    });
  }

  async #each(
    experiment: Experiment,
    agree: (wanted: Wanted) => Promise<Result<OwnContent | undefined>>,
  ): Promise<Result<Agreed>> {
    for (const check of [refuseRemote(experiment), refuseRelative(experiment)]) {
      if (!check.ok) return check;
    }
    const { folders } = this.#places;
    const contents: OwnContent[] = [];
    const take = async (wanted: Wanted): Promise<Result<undefined>> => {
      const content = await agree(wanted);
      if (!content.ok) return content;
      if (content.value !== undefined) contents.push(content.value);
      return ok(undefined);
    };
    const work = this.#workOf(experiment);
    if (work !== undefined) {
      const taken = await take(work);
      if (!taken.ok) return taken;
    }
    const interpreters = untrustedInterpreters(experiment, folders);
    for (const path of interpreters) {
      const taken = await take(interpreterAt(path));
      if (!taken.ok) return taken;
    }
    const content = contents.length === 0 ? undefined : joinContents(contents);
    return ok({ interpreters, opened: folders, ...defined({ content }) });
  }

  #workOf(experiment: Experiment): Wanted | undefined {
    const { workload } = experiment;
    if (!isOwnCode(workload)) return undefined;
    const path = workload.kind === 'module' ? workload.path : workload.command;
    return {
      id: JSON.stringify(workload),
      path: workload.kind === 'module' || /[\\/]/.test(path) ? path : undefined,
      read: (mayLook) => readWorkContent(experiment, mayLook),
      describe: (content) =>
        describeRequest(workload, content === undefined ? undefined : this.#factsOf(content)),
    };
  }

  #factsOf({ files }: OwnContent): Parameters<typeof describeRequest>[1] {
    const paths = files.map(({ path }) => path);
    const own = paths.filter((path) => !isInPackage(path));
    return {
      files: paths.length,
      packaged: paths.length - own.length,
      outside: own.filter((path) => !this.#places.mayLook(path)),
    };
  }

  #mayRead(path: string | undefined): boolean {
    return path === undefined || this.#places.mayLook(path);
  }

  /** Asks where it was not agreed to; what was looked at is looked at again after the answer. */
  async #agree(wanted: Wanted): Promise<Result<OwnContent | undefined>> {
    const { id, path, read, describe } = wanted;
    if (path !== undefined && !this.#places.mayLook(path)) {
      if (!(await this.#ask(describe(), 'look'))) return refused(path);
      this.#places.openFile(path);
    }
    const limit = this.#limitOf(id);
    const known = await read(limit);
    if (!known.ok) return known;
    if (known.value === undefined || this.#agreed.has(known.value.key)) return known;
    if (!(await this.#ask(describe(known.value), 'run'))) return refused(path ?? describe());
    const same = await new ContentWatch(known.value).checkAll('with-arguments');
    if (!same.ok) {
      return failInWords('changed', message('app-changed', { why: problemText(same.problem) }));
    }
    this.#known.add(id);
    const whole = limit === undefined ? known : await read();
    if (whole.ok && whole.value !== undefined) this.#agreed.add(whole.value.key);
    return whole;
  }

  /** Files that its arguments name are looked at only where the user has opened them, until there is consent. */
  #limitOf(id: string): ((path: string) => boolean) | undefined {
    return this.#known.has(id) ? undefined : (path) => this.#places.mayLook(path);
  }
}

function refused(what: string): Result<never> {
  const shown = cleanText(what.split('\n', 1)[0] ?? '', 300);
  return failInWords('not-allowed', message('app-refused', { what: shown }));
}

function interpreterAt(path: string): Wanted {
  return {
    id: path,
    path,
    read: async () => {
      const content = await readInterpreterContent(path);
      // What can't be started needs no yes; what could be is not started unread.
      return content.ok || canBeStarted(path) ? content : ok(undefined);
    },
    describe: () => message('own-interpreter', { path: cleanText(path, 1000) }),
  };
}
