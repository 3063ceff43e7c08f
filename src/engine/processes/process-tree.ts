// Finds what descends from a run's own processes: those that carry its mark, their children, and whoever is in a
// session that one of these leads.
import { listProcesses, pythonHelper, readMark } from './marked';
import { readState, type ProcessState } from './process-state';
import { signalProcess } from './signal';

export interface TreeMember {
  readonly pid: number;
  readonly startTicks: number;
  /** The process, named to {@link ProcessTree.add}, that it descends from; undefined where that is not known. */
  readonly root: number | undefined;
  /** One of Corelane's own helpers. */
  readonly keeper: boolean;
}

export interface ProcessTreeReaders {
  readonly list: () => readonly number[];
  /** Undefined where it has ended. */
  readonly state: (pid: number) => ProcessState | undefined;
  /** Whether it is a helper of Corelane's; undefined where it does not carry the mark. */
  readonly mark: (pid: number) => { readonly keeper: boolean } | undefined;
}

/** Over /proc, by this mark. */
export function procTreeReaders(token: string): ProcessTreeReaders {
  return { list: listProcesses, state: readState, mark: (pid) => readMark(pid, token) };
}

/** Twice: at its first look a process may be about to become what it was started for. */
const looksAtUnrelated = 2;

export class ProcessTree {
  readonly #readers: ProcessTreeReaders;
  readonly #members = new Map<number, TreeMember>();
  readonly #unrelated = new Map<number, number>();
  /** Sessions that members lead or led, and the root of each. */
  readonly #sessions = new Map<number, number | undefined>();

  constructor(readers: ProcessTreeReaders) {
    this.#readers = readers;
  }

  /** Takes a process that is known to be of it. */
  add(pid: number): void {
    const state = this.#readers.state(pid);
    if (state === undefined || state.ended) return;
    const { startTicks } = state;
    this.#unrelated.delete(pid);
    if (this.#members.get(pid)?.startTicks === startTicks) return;
    this.#take({ pid, startTicks, root: pid, keeper: false }, state);
  }

  /** Looks at what is there now: cheap where nothing is new. Those of its members that live. */
  look(): readonly TreeMember[] {
    const pids = new Set(this.#readers.list());
    for (const pid of this.#unrelated.keys()) if (!pids.has(pid)) this.#unrelated.delete(pid);
    this.#lookAtMembers();
    const fresh = new Map<number, ProcessState>();
    for (const pid of pids) {
      if (this.#members.has(pid) || (this.#unrelated.get(pid) ?? 0) >= looksAtUnrelated) continue;
      const state = this.#readers.state(pid);
      if (state !== undefined && !state.ended) fresh.set(pid, state);
    }
    // A child may have a lower number than its parent.
    while (this.#takeFrom(fresh)) continue;
    for (const pid of fresh.keys()) this.#unrelated.set(pid, (this.#unrelated.get(pid) ?? 0) + 1);
    this.#forgetSessions();
    return [...this.#members.values()];
  }

  #lookAtMembers(): void {
    for (const [pid, member] of this.#members) {
      const state = this.#readers.state(pid);
      if (state?.startTicks !== member.startTicks || state.ended) this.#members.delete(pid);
      else if (state.session === pid) this.#sessions.set(pid, member.root);
    }
  }

  /** Returns whether any of them was one. */
  #takeFrom(fresh: Map<number, ProcessState>): boolean {
    const before = fresh.size;
    for (const [pid, state] of fresh) {
      const member = this.#judge(pid, state);
      if (member === undefined) continue;
      fresh.delete(pid);
      this.#take(member, state);
    }
    return fresh.size < before;
  }

  #judge(pid: number, { parent, session, startTicks }: ProcessState): TreeMember | undefined {
    if (pid === process.pid) return undefined;
    const mark = this.#readers.mark(pid);
    const known = this.#members.get(parent);
    if (known === undefined && mark === undefined && !this.#sessions.has(session)) return undefined;
    const root = known === undefined ? this.#sessions.get(session) : known.root;
    return { pid, startTicks, root, keeper: mark?.keeper ?? known?.keeper ?? false };
  }

  #take(member: TreeMember, { session }: ProcessState): void {
    this.#members.set(member.pid, member);
    if (session === member.pid) this.#sessions.set(session, member.root);
  }

  /** A session's number is free again when nobody is left in it. */
  #forgetSessions(): void {
    const held = new Set([...this.#members.keys()].map((pid) => this.#readers.state(pid)?.session));
    for (const session of this.#sessions.keys()) {
      if (!held.has(session)) this.#sessions.delete(session);
    }
  }
}

/** Rounds until nobody is left, who can be ended. */
const maxLooks = 20;

/** Whether a process belongs to a group, has not ended yet, and is no tracker. */
function isMember(pid: number, leader: number): boolean {
  const state = readState(pid);
  return state?.group === leader && !state.ended && pythonHelper(pid) !== 'tracker';
}

/**
 * Kills a process group, but for the trackers of Python's multiprocessing: once they are alone they remove what the
 * others have left in shared memory, and end. Where there is no /proc, all of it.
 * @param leader the process that it is called after
 */
export function endGroup(leader: number): void {
  const hasProc = listProcesses().length > 0;
  if (!hasProc) signalProcess(-leader, 'SIGKILL');
  // What was forked meanwhile is found by the next look.
  for (let found = hasProc, look = 0; found && look < maxLooks; look += 1) {
    const members = listProcesses().filter((pid) => isMember(pid, leader));
    for (const pid of members) signalProcess(pid, 'SIGKILL');
    found = members.length > 0;
  }
}
