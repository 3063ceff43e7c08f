// Parsers of what other processes say: hosts in both languages, the sampler, probes, the local server, the
// window.
import { messageFaultText } from '@present/words/engine/message-fault';
import { inputFaultText } from '@present/words/engine/input-faults';
import { problemText } from '@present/words/engine/problems';
import { emptySpans, type LiveEvent } from '@shared/report/live';
import { Recorder } from '@engine/run/recorder';
import { lists } from '../helpers/lists';
import { coreColumns, workerColumns } from '@engine/sampler/sample-rows';
import { columns } from '@shared/base/data-schemas';
import { callLimits, ipcCalls } from '@shared/wire/ipc';
import { callNames, type CallName } from '@shared/wire/ipc-names';
import { presets } from '@shared/experiment/presets';
import { findUnfit } from '@shared/base/unfit-data';
import { parseFromHost } from '@shared/wire/wire-host';
import { parseFromHttpPeer, parseProbeAnswer } from '@shared/wire/wire-probe';
import { coreRowKinds, parseFromSampler, workerRowKinds } from '@shared/wire/wire-sampler';
import { faultOfRefusal } from './file-targets';
import { mutateText } from './mutate-text';
import { mutateValue } from './mutate-value';
import type { Chance } from './random';
import type { Outcome, Target } from './target';

const limits = { tasks: 6, workers: 2 };
const worker = { worker: 0, host: 0, thread: 0, pid: 4711, tid: 4712 };
const memory = {
  atNs: [1e9, 2e9],
  trial: [0, -1],
  pid: [7, 8],
  rssBytes: [3e7, 3e7],
  pssBytes: [2e7, 2e7],
  privateBytes: [1e7, 1e7],
};

const hostMessages: readonly object[] = [
  { type: 'hello', pid: 4711, tid: 4712, atNs: '123456789' },
  { type: 'ready', spawnedNs: 1e6, atNs: 2e6, workers: [worker, { ...worker, worker: 1 }] },
  { type: 'workers', workers: [worker] },
  {
    type: 'spans',
    spans: { task: [0, 1, 5], worker: [0, 1, 0], startNs: [1, 2, 3], endNs: [4, 5, 6] },
    heaps: { atNs: [9], worker: [1], usedBytes: [1e6], totalBytes: [2e6] },
    last: true,
  },
  { type: 'want', count: 2 },
  {
    type: 'finished',
    marks: { decidedNs: 1, spawnedNs: 2, goNs: 3, lastDoneNs: 4, collectedNs: 5 },
    cpu: { userNs: 1e6, systemNs: 1e5, warmNs: 1e6 },
    peakRssBytes: 5e7,
    parentResult: '49',
    results: { task: [0, 1], checksum: [17, 18] },
  },
  { type: 'joined', joinNs: 1e6 },
  { type: 'note', about: 'late-call', text: 'process.exit(0)', closing: true },
  { type: 'note', text: 'a sentence' },
  { type: 'fault', kind: 'threw', message: 'no', worker: 1, task: 2, stack: 'at x', exitCode: 1 },
  {
    type: 'fault',
    kind: 'threw',
    message: '',
    reason: {
      code: 'inner',
      args: { said: 'a', inner: [{ code: 'value', args: { value: '1' } }], more: 1, because: 'b' },
    },
  },
];

const fits = columns.index;

/** What is taken of a host goes into the recorder; what comes out of that is what a report may hold. */
function checkHost(message: unknown): Outcome {
  const parsed = parseFromHost(message, limits);
  if (!parsed.ok) return { taken: false, fault: faultOfRefusal(messageFaultText(parsed.problem)) };
  if (parsed.value.type !== 'spans') return { taken: true };
  const spans = { ...emptySpans() };
  const recorder = new Recorder(() => undefined);
  for (const name of ['task', 'worker', 'startNs', 'endNs'] as const) {
    spans[name] = Array.from(parsed.value.spans[name]);
  }
  const event: LiveEvent = { type: 'spans', trial: 0, spans };
  recorder.take(event);
  const sound =
    fits.safeParse(spans.task).success &&
    fits.safeParse(spans.worker).success &&
    columns.ns.safeParse(spans.startNs).success &&
    columns.ns.safeParse(spans.endNs).success;
  return { taken: true, fault: sound ? undefined : 'spans that no report may hold' };
}

function checkLine(line: unknown): Outcome {
  let message: unknown;
  try {
    message = JSON.parse(String(line));
  } catch {
    return { taken: false };
  }
  return checkHost(message);
}

const cores = 2;
const rows = { cores: coreRowKinds(cores), workers: workerRowKinds };
const cost = { cpuNs: 1e6, ticks: 25, missed: 0, worstLateNs: 1e5 };

