// The mark that everything a run starts carries in its environment, so that it is found again whatever
// has become of its parents.

/** Holds a run's token; of a run within another's program both, the outer one first, with `:` between. */
export const runMark = 'CORELANE_RUN';

/** Set beside it for Corelane's own helpers, which stay from one trial to the next. */
export const keeperMark = 'CORELANE_KEEPER';

/** What of a process's environment is set, or taken away, when it is started. */
export type EnvironmentPart = Readonly<Record<string, string | undefined>>;

/** `outer`, a value of {@link runMark} or nothing, with one token more. */
export function addToken(outer: string | undefined, token: string): string {
  return outer === undefined || outer === '' ? token : `${outer}:${token}`;
}

/** The token of the run that started a process itself; undefined where it carries none. */
export function ownToken(value: string | undefined): string | undefined {
  const token = value?.split(':').at(-1);
  return token === '' ? undefined : token;
}

/** A run's token: which process leads it, and what nobody can guess. */
export function makeToken(leader: number, random: string): string {
  return `${leader}.${random}`;
}

/** The process that leads the run of a token; undefined where it is none. */
export function leaderOf(token: string): number | undefined {
  const [, leader] = /^([1-9]\d*)\.[0-9a-f]{32}$/.exec(token) ?? [];
  return leader === undefined ? undefined : Number(leader);
}

/** What a run of somebody else is called among other processes; longer than the kernel's names. */
export const otherRunName = 'another Corelane run';

/** What the shell of a run's cleanup watchdog is called, with the token after it. */
export const watchdogName = 'corelane-cleanup-watchdog';
