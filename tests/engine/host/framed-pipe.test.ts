// Messages over a pipe, and what a foreign hand may write into it.
import { Duplex } from 'node:stream';
import { serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { framedPipe, maxFrameBytes } from '@engine/host/framed-pipe';
import { parseFromHost } from '@shared/wire/wire-host';

/** A stream that takes what is written as if the other end had said it. */
class Loop extends Duplex {
  override _read(): void {
    // It is pushed when it is written.
  }
  override _write(chunk: Buffer, _: unknown, done: () => void): void {
    this.push(chunk);
    done();
  }
}

function open(): { stream: Loop; said: unknown[]; send: (message: unknown) => void } {
  const stream = new Loop();
  const said: unknown[] = [];
  const { send } = framedPipe(stream, (message) => said.push(message));
  return { stream, said, send };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const wanted = { type: 'want', count: 3 };

/** The frame of a message, as it is sent. */
function frameOf(message: unknown): Buffer {
  const frames: Buffer[] = [];
  const sink = new Loop();
  sink._write = (chunk, _, done) => {
    frames.push(chunk);
    done();
  };
  framedPipe(sink, () => undefined).send(message);
  return Buffer.concat(frames);
}

describe('a pipe of messages', () => {
  it('gives each message whole, however it comes', async () => {
    const { stream, said, send } = open();
    send(wanted);
    const column = new Float64Array(100_000).fill(0.5);
    send({ type: 'spans', column });
    const frame = frameOf(wanted);
    for (const byte of frame) stream.push(Buffer.of(byte));
    await turn();
    expect(said).toEqual([wanted, { type: 'spans', column }, wanted]);
    expect(stream.destroyed).toBe(false);
  });

  it.each([
    ['text', Buffer.from('hello from own code\n')],
    [
      'what V8 would not have written',
      Buffer.concat([frameOf(wanted).subarray(0, 8), Buffer.alloc(200)]),
    ],
    ['a length of its own', lengthOf(2 ** 31 - 2)],
    ['a length just beyond the largest', lengthOf(maxFrameBytes + 1)],
    ['a frame as IPC has it', Buffer.concat([Buffer.of(20, 0, 0, 0), serialize(wanted)])],
  ])('ends at %s, with a message that nobody takes for one', async (_, bytes) => {
    const { stream, said, send } = open();
    send(wanted);
    stream.push(bytes);
    await turn();
    send(wanted);
    await turn();
    expect(said).toHaveLength(2);
    expect(said[0]).toEqual(wanted);
    const parsed = parseFromHost(said[1], { tasks: 10, workers: 1 });
    expect(parsed).toMatchObject({ ok: false, problem: { code: 'no-host-type' } });
    expect(stream.destroyed).toBe(true);
  });
});

function lengthOf(bytes: number): Buffer {
  const frame = frameOf(wanted);
  frame.writeUInt32LE(bytes, 4);
  return frame;
}
