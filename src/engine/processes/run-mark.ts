// A run's mark, given to all that it starts. What carries it, and is still there when the run or a
// trial is over, was left behind and is ended (see processes/marked).
import { randomBytes } from 'node:crypto';
import {
  addToken,
  keeperMark,
  makeToken,
  runMark,
  type EnvironmentPart,
} from '@shared/wire/run-mark';
import type { Launcher } from '../types';

export interface RunMark {
  /** Random, so that nobody else's process carries it. */
  readonly token: string;
  /** For the environment of what is started. */
  readonly env: EnvironmentPart;
}

/** A mark that no other run has. */
export function makeRunMark(): RunMark {
  const token = makeToken(process.pid, randomBytes(16).toString('hex'));
  // Corelane may itself be a program of another run, which is to find all that belongs to it.
  return { token, env: { [runMark]: addToken(process.env[runMark], token) } };
}

/** What Corelane's own helpers are started with beside the mark: a sweep between trials leaves them. */
export const keeperEnv: EnvironmentPart = { [keeperMark]: '1' };

/** The same launcher, whose children carry the mark. */
export function markChildren(launcher: Launcher, { token, env }: RunMark): Launcher {
  return {
    kind: launcher.kind,
    launch: (entry, options) => {
      const outer = options.env?.[runMark];
      const mark = outer === undefined ? env : { [runMark]: addToken(outer, token) };
      return launcher.launch(entry, { ...options, env: { ...options.env, ...mark } });
    },
  };
}
