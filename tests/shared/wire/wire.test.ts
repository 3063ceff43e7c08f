// Whatever another process says comes in as a message that can be, or as a refusal in a few words.
import { messageFaultText } from '@present/words/engine/message-fault';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFromHost } from '@shared/wire/wire-host';
import { parseFromHttpPeer, parseProbeAnswer } from '@shared/wire/wire-probe';
import { coreRowKinds, parseFromSampler, workerRowKinds } from '@shared/wire/wire-sampler';

const limits = { tasks: 10, workers: 2 };
const none = new Float64Array();
const heaps = { atNs: none, worker: none, usedBytes: none, totalBytes: none };
const spans = { task: [0, 9], worker: [0, 1], startNs: [1, 2], endNs: [3, 2] };
const marks = { spawnedNs: 1, goNs: 2, lastDoneNs: 3, collectedNs: 4 };
const worker = { worker: 1, host: 0, thread: 1, pid: 7 };

const whatIsWrong = (message: unknown): string | undefined => {
  const parsed = parseFromHost(message, limits);
  return parsed.ok ? undefined : messageFaultText(parsed.problem);
};

describe('a host', () => {
  it.each<object>([
    { type: 'hello', pid: 7, atNs: '12' },
    { type: 'ready', spawnedNs: 1, atNs: 2, workers: [worker] },
    { type: 'ready', spawnedNs: 1, atNs: 2, workers: [] },
    { type: 'workers', workers: [worker, { ...worker, worker: 0, tid: 8 }] },
    { type: 'spans', spans, heaps, last: false },
    { type: 'want', count: 3 },
    { type: 'finished', marks, results: { task: [0], checksum: [NaN] } },
    { type: 'joined', joinNs: 0 },
    { type: 'note', text: 'a\nb' },
    { type: 'note', about: 'kept-alive', text: 'thread' },
    { type: 'note', about: 'late-call', text: 'process.exit(0)', closing: true },
    { type: 'fault', kind: 'called', message: 'sys.exit(0)', task: 2, stage: 'setup' },
    {
      type: 'fault',
      kind: 'threw',
      message: '',
      reason: { code: 'on-purpose', args: { task: 2 } },
    },
    { type: 'note', about: 'teardown-threw', text: '', reason: { code: 'empty-text', args: {} } },
  ])('may say %j', (message) => {
    expect(parseFromHost(message, limits)).toEqual({ ok: true, value: message });
  });

  it('may send its columns as typed arrays, and Python its nothing as null', () => {
    const typed = { ...spans, task: new Int32Array([0, 9]), endNs: new Float64Array([3, 2]) };
    expect(whatIsWrong({ type: 'spans', spans: typed, heaps, last: true })).toBeUndefined();
    const fault = { type: 'fault', kind: 'process-ended', message: 'x', exitCode: null };
    expect(parseFromHost(fault, limits)).toMatchObject({ ok: true, value: { type: 'fault' } });
  });

  it.each<[string, unknown]>([
    ['it is not a message', null],
    ['it is not a message', 'done'],
    ['it is not a message', [{ type: 'done' }]],
    ['type is not one that a host sends', { type: 'done' }],
    ['type is not one that a host sends', {}],
    ['count is -1. Give a number from 0 to 9007199254740992', { type: 'want', count: -1 }],
    ['spans is not an object', { type: 'spans' }],
    ['worker[0] is 2. Give a whole number from 0 to 1', saying({ worker: [2, 0] })],
    ['worker[1] is -1. Give a whole number from 0 to 1', saying({ worker: [0, -1] })],
    ['task[0] is 10. Give a whole number from 0 to 9', saying({ task: [10, 0] })],
    ['task[0] is 0.5. Give a whole number from 0 to 9', saying({ task: [0.5, 0] })],
    ['task[1] must be a whole number, not "1"', saying({ task: [0, '1'] })],
    ['task is not a column of numbers', saying({ task: { length: 1e9 } })],
    ['endNs has 1 rows, not 2', saying({ endNs: [3] })],
    ['endNs[0] is before its startNs', saying({ endNs: [0, 2] })],
    ['startNs[0] is NaN. Give a number from 0 to 9007199254740992', saying({ startNs: [NaN, 1] })],
    ['workers has worker 1 twice', { type: 'workers', workers: [worker, worker] }],
    ['workers[0] is not a worker', { type: 'workers', workers: [null] }],
    ['pid is 0. Give a number from 1 to 2147483647', workers({ pid: 0 })],
    ['kind is not one of threw, called, thread-exited, process-ended', { type: 'fault', kind: 1 }],
    ['joinNs is Infinity. Give a number from 0 to 9007199254740992', joined(Infinity)],
  ])('is refused: %s', (what, message) => expect(whatIsWrong(message)).toBe(what));

  it('may say at length, of which enough is kept', () => {
    const parsed = parseFromHost(
      { type: 'fault', kind: 'threw', message: `\u001b${'x'.repeat(1e6)}` },
      limits,
    );
    expect(parsed.ok && parsed.value.type === 'fault' && parsed.value.message.length).toBe(20_000);
  });

  it('may give a reason, of which the words are cleaned and enough is kept', () => {
    const inner = Array.from({ length: 5 }, () => `\u001b${'x'.repeat(1e5)}`);
    const args = { said: 'all', inner, more: 0 };
    const fault = { type: 'fault', kind: 'threw', message: '', reason: { code: 'inner', args } };
    const parsed = parseFromHost(fault, limits);
    const text = JSON.stringify(parsed.ok && parsed.value);
    expect(text).toContain('u001bxxx');
    expect(text).not.toContain('\\u001b"');
    expect(text.length).toBeLessThan(6_000);
  });

  it('may give no reason that is none', () => {
    const fault = { type: 'fault', kind: 'threw', message: '' };
    let deep: unknown = 'x';
    for (let at = 0; at < 5_000; at += 1) {
      deep = { code: 'inner', args: { said: deep, inner: [], more: 0 } };
    }
    for (const reason of [{ code: 'other', args: {} }, 'words', 1, deep]) {
      expect(whatIsWrong({ ...fault, reason })).toBe('reason is not a known reason');
    }
  });

  it('sends a hundred thousand rows that are read in a few milliseconds', () => {
    const many = Float64Array.from({ length: 100_000 }, (_, row) => row);
    const zeros = new Int32Array(100_000);
    const columns = { task: zeros, worker: zeros, startNs: many, endNs: many };
    const start = performance.now();
    expect(whatIsWrong({ type: 'spans', spans: columns, heaps, last: true })).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

function saying(over: object): object {
  return { type: 'spans', spans: { ...spans, ...over }, heaps, last: false };
}

function workers(over: object): object {
  return { type: 'workers', workers: [{ ...worker, ...over }] };
}

function joined(joinNs: number): object {
  return { type: 'joined', joinNs };
}

describe('the sampler', () => {
  const rows = { cores: coreRowKinds(2), workers: workerRowKinds };
  const memory = {
    atNs: [1],
    trial: [-1],
    pid: [1],
    rssBytes: [2],
    pssBytes: [1],
    privateBytes: [1],
  };
  const cost = { cpuNs: 1, ticks: 1, missed: 0, worstLateNs: 3 };
  const batch = (
    cores: readonly number[],
    ofWorkers: readonly number[],
    resident: readonly number[] = [],
  ): object => ({
    type: 'batch',
    cores: Float64Array.from(cores),
    workers: Float64Array.from(ofWorkers),
    memory,
    resident: Float64Array.from(resident),
    cost,
  });

  it('loses the rows that cannot be, and they are counted', () => {
    const good = [5, 5, 0, 0, 1, 1, 0];
    const parsed = parseFromSampler(
      batch([5, 5, 0.5, 1, 6, 1, 1.5, 0, 7, 1, NaN, 0], [...good, ...good.with(3, -1), ...good]),
      rows,
    );
    expect(parsed.ok && parsed.value.dropped).toBe(3);
    expect(parsed.ok && parsed.value.message).toMatchObject({
      cores: Float64Array.from([5, 5, 0.5, 1]),
      workers: Float64Array.from([...good, ...good]),
    });
  });

  it('loses resident sizes that cannot be', () => {
    const good = [5, 0, 71, 3e7, 2e7];
    const parsed = parseFromSampler(batch([], [], [...good, ...good.with(4, -1)]), rows);
    expect(parsed).toMatchObject({
      ok: true,
      value: { dropped: 1, message: { resident: Float64Array.from(good) } },
    });
    const answer = { type: 'memory', id: 1, memory, resident: Float64Array.of(1, 2) };
    expect(parseFromSampler(answer, rows)).toMatchObject({ ok: false });
  });

  it.each<unknown>([
    batch([1], []),
    batch([], [1, 2]),
    { ...batch([], []), memory: { ...memory, pid: [] } },
    { ...batch([], []), memory: { ...memory, pssBytes: [null] } },
    { ...batch([], []), cost: { ...cost, ticks: 0.5 } },
    { type: 'snapshot', id: 1, surroundings: { spanNs: 1, frequencyMhz: NaN } },
    { type: 'snapshot', id: 1, surroundings: { spanNs: 1, others: 'many' } },
    { type: 'ready', pid: 1, cores: [-1] },
    { type: 'ready', pid: 1, cores: { length: 3 } },
    null,
  ])('is not heard with %j', (message) => {
    expect(parseFromSampler(message, rows)).toMatchObject({ ok: false });
  });
});

describe('a probe and the local server', () => {
  it('say what can be', () => {
    const figure = {
      quantity: 'gone',
      variant: 'w',
      label: 'threads-flag',
      strategy: 'threads',
      unit: 'ns',
      values: [1],
    };
    const answer = {
      type: 'figures',
      figures: [figure, { ...figure, x: 2, worker: { signal: 'SIGKILL' }, saw: '7' }],
    };
    expect(parseProbeAnswer(answer)).toEqual({ ok: true, value: answer });
    const note = { type: 'note', code: 'no-shared-memory', bytes: 64e6 };
    expect(parseProbeAnswer(note)).toEqual({ ok: true, value: note });
    expect(parseProbeAnswer({ type: 'note', code: 'no-shared-memory' }).ok).toBe(false);
    expect(parseProbeAnswer({ type: 'done' }).ok).toBe(true);
    const wrong = [{ values: [NaN] }, { values: ['1'] }, { unit: 'furlongs' }, { variant: 1 }];
    for (const over of [...wrong, { quantity: 'weight' }, { unit: 'bytes' }]) {
      expect(parseProbeAnswer({ type: 'figures', figures: [{ ...figure, ...over }] }).ok).toBe(
        false,
      );
    }
  });

  it('listens on loopback only', () => {
    expect(parseFromHttpPeer({ type: 'listening', url: 'http://127.0.0.1:80/' }).ok).toBe(true);
    for (const url of ['http://example.test/', 'http://127.0.0.1:80/x', 'http://127.0.0.1.a/', 5]) {
      expect(parseFromHttpPeer({ type: 'listening', url }).ok).toBe(false);
    }
  });
});

it('nothing that is said throws', () => {
  const said = fc.oneof(
    fc.anything({ withTypedArray: true, withNullPrototype: true }),
    fc.record({
      type: fc.constantFrom('spans', 'finished', 'fault', 'batch', 'snapshot', 'figures', 'ready'),
      spans: fc.anything(),
      workers: fc.anything({ withTypedArray: true }),
      cores: fc.anything({ withTypedArray: true }),
      marks: fc.anything(),
      results: fc.anything(),
      figures: fc.anything(),
    }),
  );
  const rows = { cores: coreRowKinds(1), workers: workerRowKinds };
  fc.assert(
    fc.property(said, (message) => {
      for (const parsed of [
        parseFromHost(message, limits),
        parseFromSampler(message, rows),
        parseProbeAnswer(message),
        parseFromHttpPeer(message),
      ]) {
        if (!parsed.ok) expect(messageFaultText(parsed.problem).length).toBeLessThan(300);
      }
    }),
    { numRuns: 3000 },
  );
});
