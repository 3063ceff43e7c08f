// The article's twelve claims: what is claimed, why it is so, where that is documented, and what is measured for it.
import {
  measurementExperiments,
  processorExperiments,
  type ClaimLanguage,
  type MeasurementId,
} from './measurements';
import type { ExperimentInput } from '../experiment/experiment';

/** `depends`: in one language or version so, in another not; `unavailable`: it could not be measured. */
export const outcomes = ['holds', 'fails', 'depends', 'unavailable'] as const;

export type Outcome = (typeof outcomes)[number];

export interface ClaimText {
  /** The claim in one sentence. */
  readonly claim: string;
  /** The same for a narrow row. */
  readonly short: string;
  /** A short paragraph. */
  readonly why: string;
  /** Primary documentation. */
  readonly sources: readonly { readonly title: string; readonly url: string }[];
}

/** One claim: its texts, and what it rests on. */
interface ClaimEntry extends ClaimText {
  readonly measurements: readonly [MeasurementId, ...MeasurementId[]];
}

/** A claim, checked where it is written. */
const defineClaim = (entry: ClaimEntry): ClaimEntry => entry;

/** In the order of the article's table. */
const catalogue = {
  heap: defineClaim({
    measurements: ['sharing'],
    claim: 'Threads of one process share one heap; processes have separate heaps.',
    short: 'Threads share one heap, processes do not',
    why: 'A Python thread runs in the interpreter of its program and sees its objects. A process has an address space of its own: what it assigns stays there. A worker thread of Node.js lies between: it has a heap of its own too, is given copies, and shares only what is made to be shared.',
    sources: [
      {
        title: 'Node.js, SharedArrayBuffer in worker threads',
        url: 'https://nodejs.org/api/worker_threads.html#portpostmessagevalue-transferlist',
      },
      {
        title: 'Python, sharing state between processes',
        url: 'https://docs.python.org/3/library/multiprocessing.html#sharing-state-between-processes',
      },
    ],
  }),
  'lost-updates': defineClaim({
    measurements: ['counter'],
    claim: 'Threads can write the same place at once, and updates are lost.',
    short: 'Threads writing one place at once lose updates',
    why: 'An increment is a read, an addition and a write. Two threads that read the same value both write the same next one, and one of the two is lost. An atomic operation or a lock makes the three steps one.',
    sources: [
      { title: 'ECMAScript, memory model', url: 'https://tc39.es/ecma262/#sec-memory-model' },
      {
        title: 'Python, what mutations are thread-safe',
        url: 'https://docs.python.org/3/faq/library.html#what-kinds-of-global-value-mutation-are-thread-safe',
      },
    ],
  }),
  gil: defineClaim({
    measurements: ['processor', 'counter'],
    claim:
      "CPython's global interpreter lock is what prevents this, and keeps threads to one core.",
    short: 'The interpreter lock keeps threads to one core',
    why: 'Only the thread that holds the lock runs Python code, so threads together keep about one core busy. The lock guards the interpreter, not a program: it may change hands between the read and the write of an increment.',
    sources: [
      {
        title: 'Python, the global interpreter lock',
        url: 'https://docs.python.org/3/glossary.html#term-global-interpreter-lock',
      },
    ],
  }),
  light: defineClaim({
    measurements: ['added-workers'],
    claim: 'Threads are light: they start sooner and take less memory than processes.',
    short: 'Threads are lighter and start sooner',
    why: 'A process needs an address space and, unless it is forked, loads its runtime anew. A thread of Python needs little more than a stack. A worker thread of Node.js has a whole JavaScript engine of its own.',
    sources: [
      {
        title: 'Python, start methods',
        url: 'https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods',
      },
      { title: 'Node.js, worker threads', url: 'https://nodejs.org/api/worker_threads.html' },
    ],
  }),
  'io-bound': defineClaim({
    measurements: ['waiting'],
    claim: 'Threads suit work that waits for input and output.',
    short: 'Threads suit waiting work',
    why: 'A thread that waits takes no processor time and, in Python, gives the lock away. An event loop lets many tasks wait on one thread, without starting any.',
    sources: [
      {
        title: 'Python, threading and the interpreter lock',
        url: 'https://docs.python.org/3/library/threading.html',
      },
      {
        title: "Node.js, don't block the event loop",
        url: 'https://nodejs.org/en/learn/asynchronous-work/dont-block-the-event-loop',
      },
    ],
  }),
  responsive: defineClaim({
    measurements: ['window'],
    claim: 'Threads keep a user interface responsive.',
    short: 'Threads keep a window responsive',
    why: 'A window is drawn and answers between two pieces of work of its own thread. Work on that thread makes everything else wait; work on another thread or in another process leaves it free as long as there is a core for it.',
    sources: [
      {
        title: 'Electron, performance',
        url: 'https://www.electronjs.org/docs/latest/tutorial/performance',
      },
    ],
  }),
  kill: defineClaim({
    measurements: ['killing'],
    claim: 'A thread cannot be killed; a child process can.',
    short: 'A thread cannot be killed, a process can',
    why: 'The kernel ends a process from outside and takes its memory back, whatever it does; its files and its own children stay. Python has no way to end a thread. Node.js can, for its engine stops running JavaScript where it is told to.',
    sources: [
      {
        title: 'Node.js, worker.terminate()',
        url: 'https://nodejs.org/api/worker_threads.html#workerterminate',
      },
      {
        title: 'Python, Process.kill()',
        url: 'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Process.kill',
      },
    ],
  }),
  containment: defineClaim({
    measurements: ['crashing'],
    claim:
      'A leak or a crash in one thread can damage the others and the parent; a process contains it.',
    short: 'A leak or crash stays inside its process',
    why: 'The kernel ends and cleans up processes, not threads: a signal that a thread does not survive ends the whole program. What a thread throws can be caught; what it has leaked into a shared heap stays.',
    sources: [
      { title: 'Linux, signal(7)', url: 'https://man7.org/linux/man-pages/man7/signal.7.html' },
      {
        title: 'Node.js, resource limits of a worker',
        url: 'https://nodejs.org/api/worker_threads.html#new-workerfilename-options',
      },
    ],
  }),
  cores: defineClaim({
    measurements: ['processor'],
    claim: 'Processes use several cores and get past the interpreter lock.',
    short: 'Processes use several cores past the lock',
    why: 'Every process has an interpreter and a lock of its own. Threads of Node.js need no process for it: each has an engine of its own and no lock is shared.',
    sources: [
      {
        title: 'Python, multiprocessing',
        url: 'https://docs.python.org/3/library/multiprocessing.html',
      },
    ],
  }),
  memory: defineClaim({
    measurements: ['added-workers'],
    claim: 'Processes have a larger memory footprint.',
    short: 'Processes take more memory',
    why: 'Pages that several processes share, such as code, are counted once here: the proportional size (PSS) divides them among their users. The rest each process has for itself.',
    sources: [
      {
        title: 'Linux, PSS in /proc/PID/smaps',
        url: 'https://docs.kernel.org/filesystems/proc.html',
      },
    ],
  }),
  messages: defineClaim({
    measurements: ['messaging'],
    claim: 'Communication between processes costs more.',
    short: 'Messages between processes cost more',
    why: 'A message to a process is written out, copied into the kernel and out again, and read back. Between threads it is copied once at most; memory that is shared or handed over is not copied at all.',
    sources: [
      {
        title: 'Node.js, port.postMessage()',
        url: 'https://nodejs.org/api/worker_threads.html#portpostmessagevalue-transferlist',
      },
      {
        title: 'Python, pipes and queues',
        url: 'https://docs.python.org/3/library/multiprocessing.html#pipes-and-queues',
      },
    ],
  }),
  'as-written': defineClaim({
    measurements: ['tiny'],
    claim: '“This program reduces the time of execution by running tasks in parallel.”',
    short: '“This program reduces the time” (as written)',
    why: 'Each of the two functions takes microseconds. Starting a thread or a process takes longer than both together, so nothing is won until a task is about as long as what it costs to start its worker.',
    sources: [
      {
        title: 'Amdahl 1967, the single processor approach',
        url: 'https://doi.org/10.1145/1465482.1465560',
      },
    ],
  }),
} as const;

