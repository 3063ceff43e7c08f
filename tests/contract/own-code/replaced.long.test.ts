// Own code that replaces what the language and Node.js have, further cases.
import { it } from 'vitest';
import { expectNamed, expectWell, replaceAll } from './replaced-runs';

it.each([
  ['what every object has', 'Object.prototype.extend = function () {}; Object.keys = () => [];'],
  ['iterators of arrays', replaceAll('Object.getPrototypeOf([][Symbol.iterator]())', [])],
  ['what lists are made with', replaceAll('Array', [])],
  ['what makes promises', replaceAll('Promise', [])],
  ['promises that never end', 'Promise.prototype.then = () => new Promise(() => undefined);'],
  ['the promise itself', 'globalThis.Promise = class Never { constructor() { throw 1; } };'],
  ['maps', replaceAll('Map.prototype', [])],
  ['sets', replaceAll('Set.prototype', [])],
  ['JSON', replaceAll('JSON', [])],
  ['texts', replaceAll('String.prototype', [])],
  ['patterns', 'RegExp.prototype.exec = RegExp.prototype.test = () => { throw 1; };'],
  ['clocks', 'Date.now = performance.now = process.hrtime = () => { throw 1; };'],
  ['the process', 'globalThis.process = undefined;'],
  [
    'globals of Node.js',
    "for (const name of 'process Buffer console performance URL TextEncoder TextDecoder global setTimeout clearTimeout setInterval clearInterval setImmediate clearImmediate queueMicrotask structuredClone'.split(' ')) globalThis[name] = undefined;",
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
] as const)('of %s', expectWell);

it.each([
  [
    'replaces Function.prototype.call, which Node.js needs',
    'Function.prototype.call = Function.prototype.apply = () => { throw 1; };',
  ],
  ['replaces process.emit, which Node.js needs', 'process.emit = () => false;'],
] as const)('and what %s is named by every strategy', expectNamed);
