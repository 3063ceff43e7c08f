// Writes to the terminal, on outputs that may be gone: the reader went away, the disk is full, the terminal was
// closed. What can't be said is said nowhere, and nothing that was measured is lost for it.
import { readTextStream } from '@engine/files/read-file';
import type { Result } from '@shared/base/result';
import { isatty } from 'node:tty';
import { message } from '@present/messages/message';
import { fileFaultText } from '@present/words/engine/file-fault';
import { fileFault, hasCode } from '@engine/files/file-error';

type Name = 'stdout' | 'stderr';

/** The first failure of each output: from then on nothing is written to it. */
const lost: Partial<Record<Name, unknown>> = {};

function lose(name: Name, error: unknown): void {
  lost[name] ??= error;
}

/** Writes to an output as long as it takes anything. */
function write(name: Name, text: string): void {
  if (lost[name] !== undefined || text === '') return;
  try {
    process[name].write(text);
  } catch (error) {
    // A file's stream may throw at once.
    lose(name, error);
  }
}

/** Which of the three standard files were a terminal when the process began. */
const terminals = [0, 1, 2].filter((file) => isatty(file));

/** Listens for failing outputs; without this they end the process. */
export function watchOutputs(): void {
  for (const name of ['stdout', 'stderr'] as const) {
    process[name].on('error', (error) => lose(name, error));
  }
}

/** Writes what was asked for. */
export function print(text: string): void {
  write('stdout', text);
}

/** Writes what is said beside it. */
export function mention(text: string): void {
  write('stderr', text);
}

/** Where progress is shown. */
export const progressScreen = {
  write: (text: string): void => mention(text),
  get isTTY(): boolean {
    return process.stderr.isTTY === true && lost.stderr === undefined;
  },
  get columns(): number {
    return process.stderr.columns;
  },
};

/** Resolves when an output has taken, or refused, all that was written. */
function flushed(name: Name): Promise<void> {
  return new Promise((resolve) => {
    if (lost[name] !== undefined) return resolve();
    try {
      process[name].write('', (error) => {
        if (error instanceof Error) lose(name, error);
        resolve();
      });
    } catch (error) {
      lose(name, error);
      resolve();
    }
  });
}

/**
 * Ends the process when what it has written is out. What was asked for and could not be written is a
 * failure, unless its reader went away, as in `corelane init | head -1`: it has what it wanted.
 */
export async function leave(code: number): Promise<void> {
  await flushed('stdout');
  const failed = lost.stdout;
  const wanted = failed === undefined || hasCode(failed, 'EPIPE');
  if (!wanted) {
    const problem = message('cli-lost-output', { why: fileFaultText(fileFault(failed)) });
    mention(`${message('cli-problem', { problem })}\n`);
  }
  await flushed('stderr');
  end(wanted || code !== 0 ? code : 1);
}

/**
 * Ends the process at once. Where its terminal is gone it ends as such a process does, by SIGHUP: Node.js
 * would stumble over the terminal that it wants to restore, and leave a core file.
 */
export function end(code: number): void {
  const gone = process.platform !== 'win32' && terminals.some((file) => !isatty(file));
  if (!gone) process.exit(code);
  // What is to be done at the end is done there.
  process.emit('exit', code);
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
}

/** All of the standard input as text; `too-large` beyond `limit` bytes, `not-text` where it is not UTF-8. */
export async function readStandardInput(
  input: AsyncIterable<Uint8Array | string>,
  limit: number,
): Promise<Result<string>> {
  return readTextStream(input, message('cli-the-stdin'), limit);
}