const samplerMessages: readonly object[] = [
  {
    type: 'batch',
    cores: [1e9, 4e7, 0.5, 1, 2e9, 4e7, 0, 0.25],
    workers: [1e9, 4e7, 0, 1, 4e7, 0, 1, 2e9, 4e7, 0, 0, 3e7, 1e6, 0],
    memory,
    resident: [1e9, 0, 9, 3e7, 2e7],
    cost,
  },
  { type: 'memory', id: 1, memory, resident: [] },
  {
    type: 'snapshot',
    id: 2,
    surroundings: { spanNs: 1e9, othersCpuNs: 1e7, others: [{ pid: 1, name: 'init', cpuNs: 1 }] },
  },
  { type: 'ready', pid: 9, cores: [0, 1] },
  { type: 'unknown', what: 'smaps_rollup', why: { code: 'hidden' } },
];

/** Rows cross as arrays of doubles. */
function withArrays(message: unknown): unknown {
  if (typeof message !== 'object' || message === null) return message;
  const typed = (value: unknown): unknown =>
    Array.isArray(value) && value.every((one) => typeof one === 'number')
      ? Float64Array.from(value)
      : value;
  const raw = message as Record<string, unknown>;
  return {
    ...raw,
    ...('workers' in raw && { cores: typed(raw['cores']), workers: typed(raw['workers']) }),
  };
}

function checkSampler(message: unknown): Outcome {
  const parsed = parseFromSampler(message, rows);
  if (!parsed.ok) return { taken: false, fault: faultOfRefusal(messageFaultText(parsed.problem)) };
  const { message: said } = parsed.value;
  if (said.type !== 'batch') return { taken: true };
  const busy = lists(coreColumns(said.cores, cores));
  const ofWorkers = lists(workerColumns(said.workers));
  const sound =
    columns.ns.safeParse(busy.atNs).success &&
    busy.busy.every((column) => columns.share.safeParse(column).success) &&
    columns.indexOrNone.safeParse(ofWorkers.trial).success &&
    columns.index.safeParse(ofWorkers.core).success &&
    columns.ns.safeParse(ofWorkers.waitNs).success &&
    columns.bytes.safeParse([...said.memory.pssBytes]).success;
  return { taken: true, fault: sound ? undefined : 'samples that no report may hold' };
}

const figure = { quantity: 'lost', variant: 'threads', label: 'threads-flag', strategy: 'threads' };
const probeAnswers: readonly object[] = [
  { type: 'workers', workers: [worker] },
  {
    type: 'figures',
    figures: [
      {
        ...figure,
        unit: 'count',
        x: 2,
        values: [1, 2],
        worker: { exitCode: 1, error: 'e' },
        saw: '7',
      },
    ],
  },
  { type: 'note', code: 'no-shared-memory', bytes: 5 },
  { type: 'fault', message: 'it threw' },
  { type: 'fault', message: '', reason: 'worker-ended' },
  { type: 'done' },
  { type: 'listening', url: 'http://127.0.0.1:4711/' },
];

function checkProbe(message: unknown): Outcome {
  const answer = parseProbeAnswer(message);
  const peer = parseFromHttpPeer(message);
  const refusals = [answer, peer].flatMap((one) => (one.ok ? [] : [messageFaultText(one.problem)]));
  return { taken: refusals.length < 2, fault: refusals.map(faultOfRefusal).find(Boolean) };
}

const callInputs: readonly unknown[] = [
  undefined,
  true,
  'system',
  'lab',
  'csv',
  ['heap', 'gil'],
  { claim: 'heap', guess: 'holds' },
  { format: 'csv', weights: { speed: 1, memory: 1, isolation: 1, killability: 1, sharing: 1 } },
  { name: 'chart', dataUrl: 'data:image/png;base64,AAAA' },
  presets[0]?.experiment,
  '/home/somebody/work.mjs',
];

interface WindowCall {
  readonly name: CallName;
  readonly input: unknown;
}

/** As the gate of the app does it: bounded first, then as the call parses it. */
function checkCall(call: unknown): Outcome {
  const { name, input } = call as WindowCall;
  const unfit = findUnfit(input, callLimits);
  if (unfit !== undefined) {
    return { taken: false, fault: faultOfRefusal(`${unfit.path} ${inputFaultText(unfit.fault)}`) };
  }
  const parsed = ipcCalls[name].parse(input);
  return parsed.ok
    ? { taken: true }
    : { taken: false, fault: faultOfRefusal(problemText(parsed.problem)) };
}

const changed =
  (bases: readonly unknown[], made: (value: unknown) => unknown = (value) => value) =>
  (chance: Chance, most: number): unknown =>
    made(mutateValue(chance.of(bases), chance, most));

const lines = hostMessages.map((message) => JSON.stringify(message));

export const wireTargets: readonly Target[] = [
  { name: 'messages of hosts', make: changed(hostMessages), check: checkHost },
  {
    name: "lines of Python's agent",
    make: (chance, most) => mutateText(chance.of(lines), chance, most),
    check: checkLine,
  },
  {
    name: 'messages of the sampler',
    make: changed(samplerMessages, withArrays),
    check: checkSampler,
  },
  { name: 'answers of probes', make: changed(probeAnswers), check: checkProbe },
  {
    name: 'calls of the window',
    make: (chance, most): WindowCall => ({
      name: chance.of(callNames),
      input: mutateValue(chance.of(callInputs), chance, most),
    }),
    check: checkCall,
  },
];
