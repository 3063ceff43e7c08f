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

/** Hexadecimal digits of a token's random part that make its {@link limitOf}: 60 bits, below the largest limit. */
const limitDigits = 15;

/**
 * The number that a run's processes have as their limit of file locks (RLIMIT_LOCKS), in decimal; undefined where it
 * is no run's token. Linux keeps this limit for each process, hands it on to children and programs, shows it to
 * everybody, and has not applied it since version 2.4.25 (getrlimit(2)).
 */
export function limitOf(token: string): string | undefined {
  const [, random] = /^[1-9]\d*\.([0-9a-f]{32})$/.exec(token) ?? [];
  return random === undefined ? undefined : BigInt(`0x${random.slice(0, limitDigits)}`).toString();
}

/** What a run of somebody else is called among other processes; longer than the kernel's names. */
export const otherRunName = 'another Corelane run';

/** What the shell of a run's cleanup watchdog is called, with the token after it. */
export const watchdogName = 'corelane-cleanup-watchdog';
