// Messages over a pipe between two processes: a mark, a length and V8's own bytes each. What Node's IPC
// channel does, on a pipe that is nobody else's: `process.send` and `process.on('message')` don't reach it.
// Own code can still write to its descriptor: what is no message of ours ends the pipe, and is told.
import type { Duplex } from 'node:stream';
import v8 from 'node:v8';
import { unbound } from './base/unbound';

// As they are now: own code may replace what it finds.
const { serialize, Deserializer, DefaultDeserializer } = v8;
const { construct } = Reflect;
const { concat, allocUnsafe } = Buffer;
const subarray = unbound(
  Buffer.prototype.subarray as (this: Buffer, from: number, to?: number) => Buffer,
);
const readLength = unbound(Buffer.prototype.readUInt32LE as (this: Buffer, at: number) => number);
const writeLength = unbound(
  Buffer.prototype.writeUInt32LE as (this: Buffer, value: number, at: number) => number,
);
const setBytes = unbound(
  Uint8Array.prototype.set as (this: Uint8Array, bytes: Uint8Array, at: number) => void,
);

/** How a message begins, so that foreign bytes are known at once and never waited behind. */
const frameMark = 0x31504c43;
const headerBytes = 8;

/**
 * The largest message. The results or spans of 100,000 tasks, the most that a run may have, are 3 MB, and
 * the parameters of own code come from a file of 1 MB.
 */
export const maxFrameBytes = 64_000_000;

/**
 * The descriptor of the pipe in a child: away from 3, which own code may take for one of its own, and not
 * above 15, up to which Node passes nothing on to what own code starts.
 */
export const pipeDescriptor = 15;

/** Tells a child that its pipe is there; it removes the variable before anything else is loaded. */
export const pipeVariable = 'CORELANE_PIPE';

/** The descriptors of a child with such a pipe. */
export function pipeStdio(stderr: 'pipe' | 'ignore'): ('pipe' | 'ignore')[] {
  const unused = new Array<'ignore'>(pipeDescriptor - 3).fill('ignore');
  return ['ignore', 'ignore', stderr, ...unused, 'pipe'];
}

/** What is handed on in place of bytes that are no message: every reader of messages refuses it. */
const unreadable = { type: 'unreadable' };

export interface FramedPipe {
  send(message: unknown): void;
}

/** Returns what `v8.deserialize` does. That makes its object in a way which asks arrays for an iterator. */
function deserialize(bytes: Uint8Array): unknown {
  const reader = construct(Deserializer, [bytes], DefaultDeserializer) as v8.DefaultDeserializer;
  reader.readHeader();
  return reader.readValue();
}

/**
 * Sends over `stream`, and gives what comes, message by message, to `onMessage`. After bytes that are no
 * message comes a message that nobody knows, and the stream is destroyed.
 */
export function framedPipe(stream: Duplex, onMessage: (message: unknown) => void): FramedPipe {
  const write = stream.write.bind(stream) as (bytes: Uint8Array) => boolean;
  let held: Buffer[] = [];
  let heldBytes = 0;
  let wanted = headerBytes;
  let inBody = false;
  let broken = false;

  const refuse = (): void => {
    broken = true;
    held = [];
    stream.destroy();
    onMessage(unreadable);
  };

  stream.on('data', (chunk: Buffer) => {
    if (broken) return;
    held[held.length] = chunk;
    heldBytes += chunk.length;
    if (heldBytes < wanted) return;
    let bytes: Buffer = held.length === 1 ? chunk : concat(held);
    const messages: unknown[] = [];
    while (!broken && bytes.length >= wanted) {
      const part = subarray(bytes, 0, wanted);
      bytes = subarray(bytes, wanted);
      const next = inBody ? takeBody(part, messages) : bodyBytes(part);
      if (next === undefined) broken = true;
      else wanted = next;
      inBody = !inBody;
    }
    held = bytes.length === 0 ? [] : [bytes];
    heldBytes = bytes.length;
    for (let at = 0; at < messages.length; at += 1) onMessage(messages[at]);
    if (broken) refuse();
  });
  // A pipe whose other end is gone: its closing tells of it.
  stream.on('error', () => undefined);

  return {
    send(message) {
      if (stream.destroyed || stream.writableEnded) return;
      const body = serialize(message);
      const frame = allocUnsafe(headerBytes + body.length);
      writeLength(frame, frameMark, 0);
      writeLength(frame, body.length, 4);
      setBytes(frame, body, headerBytes);
      write(frame);
    },
  };
}

/** The length of a body by its header; nothing where that is not one of ours. */
function bodyBytes(header: Buffer): number | undefined {
  const length = readLength(header, 4);
  return readLength(header, 0) === frameMark && length <= maxFrameBytes ? length : undefined;
}

/** Reads a body into `messages`; the length of what follows, or nothing where it is none. */
function takeBody(body: Buffer, messages: unknown[]): number | undefined {
  try {
    messages[messages.length] = deserialize(body);
    return headerBytes;
  } catch {
    // Somebody else's bytes came between ours.
    return undefined;
  }
}
