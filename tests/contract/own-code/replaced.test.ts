// Own code that replaces what the language and Node.js have: the host has taken its own before.
// `replaced.long.test.ts` has further cases.
import { expect, it } from 'vitest';
import { whyOf } from '../../helpers/failures';
import { expectNamed, expectWell, replaceAll, runOwn } from './replaced-runs';

it.each([
  ['arrays', replaceAll('Array.prototype', ['pop'])],
  ['promises', replaceAll('Promise.prototype', [])],
  [
    'timers',
    'globalThis.setTimeout = globalThis.setImmediate = globalThis.queueMicrotask = process.nextTick = () => 0;',
  ],
  [
    'globals of the language',
    "for (const name of 'Array ArrayBuffer Atomics BigInt BigInt64Array Boolean DataView Date Error Float64Array Function Int32Array JSON Map Math Number Object Promise Proxy RangeError Reflect RegExp Set SharedArrayBuffer String Symbol TypeError Uint8Array WeakMap isFinite isNaN parseFloat parseInt decodeURIComponent globalThis'.split(' ')) globalThis[name] = undefined;",
  ],
  [
    'emitters, streams and sockets',
    `import { EventEmitter } from 'node:events';
import stream from 'node:stream';
import net from 'node:net';
const fail = () => { throw new Error('replaced'); };
for (const { prototype } of [EventEmitter, stream.Readable, stream.Writable, stream.Duplex, net.Socket]) {
  for (const name of Object.getOwnPropertyNames(prototype)) {
    if (name !== 'constructor' && typeof Object.getOwnPropertyDescriptor(prototype, name).value === 'function') prototype[name] = fail;
  }
}
EventEmitter.prototype.emit = () => false;`,
  ],
  [
    'what freezes the process and the globals',
    'for (const one of [process, globalThis, Object, Object.prototype, Function.prototype, Array.prototype, Promise, Promise.prototype, Error]) Object.freeze(one);',
  ],
  [
    'modules of Node.js',
    "import fs from 'node:fs'; import v8 from 'node:v8'; fs.readFileSync = fs.writeSync = v8.serialize = v8.deserialize = () => { throw 1; };",
  ],
] as const)('of %s', expectWell);

it('and what a task throws then is told as ever', async () => {
  const text = `const made = new AggregateError([new Error('one')], 'all');
export default (_, index) => { if (index === 2) throw made; return index; };
Array.prototype[Symbol.iterator] = Array.prototype.map = Array.prototype.push = () => { throw 1; };
Promise.prototype.then = Promise.prototype.catch = JSON.stringify = String.prototype.slice = () => { throw 1; };`;
  const { cells } = await runOwn('throws.mjs', text);
  for (const { trials } of cells) {
    expect(trials[0]?.status).toBe('failed');
    expect(whyOf(trials[0]?.evidence)).toMatch(
      /^Worker \d threw in task 2: all: \(1\) one \(throws\.mjs:1\)\.$/,
    );
  }
});

it.each([
  [
    'sets Object.prototype.then, so that every object is taken for a promise',
    'Object.prototype.then = () => undefined;',
  ],
] as const)('and what %s is named by every strategy', expectNamed);
