// One probe program from its start to its end: what it said, how it ended, and nothing left of it.
import { defined } from '@shared/base/defined';
import type { ProbeFailure } from '@shared/report/probe-failure';
import type { RawFigure } from '@shared/claims/claims';
import type { ProbeName } from '@shared/claims/methods';
import type { ProbeAnswer, ProbeParams, ProbeRequest, ProbeSaid } from '@shared/claims/probes';
import type { Interpreter } from '@shared/experiment/python';
import type { WorkerIdentity } from '@shared/base/worker-identity';
import { parseProbeAnswer } from '@shared/wire/wire-probe';
import { deferred, within } from '../host/base/deferred';
import { launchPython } from '../launch/line-launcher';
import type { ChildExit, ChildHandle } from '../types';
import type { ClaimContext } from './context';
import type { disturbance } from './disturbance';
import { killIfAlive } from '../processes/signal';
import { readStartTicks } from '../machine/proc-readers';

/** One probe in one runtime. */
export interface ProbeRun {
  readonly probe: ProbeName;
  readonly params: ProbeParams;
  /** Absent: Node.js. */
  readonly python?: Interpreter;
  readonly workers: number;
  readonly timeoutSeconds: number;
  /** Starts the program, where it is none of the usual ones. */
  readonly start?: (folder: string) => ProbeProcess;
}

export type ProbeRunStatus = 'done' | 'fault' | 'exited' | 'timeout' | 'memory-limit' | 'stopped';

export interface ProbeRunEnd {
  readonly act: ProbeRun;
  readonly status: ProbeRunStatus;
  /** Where it did not end well. */
  readonly failure?: ProbeFailure;
  readonly figures: readonly RawFigure[];
  readonly notes: readonly ProbeSaid[];
  /** How the program itself ended, where it did so before it was done. */
  readonly exit?: ChildExit;
  readonly stderrTail: string;
  /** What disturbed it from outside. */
  readonly disturbed?: ReturnType<typeof disturbance>;
}

/** What a probe held, and what it may hold. */
export type MemoryHeld = Omit<Extract<ProbeFailure, { kind: 'memory-limit' }>, 'kind'>;

export interface ActListener {
  /** Its process has been started, and is known by this number. */
  readonly onStarted: (pid: number) => void;
  readonly onWorkers: (workers: readonly WorkerIdentity[]) => void;
  /** Gives what ends it once it, with all that it started, holds too much memory. */
  readonly onTooMuch: (end: (held: MemoryHeld) => void) => void;
  /** It is over, and about to be ended with all that it started. */
  readonly onOver: () => Promise<void>;
}

export type ProbeProcess = ChildHandle<ProbeRequest, ProbeAnswer>;

const goneWithinMs = 10_000;

function launch(
  { python, start }: ProbeRun,
  { launcher, entries, reaper }: ClaimContext,
  folder: string,
): ProbeProcess {
  if (start !== undefined) return start(folder);
  return python === undefined
    ? launcher.launch<ProbeRequest, ProbeAnswer>(entries.probe, { name: 'Corelane probe' })
    : launchPython<ProbeRequest, ProbeAnswer>(python.path, entries.pythonProbe, {
        mark: reaper.mark.env,
        scratch: folder,
        site: false,
      });
}

/** Performs one act. Never rejects for what its program does. */
export async function runProbe(
  act: ProbeRun,
  context: ClaimContext,
  folder: string,
  listener: ActListener,
): Promise<ProbeRunEnd> {
  const { signal } = context;
  const figures: RawFigure[] = [];
  const notes: ProbeSaid[] = [];
  const ended = deferred<Pick<ProbeRunEnd, 'status' | 'failure' | 'exit'>>();
  const gone = deferred<void>();
  const marks = new PidRegistry();
  const probe = launch(act, context, folder);
  if (probe.pid !== undefined) listener.onStarted(probe.pid);

  probe.onMessage((said: unknown) => {
    const parsed = parseProbeAnswer(said);
    if (!parsed.ok) {
      const failure = { kind: 'no-answer', why: parsed.problem } as const;
      return ended.resolve({ status: 'fault', failure });
    }
    const answer = parsed.value;
    switch (answer.type) {
      case 'workers':
        marks.note(answer.workers.map(({ pid }) => pid).filter((pid) => pid !== probe.pid));
        return listener.onWorkers(answer.workers);
      case 'figures':
        return void figures.push(...answer.figures);
      case 'note':
        return void notes.push(answer);
      case 'fault':
        return ended.resolve({
          status: 'fault',
          failure: failureOfFault(answer),
        });
      case 'done':
        return ended.resolve({ status: 'done' });
    }
  });
  probe.onExit((exit) => {
    ended.resolve({ status: 'exited', failure: failureOf(exit), exit });
    gone.resolve();
  });
  listener.onTooMuch((held) =>
    ended.resolve({ status: 'memory-limit', failure: { kind: 'memory-limit', ...held } }),
  );
  const stop = (): void => ended.resolve({ status: 'stopped' });
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  probe.send({ type: 'probe', probe: act.probe, params: act.params, folder });

  const limitMs = act.timeoutSeconds * 1000;
  const end = (await within(ended.promise, limitMs)) ?? {
    status: 'timeout' as const,
    failure: { kind: 'timeout' as const, seconds: act.timeoutSeconds },
  };
  signal.removeEventListener('abort', stop);
  await listener.onOver();
  probe.kill();
  await within(gone.promise, goneWithinMs);
  marks.killAll();
  return { act, ...end, figures, notes, stderrTail: probe.stderrTail() };
}

function failureOfFault({
  message,
  reason,
}: Extract<ProbeAnswer, { readonly type: 'fault' }>): ProbeFailure {
  return reason === undefined ? { kind: 'fault', said: message } : { kind: reason };
}

function failureOf({ code, signal, why, lacks }: ChildExit): ProbeFailure {
  if (signal !== undefined) return { kind: 'signal', signal };
  return code === undefined
    ? { kind: 'not-started', ...defined({ why, lacks }) }
    : { kind: 'exit', code };
}

/** Processes that a probe has started, so that they can be ended when it can no longer do so itself. */
class PidRegistry {
  readonly #starts = new Map<number, number>();

  /** Notes processes with their start, by which a number that is given again is told from them. */
  note(pids: readonly number[]): void {
    for (const pid of pids) {
      if (this.#starts.has(pid)) continue;
      const start = readStartTicks(pid);
      if (start.ok) this.#starts.set(pid, start.value);
    }
  }

  /** Ends those that are still the same ones. */
  killAll(): void {
    for (const [pid, noted] of this.#starts) {
      const start = readStartTicks(pid);
      if (!start.ok || start.value !== noted) continue;
      killIfAlive(pid);
    }
    this.#starts.clear();
  }
}
