// serial, async and threads: one fresh host plays the program, decides, and does everything itself.
import type { TrialStage, TrialYield } from './stage';

/** Runs the cell in one host. The host's start is not counted: the program is already running. */
export async function runAsProgram(stage: TrialStage): Promise<TrialYield> {
  const { context, request, ending } = stage;
  const { sampler, emit } = context;
  const { cell, trial } = request;
  const threads = cell.strategy === 'threads' ? cell.topology.threads : 0;

  stage.limitBoot();
  const host = stage.launch(
    { role: 'program', host: 0, firstWorker: 0, threads },
    {
      onSpans: ({ spans, heaps }) => {
        emit({ type: 'spans', trial, spans });
        emit({ type: 'heaps', trial, heaps });
      },
      onWorkers: (workers) => {
        emit({ type: 'workers', trial, workers });
        sampler.watch(trial, workers, []);
      },
      onWant: () => undefined,
    },
  );
  const ready = await ending.until(host.ready);
  const pid = host.handle.pid;
  if (ready.workers.length > 0) emit({ type: 'workers', trial, workers: ready.workers });
  sampler.watch(trial, ready.workers, pid === undefined ? [] : [{ pid, host: 0 }]);
  if (pid !== undefined && cell.placement === 'host') {
    sampler.guard([pid]);
  }

  await stage.lookAround();
  stage.limitTrial();
  host.handle.send({ type: 'decide' });
  const finished = await ending.until(host.finished);
  await stage.lookBack();
  host.handle.send({ type: 'join' });
  const joinNs = await ending.until(host.joined);
  host.release();

  const { marks } = finished;
  return {
    moments: { ...marks, decidedNs: marks.decidedNs ?? marks.spawnedNs, joinNs },
    finished: [finished],
  };
}
