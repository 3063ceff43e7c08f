// Own code that replaces what the language and Node.js have: the host has taken its own before.
import { whyOf } from '../../helpers/failures';
import { afterAll, expect, it } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { OwnFolder } from '../../helpers/own-code';
import { beginRun, experiment } from '../../helpers/run-experiment';

const own = new OwnFolder();
afterAll(() => own.remove());

const strategies: ExperimentInput['strategies'] = [
  { kind: 'serial' },
  { kind: 'async', workers: 2 },
  { kind: 'threads', workers: 2 },
  { kind: 'processes', workers: 2 },
];

/** Replaces each method of an object, but those that Node.js itself asks for (`except`). */
const replaceAll = (owner: string, except: readonly string[]): string => `
const owner = ${owner};
const replaced = Reflect.ownKeys(owner).map((key) => [key, Reflect.getOwnPropertyDescriptor(owner, key), 'replaced ' + String(key)])
  .filter(([key, { value, configurable }]) => configurable && typeof value === 'function' && key !== 'constructor' && !${JSON.stringify(except)}.includes(key));
const { defineProperty } = Object;
const { length } = replaced;
for (let at = 0; at < length; at += 1) {
  const name = replaced[at][0];
  const told = replaced[at][2];
  const value = () => { throw new Error(told); };
  defineProperty(owner, name, { value, configurable: true, writable: true });
}
`;

const replacements: readonly (readonly [name: string, text: string])[] = [
  ['arrays', replaceAll('Array.prototype', ['pop'])],
  ['what every object has', 'Object.prototype.extend = function () {}; Object.keys = () => [];'],
  ['iterators of arrays', replaceAll('Object.getPrototypeOf([][Symbol.iterator]())', [])],
  ['what lists are made with', replaceAll('Array', [])],
  ['promises', replaceAll('Promise.prototype', [])],
  ['what makes promises', replaceAll('Promise', [])],
  ['promises that never end', 'Promise.prototype.then = () => new Promise(() => undefined);'],
  ['the promise itself', 'globalThis.Promise = class Never { constructor() { throw 1; } };'],
  ['maps', replaceAll('Map.prototype', [])],
  ['sets', replaceAll('Set.prototype', [])],
  ['JSON', replaceAll('JSON', [])],
  ['texts', replaceAll('String.prototype', [])],
  ['patterns', 'RegExp.prototype.exec = RegExp.prototype.test = () => { throw 1; };'],
  ['clocks', 'Date.now = performance.now = process.hrtime = () => { throw 1; };'],
  [
    'timers',
    'globalThis.setTimeout = globalThis.setImmediate = globalThis.queueMicrotask = process.nextTick = () => 0;',
  ],
  ['the process', 'globalThis.process = undefined;'],
  [
    'globals of Node.js',
    "for (const name of 'process Buffer console performance URL TextEncoder TextDecoder global setTimeout clearTimeout setInterval clearInterval setImmediate clearImmediate queueMicrotask structuredClone'.split(' ')) globalThis[name] = undefined;",
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
    'what is called later, or sent',
    `import { MessagePort, Worker } from 'node:worker_threads';
const fail = () => { throw new Error('replaced'); };
process.nextTick = globalThis.queueMicrotask = globalThis.setTimeout = globalThis.setImmediate = fail;
Promise.prototype.then = MessagePort.prototype.postMessage = Worker.prototype.postMessage = fail;`,
  ],
  [
    'shared memory and columns',
    `${replaceAll('Atomics', [])}
for (const name of ['slice', 'subarray', 'set', 'fill']) Object.getPrototypeOf(Uint8Array.prototype)[name] = () => { throw 1; };`,
  ],
  [
    'descriptions of properties',
    'Object.prototype.get = Object.prototype.set = Object.prototype.value = undefined;',
  ],
  [
    'modules of Node.js',
    "import fs from 'node:fs'; import v8 from 'node:v8'; fs.readFileSync = fs.writeSync = v8.serialize = v8.deserialize = () => { throw 1; };",
  ],
];

it.each(replacements)('of %s', async (name, text) => {
  const work = `export default async (_, index) => ({ index, list: [1, 'two', [index]] });\n${text}`;
  const workload = own.workload(`${name.replaceAll(/\W/g, '-')}.mjs`, work);
  const input = experiment({ workload, strategies, tasks: 4, timeoutSeconds: 10 });
  const { cells } = await beginRun(input).report;
  const ends = cells.map(({ id, trials: [trial] }) => [id, trial?.status, whyOf(trial?.evidence)]);
  expect(ends).toEqual(cells.map(({ id }) => [id, 'ok', undefined]));
});

it('and what a task throws then is told as ever', async () => {
  const text = `const made = new AggregateError([new Error('one')], 'all');
export default (_, index) => { if (index === 2) throw made; return index; };
Array.prototype[Symbol.iterator] = Array.prototype.map = Array.prototype.push = () => { throw 1; };
Promise.prototype.then = Promise.prototype.catch = JSON.stringify = String.prototype.slice = () => { throw 1; };`;
  const workload = own.workload('throws.mjs', text);
  const { cells } = await beginRun(experiment({ workload, strategies, tasks: 4 })).report;
  for (const { trials } of cells) {
    expect(trials[0]?.status).toBe('failed');
    expect(whyOf(trials[0]?.evidence)).toMatch(
      /^Worker \d threw in task 2: all: \(1\) one \(throws\.mjs:1\)\.$/,
    );
  }
});

const unsurvivable: readonly (readonly [name: string, text: string])[] = [
  [
    'sets Object.prototype.then, so that every object is taken for a promise',
    'Object.prototype.then = () => undefined;',
  ],
  [
    'replaces Function.prototype.call, which Node.js needs',
    'Function.prototype.call = Function.prototype.apply = () => { throw 1; };',
  ],
  ['replaces process.emit, which Node.js needs', 'process.emit = () => false;'],
];

it.each(unsurvivable)('and what %s is named by every strategy', async (what, text) => {
  const workload = own.workload('breaks.mjs', `${text}\nexport default async (_, index) => index;`);
  const { cells } = await beginRun(experiment({ workload, strategies, tasks: 4 })).report;
  for (const { trials } of cells) {
    expect(trials[0]?.status).toBe('failed');
    const why = whyOf(trials[0]?.evidence) ?? '';
    expect(why.replace(/^Worker \d/, '')).toContain(
      ` threw while its file was loaded: breaks.mjs or what it imports ${what}`,
    );
    expect(why).toMatch(/: remove it\.$/);
  }
});
