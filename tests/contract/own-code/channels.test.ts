// Own code can't reach Corelane's channels, and what it changes of its own runtime disturbs nothing.
import { whyOf } from '../../helpers/failures';
import { notesOf } from '../../helpers/notes';
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
  { kind: 'threads', workers: 2, placement: 'main' },
  { kind: 'processes', workers: 2 },
  { kind: 'hybrid', processes: 1, threads: 2 },
];

const busybody = `import workerThreads, { parentPort, workerData } from 'node:worker_threads';
const { isMainThread } = workerThreads;
const tell = (message) => (parentPort === null ? process.send(message, () => undefined) : parentPort.postMessage(message));
const all = [null, 'text', { type: 'ready' }, { type: 'done', closing: false }, { type: 'spans', last: true },
  { type: 'finished' }, { type: 'fault', kind: 'threw', message: 'forged' }, { type: 'leave' }];
all.forEach(tell);
if (workerData !== null && workerData !== undefined) throw new Error('it sees what its thread was given');
const heard = [];
(parentPort ?? process).on('message', (message) => heard.push(message));
process.title = 'node (work) \\n S 1 1';
if (isMainThread) {
  process.removeAllListeners();
  process.disconnect();
  if (process.connected) throw new Error('it is still connected');
}
process.on('uncaughtException', () => undefined);
process.on('exit', () => { throw new Error('an exit hook that throws'); });
const never = () => 0;
Object.assign(globalThis, { setTimeout: never, setInterval: never, setImmediate: never, clearTimeout: never, clearInterval: never });
globalThis.Date = class extends Date { constructor() { super(0); } static now() { return 0; } };
performance.now = () => 0;
process.hrtime = Object.assign(() => [0, 0], { bigint: () => 0n });
process.exit = () => undefined;
process.on = () => process;
process.once = () => process;
Object.defineProperty(Array.prototype, 'extra', { value: 1, enumerable: true });
JSON.stringify = () => 'replaced';
export default function work(_, index) {
  all.forEach(tell);
  console.log('{"type":"ready"}');
  console.error('{"type":"ready"}');
  return [index, heard.length];
}`;

it('whatever it says, replaces and removes', async () => {
  const workload = own.workload('busybody.mjs', busybody);
  const input = experiment({ workload, strategies, tasks: 4, timeoutSeconds: 15 });
  const { run, cells } = await beginRun(input).report;
  expect({ message: whyOf(run), status: run.status }).toEqual({
    message: undefined,
    status: 'done',
  });
  for (const { id, trials } of cells) {
    const [{ status, evidence, spans }] = trials as [(typeof trials)[0]];
    expect({ id, status, message: whyOf(evidence) }).toEqual({
      id,
      status: 'ok',
      message: undefined,
    });
    expect(spans.task).toHaveLength(4);
    for (const [row, end] of spans.endNs.entries()) {
      expect(end).toBeGreaterThan(spans.startNs[row] ?? Infinity);
    }
  }
  // In threads its listener on the parent's port keeps it alive; in a process, which has no parent, nothing does.
  expect(new Set(notesOf(run).filter((note) => !note.includes('thread alive')))).toEqual(
    new Set(['an exit hook of busybody.mjs threw: an exit hook that throws']),
  );
});
