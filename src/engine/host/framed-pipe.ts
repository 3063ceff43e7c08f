// Messages over a pipe between two processes: a length and V8's own bytes each. What Node's IPC channel
// does, on a pipe that is nobody else's: `process.send` and `process.on('message')` don't reach it.
import type { Duplex } from 'node:stream';
import { deserialize, serialize } from 'node:v8';

const headerBytes = 4;
/** No message is near it: a length beyond it is no message of ours. */
const mostBytes = 2 ** 31 - 1;

/** The descriptor of the pipe in a child. */
export const pipeDescriptor = 3;

/** Tells a child that its pipe is there; it removes the variable before anything else is loaded. */
export const pipeVariable = 'CORELANE_PIPE';

export interface FramedPipe {
  send(message: unknown): void;
}

/** Sends over `stream`, and gives what comes, message by message, to `onMessage`. */
export function framedPipe(stream: Duplex, onMessage: (message: unknown) => void): FramedPipe {
  // As they are now: own code may replace what it finds.
  const write = stream.write.bind(stream) as (bytes: Uint8Array) => boolean;
  const { concat, allocUnsafe } = Buffer;
  let held: Buffer[] = [];
  let heldBytes = 0;
  let wanted = headerBytes;
  let inBody = false;

  stream.on('data', (chunk: Buffer) => {
    held.push(chunk);
    heldBytes += chunk.length;
    if (heldBytes < wanted) return;
    let bytes = held.length === 1 ? chunk : concat(held);
    const bodies: Buffer[] = [];
    while (bytes.length >= wanted) {
      const part = bytes.subarray(0, wanted);
      bytes = bytes.subarray(wanted);
      if (inBody) bodies.push(part);
      const length = inBody ? headerBytes : part.readUInt32LE(0);
      if (length > mostBytes) return void stream.destroy();
      inBody = !inBody;
      wanted = length;
    }
    held = bytes.length === 0 ? [] : [bytes];
    heldBytes = bytes.length;
    for (const body of bodies) onMessage(deserialize(body));
  });
  // A pipe whose other end is gone: its closing tells of it.
  stream.on('error', () => undefined);

  return {
    send(message) {
      if (stream.destroyed || stream.writableEnded) return;
      const body = serialize(message);
      const frame = allocUnsafe(headerBytes + body.length);
      frame.writeUInt32LE(body.length, 0);
      frame.set(body, headerBytes);
      write(frame);
    },
  };
}
