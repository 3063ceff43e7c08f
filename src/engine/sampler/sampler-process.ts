// The sampler as a process: reads the kernel's counters beside a run and sends them in batches, and
// clears up after an engine that has vanished.
import { defined } from '@shared/base/defined';
import type { UnknownFigure } from '@shared/report/tables';
import { errorText } from '@shared/base/error-text';
import { setPriority } from 'node:os';
import type { FromSampler, ToSampler } from '@shared/wire/messages';
import { ownToken, runMark } from '@shared/wire/run-mark';
import { createRunClock } from '../clock';
import { parentPort, type ParentPort } from '../host/parent-port';
import { ProcessTree, procTreeReaders } from '../processes/process-tree';
import { Guard } from './guard';
import { holderOf, removeHeldNow } from '../processes/holder';
import { sweepNow } from '../processes/marked';
import { openSystemSnapshot, openReaders } from './open-readers';
import { startOwnCpu } from '../machine/process-cpu';
import { readStartTicks } from '../machine/proc-readers';
import { Sampler } from './sampler';
import { signalProcess } from '../processes/signal';
import { type DrivenTicker, type FromTicker, startTickerTimer } from './ticker';
import { startTickerThread } from './ticker-thread';

type Readers = ReturnType<typeof openReaders>['readers'];
type Port = ParentPort<FromSampler, ToSampler>;
type Message<T extends ToSampler['type']> = Extract<ToSampler, { type: T }>;

/** A little behind the workers, which are what is measured. */
const niceness = 5;

/**
 * From this rate on a thread of its own is worth its memory (10 MB) and its start (80 ms of CPU time).
 */
const threadFromHz = 10;

/**
 * Serves the engine that started this process, until it says that it ends or vanishes.
 * @param tickerEntry file of the thread that keeps time, see {@link startTickerThread}
 */
export function runSampler(tickerEntry: string): void {
  const leader = process.ppid;
  const token = ownToken(process.env[runMark]);
  const port: Port = parentPort();
  const { readers, missing } = openReaders();
  const guard = new Guard({
    startTicks: readStartTicks,
    kill: killProcess,
    sweep: () => {
      if (token !== undefined) sweepNow(token);
    },
    isHeld: (folder) => holderOf(folder)?.pid === leader,
    removeFolder: removeHeldNow,
    onRefused: (folder) => reportUnknown(port, 'folder', folder),
  });
  lowerPriority(port);
  const begin = (message: Message<'begin'>): RunningSampler => {
    const begun = new RunningSampler(port, readers, tickerEntry, message);
    for (const { what, why } of missing) begun.sampler.unknown(what, why);
    return begun;
  };
  let running: RunningSampler | undefined;
  port.onMessage((message) => {
    if (message.type === 'begin') running = begin(message);
    else if (message.type === 'guard') guard.set(message.pids, message.folders);
    else if (running !== undefined) running.receive(message);
    else if (message.type === 'end') process.exit(0);
    else throw new Error('the sampler was asked before it was told to begin');
  });
  port.onDisconnect(() => {
    guard.clearUp();
    process.exit(0);
  });
}

/** The sampler of one run, with its thread and its timer. */
class RunningSampler {
  readonly sampler: Sampler;
  readonly #ticker: DrivenTicker | undefined;
  #memoryTimer: NodeJS.Timeout | undefined;

  constructor(
    port: Port,
    readers: Readers,
    tickerEntry: string,
    { originNs, hz, memoryHz, quiet }: Message<'begin'>,
  ) {
    const clock = createRunClock(originNs);
    const token = ownToken(process.env[runMark]) ?? '';
    const receive = (said: FromTicker): void => this.sampler.receive(said);
    let ticker: DrivenTicker | undefined;
    if (hz >= threadFromHz)
      ticker = startTickerThread(tickerEntry, { originNs, hz, quiet }, receive);
    else if (hz > 0) ticker = startTickerTimer({ readers, clock, hz, quiet, send: receive });
    this.#ticker = ticker;
    let ownCpuNs = startOwnCpu();
    this.sampler = new Sampler({
      readers,
      snapshot: openSystemSnapshot(readers.cores.ids, token),
      clock,
      tree: new ProcessTree(procTreeReaders(token)),
      ownCpuNs: () => ownCpuNs(),
      memoryHz,
      send: (message) => port.send(message),
      ...defined({ toTicker: ticker?.send }),
    });
    void Promise.resolve(ticker?.ready).then(() => {
      // Starting is no part of what sampling costs.
      ownCpuNs = startOwnCpu();
      port.send({ type: 'ready', pid: process.pid, cores: readers.cores.ids });
    });
  }

  receive(message: Exclude<ToSampler, Message<'begin' | 'guard'>>): void {
    const { sampler } = this;
    switch (message.type) {
      case 'watch':
        sampler.watch(
          message.trial,
          message.workers,
          message.processes,
          message.kin,
          message.warmup,
        );
        return this.#readMemory();
      case 'rest':
        return sampler.rest(message.trial);
      case 'unwatch':
        return sampler.unwatch(message.trial);
      case 'read-memory':
        return sampler.answerMemory(message.id);
      case 'snapshot':
        return sampler.answerSnapshot(message.id, message.moment, message.leader);
      case 'end':
        return void this.#end();
    }
  }

  /** Reads the memory that is due, now and whenever it is due next. */
  readonly #readMemory = (): void => {
    clearTimeout(this.#memoryTimer);
    const waitMs = this.sampler.readMemory();
    if (waitMs !== undefined) this.#memoryTimer = setTimeout(this.#readMemory, waitMs);
  };

  async #end(): Promise<void> {
    clearTimeout(this.#memoryTimer);
    this.#ticker?.send({ type: 'end' });
    await this.#ticker?.ended;
    this.sampler.end();
    process.exit(0);
  }
}

function reportUnknown(port: Port, what: UnknownFigure, said: string): void {
  port.send({ type: 'unknown', what, why: { code: 'text', said } });
}

function lowerPriority(port: Port): void {
  try {
    setPriority(0, niceness);
  } catch (error) {
    reportUnknown(port, 'priority', errorText(error));
  }
}

/**
 * Ends a process, and where it leads a group of its own all that is in it: worker processes of a Python
 * program. They are told first, so that multiprocessing's own helper, which ignores it, can clear up.
 */
function killProcess(pid: number): void {
  signalProcess(-pid, 'SIGTERM');
  signalProcess(pid, 'SIGKILL');
}
