// Provides what everything that measures needs: one clock, the machine, samplers, and a temporary folder; and the
// end of all of it. Runs, estimates, claims and the idle watch each have one.
import type { Note } from '@shared/report/notes';
import type { SampleColumns, SamplerCost } from '@shared/report/live';
import type { MachineInfo } from '@shared/report/machine';
import { createRunClock, nowNs, type RunClock } from '../clock';
import { makeTempFolder, removeFolder, removeFolderNow } from '../files/temp-folder';
import { readMachine } from '../machine/machine';
import { SamplerClient } from '../sampler/sampler-client';
import type { EntryPaths, Launcher } from '../types';

export interface SessionOptions {
  readonly launcher: Launcher;
  readonly entries: Pick<EntryPaths, 'sampler'>;
  /** Nobody watches: batches of samples may wait. */
  readonly quiet: boolean;
  /** What was read of it before; it is read now where absent. */
  readonly machine?: MachineInfo;
  /** Something is not known. */
  readonly onNote: (note: Note) => void;
}

/** How often is sampled, and who takes the samples. */
export interface Sampling {
  readonly hz: number;
  readonly memoryHz: number;
  readonly onBatch?: (samples: SampleColumns, cost: SamplerCost) => void;
}

export class MeasuringSession {
  readonly #options: SessionOptions;
  readonly #origin = nowNs();
  readonly #samplers = new Set<SamplerClient>();
  readonly #folders = new Map<string, () => void>();
  /** Counts from the session's begin. */
  readonly clock: RunClock = createRunClock(this.#origin);
  /** The clock's zero, for children. */
  readonly originNs = String(this.#origin);
  readonly machine: MachineInfo;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.machine = options.machine ?? readMachine();
  }

  /** Starts a sampler of the session's cores, on the session's clock; it ends with the session at the latest. */
  startSampler({ hz, memoryHz, onBatch = () => undefined }: Sampling): SamplerClient {
    const { launcher, entries, quiet, onNote } = this.#options;
    const sampler = new SamplerClient(
      {
        ...{ launcher, entry: entries.sampler, originNs: this.originNs, hz, memoryHz, quiet },
        cores: this.machine.affinity.length,
      },
      { onBatch, onNote },
    );
    this.#samplers.add(sampler);
    return sampler;
  }

  /** Calls `use` with a sampler that is ready, or has failed to start, and ends the sampler afterwards. */
  async sample<T>(sampling: Sampling, use: (sampler: SamplerClient) => Promise<T>): Promise<T> {
    const sampler = this.startSampler(sampling);
    try {
      await sampler.ready();
      // Should this process vanish, the sampler removes them.
      if (this.#folders.size > 0) sampler.guardFolders([...this.#folders.keys()]);
      return await use(sampler);
    } finally {
      await this.#endSampler(sampler);
    }
  }

  /**
   * Makes a temporary folder that goes with the session.
   * @param left removes it where this process is killed
   */
  async makeFolder(left: { removeOnDeath(folder: string): void }): Promise<string> {
    const folder = await makeTempFolder();
    const removeNow = (): void => removeFolderNow(folder);
    process.once('exit', removeNow);
    this.#folders.set(folder, removeNow);
    left.removeOnDeath(folder);
    return folder;
  }

  /** Ends its samplers and removes its folders; resolves when they are gone. */
  async end(): Promise<void> {
    for (const sampler of this.#samplers) await this.#endSampler(sampler);
    for (const [folder, removeNow] of this.#folders) {
      await removeFolder(folder);
      process.off('exit', removeNow);
      this.#folders.delete(folder);
    }
  }

  async #endSampler(sampler: SamplerClient): Promise<void> {
    this.#samplers.delete(sampler);
    await sampler.end();
  }
}
