// Finds the Python interpreters of this machine and asks each what it is.
import { defined } from '@shared/base/defined';
import type { Shortage } from '@shared/report/shortages';
import type { Experiment } from '@shared/experiment/experiment';
import type {
  FoundInterpreters,
  Interpreter,
  UnusableInterpreter,
} from '@shared/experiment/python';
import type { PythonFault } from '@shared/experiment/python-fault';
import type { PythonAnswer } from '@shared/experiment/python-answer';
import { narrowFolders, openedFolderOf } from '../files/opened-folders';
import { shortageIn } from '../processes/shortage';
import { askProgram } from './ask-program';
import { placesHere, searchCandidates } from './candidates';
import { answerBytes, probeArguments, readAnswer } from './interpreter-probe';

const answerWithinMs = 10_000;
const askedAtOnce = 4;
/** More than anybody has; each may take its time to answer. */
const maxAsked = 60;

/** What a search may start. */
export interface InterpreterSearch {
  /** Paths that a user names and allows, before those that are found. */
  readonly named?: readonly string[] | undefined;
  /** Folders beside the current one that a user has opened: what lies in them is their code. */
  readonly opened?: readonly string[] | undefined;
  /** Whether a user allows what lies in the current folder and in those. */
  readonly allowed?: boolean | undefined;
  /** How long one may take to answer. */
  readonly withinMs?: number | undefined;
}

const tooMany: PythonFault = { code: 'not-asked', others: maxAsked };

/** A usable interpreter before it has its short name. */
type Nameless = PythonAnswer;

async function ask(path: string, withinMs: number): Promise<Nameless | UnusableInterpreter> {
  const asked = await askProgram(path, probeArguments(), { withinMs, maxBytes: answerBytes });
  const answer = readAnswer(asked);
  return answer.ok ? answer.value : { path, why: answer.problem };
}

/** Those at once, and where a limit of the machine is in the way of that, one after the other. */
async function askAll(
  paths: readonly string[],
  withinMs: number,
): Promise<(Nameless | UnusableInterpreter)[]> {
  const answers = await Promise.all(paths.map((path) => ask(path, withinMs)));
  for (const [index, path] of paths.entries()) {
    const answer = answers[index];
    if (answer !== undefined && lackIn(answer) !== undefined)
      answers[index] = await ask(path, withinMs);
  }
  return answers;
}

/** The limit of the machine for which one could not be asked; nothing where it is something else. */
function lackIn(one: Nameless | UnusableInterpreter): Shortage | undefined {
  if (isUsable(one)) return undefined;
  const { why } = one;
  if (why.code === 'failed') return shortageIn(why.said);
  if (why.code !== 'not-started') return undefined;
  const { fault } = why;
  if (fault.code === 'too-many-open') return 'files';
  return fault.code === 'other' ? shortageIn(fault.said) : undefined;
}

const shortVersion = ({ version, freeThreaded }: Nameless): string =>
  version.split('.').slice(0, 2).join('.') + (freeThreaded ? 't' : '');

/** Names them: by the short version, by the whole one where that is taken, then with a number. */
function nameAll(all: readonly Nameless[]): readonly Interpreter[] {
  const taken = new Set<string>();
  return all.map((one) => {
    const names = [shortVersion(one), one.version + (one.freeThreaded ? 't' : '')];
    let id = names.find((name) => !taken.has(name));
    for (let number = 2; id === undefined; number += 1) {
      const name = `${one.version}-${number}`;
      if (!taken.has(name)) id = name;
    }
    taken.add(id);
    return { id, ...one };
  });
}

function isUsable(one: Nameless | UnusableInterpreter): one is Nameless {
  return 'version' in one;
}

/** All interpreters found, asked anew. One that can't be used is listed with the reason; none fails the search. */
export async function findInterpreters(search: InterpreterSearch = {}): Promise<FoundInterpreters> {
  const { named = [], opened = [], allowed = false, withinMs = answerWithinMs } = search;
  const found = searchCandidates(placesHere({ opened, allowed }));
  const all = [...new Set([...named, ...found.files])];
  const candidates = all.slice(0, maxAsked);
  const answers: (Nameless | UnusableInterpreter)[] = [];
  for (let from = 0; from < candidates.length; from += askedAtOnce) {
    const some = candidates.slice(from, from + askedAtOnce);
    answers.push(...(await askAll(some, withinMs)));
  }
  const folders = allowed ? [] : narrowFolders([process.cwd(), ...opened]);
  const trusted = answers.map((one, index) =>
    index < named.length ? one : leaveUntrusted(one, folders),
  );
  const first = trusted.filter(
    (one, index) => trusted.findIndex(({ path }) => path === one.path) === index,
  );
  return {
    usable: nameAll(first.filter(isUsable)),
    unusable: [
      ...first.filter((one): one is UnusableInterpreter => !isUsable(one)),
      ...all.slice(maxAsked).map((path) => ({ path, why: tooMany })),
      ...found.unusable,
    ],
  };
}

/** Marks an interpreter of the PATH that leads into an opened folder as unusable; returns others as they are. */
function leaveUntrusted(
  one: Nameless | UnusableInterpreter,
  folders: readonly string[],
): Nameless | UnusableInterpreter {
  if (!isUsable(one)) return one;
  const places = [one.path, ...(one.environment === undefined ? [] : [one.environment])];
  const folder = places
    .map((place) => openedFolderOf(place, folders))
    .find((lies) => lies !== undefined);
  if (folder === undefined) return one;
  return { path: one.path, why: { code: 'not-used', folder } };
}

/** What was found for an experiment. */
export interface SearchedInterpreters {
  readonly interpreters: readonly Interpreter[];
  /** The limit of the machine because of which some could not be asked. */
  readonly searchLacks?: Shortage;
}

/** Returns whether any of an experiment's strategies runs in Python. */
function wantsPython({ strategies }: Pick<Experiment, 'strategies'>): boolean {
  return strategies.some(({ kind }) => kind.startsWith('python-'));
}

/**
 * The usable interpreters an experiment may mean; nothing is searched where it has no Python strategy.
 * @param search what a user allows; no path that only the experiment names is started
 */
export async function interpretersFor(
  experiment: Experiment,
  search: InterpreterSearch,
): Promise<SearchedInterpreters> {
  if (!wantsPython(experiment)) return { interpreters: [] };
  const { usable, unusable } = await findInterpreters(search);
  const searchLacks = unusable.map(lackIn).find((lack) => lack !== undefined);
  return { interpreters: usable, ...defined({ searchLacks }) };
}