export type ClaimId = keyof typeof catalogue;

export const claimIds = Object.keys(catalogue) as [ClaimId, ...ClaimId[]];

/** Every claim in words. */
export const claimTexts: Readonly<Record<ClaimId, ClaimText>> = catalogue;

/** What each claim rests on. */
export const claimMeasurements = Object.fromEntries(
  claimIds.map((id) => [id, catalogue[id].measurements]),
) as Readonly<Record<ClaimId, ClaimEntry['measurements']>>;

/** The claim's number in the article's table, from 1. */
export function claimNumber(id: ClaimId): number {
  return claimIds.indexOf(id) + 1;
}

/** An ordinary experiment near to a claim, and its language where there is one for each. */
export interface LabExperiment {
  readonly language?: ClaimLanguage;
  readonly experiment: ExperimentInput;
}

/** Returns what "Open in Lab" opens. Work for the processor takes another size in each language. */
export function labExperiments(id: ClaimId): readonly LabExperiment[] {
  const { node, python } = processorExperiments;
  if (id === 'gil') return [{ experiment: python }];
  if (id === 'cores') {
    return [
      { language: 'node', experiment: node },
      { language: 'python', experiment: python },
    ];
  }
  return [{ experiment: measurementExperiments[claimMeasurements[id][0]] }];
}
