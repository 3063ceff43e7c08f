// Starts a program that talks in lines, one JSON object each: Python's agent, and the probes.
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { defined } from '@shared/base/defined';
import type { FromHost, ToHost } from '@shared/wire/messages';
import type { EnvironmentPart } from '@shared/wire/run-mark';
import { endGroup } from '../processes/process-tree';
import { signalProcess } from '../processes/signal';
import { hiddenFromPython } from '../python/ask-program';
import { lockSwitch } from '../python/interpreter-probe';
import { startChild } from '../processes/start-child';
import { StderrTail } from './stderr-tail';
import type { ChildExit, ChildHandle } from '../types';

/** How long a process that is asked to end may take before it is killed. */
const graceMs = 500;

/**
 * The agent's process group, which its worker processes belong to. It ends with this process, if not
 * before; where that is killed, the run's cleanup watchdog finds all of it by its mark.
 */
class Group {
  readonly #leader: ChildProcess;
  readonly #end = (): void => {
    const { pid } = this.#leader;
    if (pid !== undefined) endGroup(pid);
  };

  constructor(leader: ChildProcess) {
    this.#leader = leader;
    process.once('exit', this.#end);
  }

  /**
   * Ends all of it. They are told first: multiprocessing's trackers ignore that, live to remove what the others
   * leave in shared memory, and end by themselves.
   */
  kill(): void {
    const { pid } = this.#leader;
    if (pid !== undefined) signalProcess(-pid, 'SIGTERM');
    this.#leader.kill('SIGKILL');
    const timer = setTimeout(() => {
      process.off('exit', this.#end);
      this.#end();
    }, graceMs);
    timer.unref();
  }

  /** Ends its leader. */
  killLeader(): void {
    process.off('exit', this.#end);
    this.#leader.kill('SIGKILL');
  }
}

/** The two ends of the conversation with a program, where it could be started. */
interface Talk {
  readonly hear: Readable | undefined;
  readonly say: Writable | undefined;
}

/** What the program says, in order; a line that is no message is passed over. */
function listen<Receive>({ hear }: Talk, listener: (message: Receive) => void): void {
  if (hear === undefined) return;
  createInterface({ input: hear, crlfDelay: Infinity }).on('line', (line) => {
    const message = readLine(line);
    if (message !== undefined) listener(message as Receive);
  });
}

function readLine(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const isMessage = typeof value === 'object' && value !== null && 'type' in value;
    return isMessage ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Where messages travel: over standard input and output, or over descriptors of their own, 3 to the program
 * and 4 from it. Then its standard input is empty and its output is thrown away.
 */
type Channel = 'standard' | 'own';

function talkOf(stdio: readonly unknown[], channel: Channel): Talk {
  const [stdin, stdout, , own, answer] = stdio as (Readable | Writable | null | undefined)[];
  const [say, hear] = channel === 'standard' ? [stdin, stdout] : [own, answer];
  // A pipe between Node.js and its child carries both directions.
  return {
    hear: hear !== null && hear !== undefined && 'read' in hear ? hear : undefined,
    say: say !== null && say !== undefined && 'write' in say ? say : undefined,
  };
}

export interface ProgramOptions {
  readonly args: readonly string[];
  readonly talk?: Channel;
  readonly env?: EnvironmentPart;
}

/** Starts a program in a process group of its own, which is ended as a whole. */
export function launchProgram<Send, Receive>(
  path: string,
  { args, talk: channel = 'standard', env = {} }: ProgramOptions,
): ChildHandle<Send, Receive> {
  const { child, stdio, onFailed } = startChild(path, args, {
    stdio:
      channel === 'standard'
        ? ['pipe', 'pipe', 'pipe']
        : ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
    env: { ...process.env, ...env },
  });
  const group = child === undefined ? undefined : new Group(child);
  const stderr = new StderrTail(child?.stderr);
  const talk = talkOf(stdio, channel);
  // Writing to one that has just died is answered by its exit; so is reading.
  talk.say?.on('error', () => undefined);
  talk.hear?.on('error', () => undefined);
  return {
    get pid() {
      return child?.pid;
    },
    send: (message) => void talk.say?.write(`${JSON.stringify(message)}\n`),
    onMessage: (listener) => listen(talk, listener),
    onExit(listener) {
      let told = false;
      const tell = (exit: ChildExit): void => {
        if (told) return;
        told = true;
        listener(exit);
      };
      child?.on('exit', (code, signal) =>
        tell(defined({ code: code ?? undefined, signal: signal ?? undefined })),
      );
      onFailed(tell);
    },
    kill: () => group?.kill(),
    killAlone: () => group?.killLeader(),
    printedBytes: () => stderr.bytes,
    stderrTail: () => stderr.read(),
  };
}

export interface PythonOptions {
  /** Of the run, see engine/processes/run-mark. */
  readonly mark: EnvironmentPart;
  /** Folder for its temporary files: multiprocessing leaves some when it is killed. */
  readonly scratch?: string | undefined;
  /**
   * For code of a user's own, which was agreed to: with what is installed beside the interpreter, and as the
   * environment says. Otherwise nothing runs but Corelane's own code and the standard library.
   */
  readonly site: boolean;
}

/**
 * Starts a program in this Python.
 * @param program path of its file: the agent's, or the probe's
 */
export function launchPython<Send = ToHost, Receive = FromHost>(
  path: string,
  program: string,
  { mark, scratch, site }: PythonOptions,
): ChildHandle<Send, Receive> {
  const env = { ...mark, ...defined({ TMPDIR: scratch }) };
  // What crashes own code leaves a trace in its standard error.
  const traced = ['-B', '-X', 'faulthandler', program];
  const start = site ? { args: traced, env } : isolated(program, env);
  return launchProgram(path, { ...start, talk: 'own' });
}

/** As {@link probeArguments}: no file of the current folder, of an environment or of the user's settings is run. */
function isolated(program: string, env: EnvironmentPart): Pick<ProgramOptions, 'args' | 'env'> {
  const args = ['-I', '-S', '-B', ...lockSwitch(), program];
  return { args, env: { ...hiddenFromPython(), ...env } };
}
