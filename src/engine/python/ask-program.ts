// Asks a program that may be anything for one answer: within a time, up to a size, and nothing of it is left.
import { defined } from '@shared/base/defined';
import { killGroup } from '../processes/signal';
import { spawn, type ChildProcess } from 'node:child_process';

/** How a program ended that was asked something. */
export interface Asked {
  readonly stdout: string;
  /** The end of what it said on its standard error. */
  readonly stderr: string;
  readonly code?: number;
  readonly signal?: string;
  /** What the system says where it could not be started. */
  readonly error?: NodeJS.ErrnoException;
  /** Which limit it was ended for. */
  readonly ended?: 'time' | 'size';
}

export interface AskLimits {
  readonly withinMs: number;
  /** Of its standard output. */
  readonly maxBytes: number;
}

const tailLength = 2000;
/** How long what an ended program wrote may take to arrive, where others hold its output open. */
const drainMs = 200;

/** Takes the variables that change what a Python runs or finds out of an environment: an isolated one gets none. */
export function hiddenFromPython(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Readonly<Record<string, undefined>> {
  const names = Object.keys(env).filter((name) => /^(?:PYTHON|__PYVENV_LAUNCHER__)/i.test(name));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

/** Starts a program, with nothing to read, and gives what it said. Never rejects. */
export function askProgram(
  path: string,
  args: readonly string[],
  { withinMs, maxBytes }: AskLimits,
): Promise<Asked> {
  return new Promise((resolve) => {
    const child = start(path, args);
    if (child instanceof Error) return resolve({ stdout: '', stderr: '', error: child });
    let stdout = '';
    let stderr = '';
    let ended: Asked['ended'];
    const finish = (how: Pick<Asked, 'code' | 'signal' | 'error'>): void => {
      clearTimeout(timer);
      clearTimeout(drain);
      child.stdout?.destroy();
      child.stderr?.destroy();
      endGroup(child);
      resolve({ stdout, stderr, ...how, ...defined({ ended }) });
    };
    const stop = (limit: NonNullable<Asked['ended']>): void => {
      ended ??= limit;
      endGroup(child);
    };
    const timer = setTimeout(() => stop('time'), withinMs);
    let drain: NodeJS.Timeout | undefined;
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      if (stdout.length + chunk.length > maxBytes) return stop('size');
      stdout += chunk;
    });
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      stderr = (stderr + chunk).slice(-tailLength);
    });
    child.on('error', (error) => finish({ error }));
    const exit = (code: number | null, signal: string | null): void =>
      finish(defined({ code: code ?? undefined, signal: signal ?? undefined }));
    child.on('exit', (code, signal) => {
      drain = setTimeout(() => exit(code, signal), drainMs);
    });
    child.on('close', exit);
  });
}

function start(path: string, args: readonly string[]): ChildProcess | Error {
  try {
    return spawn(path, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
      env: { ...process.env, ...hiddenFromPython() },
    });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Ends it with what it has started; harmless when it is gone. */
function endGroup(child: ChildProcess): void {
  if (child.pid !== undefined) killGroup(child.pid);
}
