// The sampler's process: reads the kernel's counters beside a run and sends them in batches.
import { rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { createRunClock } from '@engine/clock';
import { parentPort } from '@engine/host/parent-port';
import { Guard } from '@engine/probe/guard';
import { openReaders } from '@engine/probe/open-readers';
import { startOwnCpu } from '@engine/probe/own-cpu';
import { readStartTicks } from '@engine/probe/proc-readers';
import { systemErrorCode } from '@engine/probe/read-text';
import { Sampler } from '@engine/probe/sampler';
import type { FromSampler, ToSampler } from '@shared/messages';

/** A little behind the workers, which are what is measured. */
const niceness = 5;

const port = parentPort<FromSampler, ToSampler>();
const { readers, missing } = openReaders();
const guard = new Guard({
  temporaryFolder: tmpdir(),
  startTicks: readStartTicks,
  kill: killProcess,
  removeFolder: (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  onRefused: (folder) =>
    reportUnknown(
      `Who removes ${folder} after a crash`,
      'it is not a temporary folder of Corelane',
    ),
});
let sampler: Sampler | undefined;

function reportUnknown(what: string, why: string): void {
  port.send({ type: 'unknown', what, why });
}

function lowerPriority(): void {
  try {
    setPriority(0, niceness);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    reportUnknown('How little the sampler disturbs', `its priority was not lowered (${reason})`);
  }
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It ended between the look at its start and the signal.
    if (systemErrorCode(error) !== 'ESRCH') throw error;
  }
}

function begin({ originNs, hz, memoryHz }: Extract<ToSampler, { type: 'begin' }>): Sampler {
  const begun = new Sampler({
    readers,
    clock: createRunClock(originNs),
    ownCpuNs: startOwnCpu(),
    hz,
    memoryHz,
    send: (message) => port.send(message),
  });
  for (const { what, why } of missing) begun.unknown(what, why);
  const wake = (): void => void setTimeout(wake, begun.wake());
  wake();
  return begun;
}

function running(): Sampler {
  if (sampler === undefined) throw new Error('the sampler was asked before it was told to begin');
  return sampler;
}

function handle(message: ToSampler): void {
  switch (message.type) {
    case 'begin':
      sampler = begin(message);
      return;
    case 'watch':
      running().watch(message.trial, message.workers, message.processes);
      return;
    case 'unwatch':
      running().unwatch(message.trial);
      return;
    case 'read-memory':
      running().answerMemory(message.id);
      return;
    case 'guard':
      guard.set(message.pids, message.folders);
      return;
    case 'end':
      sampler?.end();
      process.exit(0);
  }
}

lowerPriority();
port.onMessage(handle);
port.onDisconnect(() => {
  guard.clearUp();
  process.exit(0);
});
port.send({ type: 'ready', pid: process.pid, cores: readers.cores.ids });
