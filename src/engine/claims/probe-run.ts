// Runs probes one after the other, reported and sampled as the trials of a run are.
import { defined } from '@shared/base/defined';
import type { Note } from '@shared/report/notes';
import type { Cell } from '@shared/experiment/cells';
import type { Experiment } from '@shared/experiment/experiment';
import type { SampleColumns, SamplerCost, Interference } from '@shared/report/live';
import type { TrialStatus } from '@shared/report/statuses';
import type { StrategyKind } from '@shared/experiment/strategies';
import type { WorkerIdentity } from '@shared/base/worker-identity';
import { MemoryPeaks } from '../trial/peaks';
import type { SamplerClient } from '../sampler/sampler-client';
import { MeasuringSession } from '../session/measuring-session';
import { disturbance } from './disturbance';
import { runProbe, type ProbeRun, type ProbeRunEnd, type ProbeRunStatus } from './run-probe';
import { memoryLimit, type ClaimContext } from './context';

/** An act and the lane it is shown in. */
export interface ShownProbe extends ProbeRun {
  readonly strategy: StrategyKind;
}

const trialStatuses: Readonly<Record<ProbeRunStatus, TrialStatus>> = {
  done: 'ok',
  fault: 'failed',
  exited: 'exited',
  timeout: 'timeout',
  'memory-limit': 'memory-limit',
  stopped: 'stopped',
};

function cellOf(act: ShownProbe, index: number): Cell {
  const processes = act.strategy.includes('process') ? act.workers : 1;
  const { python } = act;
  return {
    id: `${act.probe}-${index + 1}`,
    strategy: act.strategy,
    workers: act.workers,
    topology: { processes, threads: act.workers / processes, concurrency: 1 },
    placement: 'host',
    ...defined({
      python: python && { interpreter: python.id, path: python.path },
    }),
  };
}

/**
 * Performs acts in their order.
 * @param experiment what the picture is titled with, and how often is sampled
 */
export async function runProbes(
  context: ClaimContext,
  experiment: Experiment,
  acts: readonly ShownProbe[],
): Promise<readonly ProbeRunEnd[]> {
  const stage = new ProbeSession(context, experiment, acts);
  return stage.run();
}

class ProbeSession {
  readonly #context: ClaimContext;
  readonly #acts: readonly ShownProbe[];
  readonly #experiment: Experiment;
  readonly #session: MeasuringSession;
  /** The probe's own process, while there is one. */
  #own: readonly number[] = [];

  constructor(context: ClaimContext, experiment: Experiment, acts: readonly ShownProbe[]) {
    this.#context = context;
    this.#experiment = experiment;
    this.#acts = acts;
    const { launcher, entries, quiet, onEvent } = context;
    const onNote = (note: Note): void => onEvent({ type: 'note', note });
    this.#session = new MeasuringSession({ launcher, entries, quiet, onNote });
  }

  async run(): Promise<readonly ProbeRunEnd[]> {
    const { onEvent, signal } = this.#context;
    const cells = this.#acts.map(cellOf);
    onEvent({
      type: 'run-begin',
      experiment: this.#experiment,
      cells,
      order: cells.map(({ id }, trial) => ({ trial, cell: id, round: 0, warmup: false })),
      cores: this.#session.machine.affinity,
      sampling: this.#experiment.sampling,
    });
    const ends: ProbeRunEnd[] = [];
    try {
      const folder = await this.#session.makeFolder(this.#context.reaper);
      const sampling = {
        ...this.#experiment.sampling,
        onBatch: (samples: SampleColumns, cost: SamplerCost) =>
          onEvent({ type: 'samples', samples, cost }),
      };
      await this.#session.sample(sampling, async (sampler) => {
        for (const [trial, act] of this.#acts.entries()) {
          if (signal.aborted) break;
          ends.push(await this.#perform(trial, act, folder, sampler));
        }
      });
    } finally {
      await this.#session.end();
    }
    onEvent({ type: 'run-end', status: signal.aborted ? 'stopped' : 'done' });
    return ends;
  }

  async #perform(
    trial: number,
    act: ShownProbe,
    folder: string,
    sampler: SamplerClient,
  ): Promise<ProbeRunEnd> {
    const { clock } = this.#session;
    const { onEvent, cores } = this.#context;
    onEvent({ type: 'trial-begin', trial, atNs: clock.now() });
    await sampler.snapshot('before');
    const pids = new Set<number>();
    let surroundings: Interference | undefined;
    const limitBytes = memoryLimit(this.#context);
    const end = await runProbe(act, this.#context, folder, {
      // It is ended for us if we are, from its first moment on.
      onStarted: (pid) => {
        this.#own = [pid];
        sampler.guard(this.#own);
      },
      onWorkers: (workers) => {
        for (const { pid } of workers) pids.add(pid);
        this.#watch(trial, workers, sampler);
      },
      onTooMuch: (endIt) => {
        const peaks = new MemoryPeaks();
        sampler.onMemory = (memory) => {
          peaks.add(memory, trial);
          const heldBytes = peaks.peak?.pssBytes ?? 0;
          if (heldBytes > limitBytes) endIt({ heldBytes, limitBytes });
        };
      },
      onOver: async () => {
        sampler.onMemory = undefined;
        surroundings = await sampler.snapshot('after');
      },
    });
    sampler.unwatch(trial);
    this.#own = [];
    sampler.guard(this.#own);
    if (surroundings !== undefined) onEvent({ type: 'surroundings', trial, surroundings });
    const { failure } = end;
    onEvent({
      type: 'trial-end',
      end: {
        trial,
        status: trialStatuses[end.status],
        endNs: clock.now(),
        ...defined({
          evidence: failure && { failure: { code: 'probe', args: { failure } } as const },
        }),
      },
    });
    const disturbed = disturbance(surroundings, cores, pids);
    return disturbed === undefined ? end : { ...end, disturbed };
  }

  #watch(trial: number, workers: readonly WorkerIdentity[], sampler: SamplerClient): void {
    const pids = [...new Map(workers.map(({ pid, host }) => [pid, host]))];
    this.#context.onEvent({ type: 'workers', trial, workers });
    sampler.guard([...new Set([...this.#own, ...pids.map(([pid]) => pid)])]);
    sampler.watch(
      trial,
      workers,
      pids.map(([pid, host]) => ({ pid, host })),
    );
  }
}
