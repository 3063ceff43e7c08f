// Redirects what own code prints: standard output into nothing, standard error to the process's own, both written
// at once by whoever prints, so that printing costs the same in a thread as in a process. (A thread's own streams
// hand each line to the main thread, which holds what it has not yet taken.)
import fs from 'node:fs';
import { devNull } from 'node:os';
import process from 'node:process';

// As they are now: own code may replace what it finds.
const { openSync, writeSync } = fs;
const { from: bytesOf } = Buffer;

const standardError = 2;

const sleeper = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** All of it, also into a pipe that is full for now. */
function writeAll(fd: number, bytes: Uint8Array): void {
  let from = 0;
  while (from < bytes.length) {
    try {
      from += writeSync(fd, bytes, from);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return;
      Atomics.wait(sleeper, 0, 0, 1);
    }
  }
}

/** The part of Node's output streams that is replaced. */
interface Output {
  _write(chunk: Uint8Array | string, encoding: BufferEncoding, done: () => void): void;
  _writev: unknown;
}

/**
 * Makes the calling thread's streams write like that, each when it is first used.
 * @param shared the process is not this host's alone: nothing of it may be written to
 * @returns how many bytes were printed so far
 */
export function divertOutput(shared: boolean): () => number {
  let printedBytes = 0;
  const divert = (name: 'stdout' | 'stderr', open: () => number): void => {
    const original = Object.getOwnPropertyDescriptor(process, name);
    let stream: Output | undefined;
    const make = (): Output => {
      const made = original?.get?.call(process) as Output;
      const fd = open();
      made._write = (chunk, encoding, done) => {
        const bytes = typeof chunk === 'string' ? bytesOf(chunk, encoding) : chunk;
        printedBytes += bytes.length;
        writeAll(fd, bytes);
        done();
      };
      made._writev = null;
      return made;
    };
    Object.defineProperty(process, name, {
      ...original,
      get: () => {
        stream ??= make();
        return stream;
      },
    });
  };
  const openNothing = (): number => openSync(devNull, 'w');
  divert('stdout', openNothing);
  divert('stderr', shared ? openNothing : () => standardError);
  return () => printedBytes;
}
