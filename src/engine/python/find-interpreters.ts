// Finds the Python interpreters of this machine and asks each what it is.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Experiment } from '@shared/experiment';
import {
  leastPython,
  type FoundInterpreters,
  type Interpreter,
  type UnusableInterpreter,
} from '@shared/python';
import { startMethods } from '@shared/strategies';
import { listCandidates, listLeftAlone } from './candidates';
import { describeSilence, probeArguments, type ProbeAnswer } from './interpreter-probe';

const answerWithinMs = 10_000;
const askedAtOnce = 4;

/** A usable interpreter before it has its short name. */
type Nameless = Omit<Interpreter, 'id'>;

const run = promisify(execFile);

async function ask(path: string): Promise<Nameless | UnusableInterpreter> {
  let answer: ProbeAnswer;
  try {
    const { stdout } = await run(path, probeArguments(), { timeout: answerWithinMs });
    answer = JSON.parse(stdout) as ProbeAnswer;
  } catch (error) {
    return { path, why: describeSilence(error) };
  }
  const [major = 0, minor = 0] = answer.version.split('.').map(Number);
  const { major: leastMajor, minor: leastMinor } = leastPython;
  if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
    const least = `${leastMajor}.${leastMinor}`;
    return {
      path: answer.path,
      why: `it is version ${answer.version}; ${least} is the oldest that works`,
    };
  }
  return isComplete(answer) ? answer : { path, why: 'it does not tell what it is' };
}

/** Whether it said everything; its word for the ways to start processes is the standard library's. */
function isComplete(answer: ProbeAnswer): answer is ProbeAnswer & Nameless {
  const {
    path,
    implementation,
    freeThreaded,
    gil,
    startMethods: methods,
    subInterpreters,
  } = answer;
  return (
    [path, implementation].every((text) => typeof text === 'string' && text !== '') &&
    [freeThreaded, gil, subInterpreters].every((flag) => typeof flag === 'boolean') &&
    Array.isArray(methods) &&
    methods.every((method) => startMethods.some((known) => known === method))
  );
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

/**
 * All interpreters found, asked anew.
 * @param chosen paths that a person names, before those that are found
 */
export async function findInterpreters(chosen: readonly string[] = []): Promise<FoundInterpreters> {
  const candidates = [...chosen, ...listCandidates()];
  const answers: (Nameless | UnusableInterpreter)[] = [];
  for (let from = 0; from < candidates.length; from += askedAtOnce) {
    answers.push(...(await Promise.all(candidates.slice(from, from + askedAtOnce).map(ask))));
  }
  const first = answers.filter(
    (one, index) => answers.findIndex(({ path }) => path === one.path) === index,
  );
  return {
    usable: nameAll(first.filter(isUsable)),
    unusable: [
      ...first.filter((one): one is UnusableInterpreter => !isUsable(one)),
      ...listLeftAlone(),
    ],
  };
}

/** Whether any of an experiment's strategies runs in Python. */
function wantsPython({ strategies }: Pick<Experiment, 'strategies'>): boolean {
  return strategies.some(({ kind }) => kind.startsWith('python-'));
}

/**
 * The usable interpreters an experiment may mean; nothing is searched where it has no Python strategy.
 * @param named the paths that it names and a person allows; no other of its paths is started
 */
export async function interpretersFor(
  experiment: Experiment,
  named: readonly string[],
): Promise<readonly Interpreter[]> {
  if (!wantsPython(experiment)) return [];
  return (await findInterpreters(named)).usable;
}
