// serial, async, threads and all of Python: one fresh host plays the program, decides, and does
// everything itself.
import { isModule } from '@shared/experiment/own-code';
import type { WatchedProcess, WorkerIdentity } from '@shared/wire/messages';
import type { TrialSession, TrialResult } from './trial-session';

/** Runs the cell in one host. The host's start is not counted: the program is already running. */
export async function runAsProgram(session: TrialSession): Promise<TrialResult> {
  const { context, request, ending } = session;
  const { clock, sampler, emit } = context;
  const { cell, trial } = request;
  const threads = cell.strategy === 'threads' ? cell.topology.threads : 0;

  session.limitBoot();
  const host = session.launch(
    { role: 'program', host: 0, firstWorker: 0, threads },
    {
      onSpans: ({ spans, heaps }) => {
        emit({ type: 'spans', trial, spans });
        emit({ type: 'heaps', trial, heaps });
      },
      onWorkers: (workers) => {
        emit({ type: 'workers', trial, workers });
        const processes = ownProcesses(workers, host.handle.pid);
        session.watch(workers, processes);
        guard(processes);
        // They have loaded it by now.
        session.limitOwnCode();
      },
      onWant: () => undefined,
    },
  );
  void host.hello.then(() => session.limitOwnCode());
  const ready = await ending.until(host.ready);
  session.limitBoot();
  const { pid } = host.handle;
  const guard = (processes: readonly WatchedProcess[]): void => {
    if (pid === undefined || cell.placement !== 'host') return;
    sampler.guard([pid, ...processes.map((one) => one.pid)]);
  };
  if (ready.workers.length > 0) emit({ type: 'workers', trial, workers: ready.workers });
  session.watch(ready.workers, pid === undefined ? [] : [{ pid, host: 0 }]);
  guard([]);

  await session.snapshotBefore();
  session.limitTrial();
  host.handle.send({ type: 'decide' });
  const finished = await ending.until(host.finished);
  // All results are in: what is left has limits of its own.
  session.limitEnd();
  await session.snapshotAfter();
  const lettingGoNs = clock.now();
  host.handle.send({ type: 'join' });
  // A program that ends itself now says nothing any more: its end is the end of its workers too.
  const gone = host.gone.then(() => clock.now() - lettingGoNs);
  const joinNs = await ending.until(Promise.race([host.joined, gone]));
  host.release();
  await session.readLeft();
  // Its exit hooks run as in a program of its own; Python's have run by now.
  if (threads === 0 && cell.python === undefined && isModule(context.experiment.workload)) {
    await ending.until(host.leave());
  }

  const { marks } = finished;
  return {
    moments: { ...marks, decidedNs: marks.decidedNs ?? marks.spawnedNs, joinNs },
    finished: [finished],
  };
}

/** The processes of workers that a program has started, less the program's own. */
function ownProcesses(
  workers: readonly WorkerIdentity[],
  program: number | undefined,
): readonly WatchedProcess[] {
  return workers.filter(({ pid }) => pid !== program).map(({ pid, host }) => ({ pid, host }));
}
