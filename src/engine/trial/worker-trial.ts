// processes and hybrid: the engine plays the program; it starts the hosts and dispatches the tasks.
import { isPaired } from '@shared/experiment/strategies';
import type { TaskRange } from '@shared/wire/messages';
import { TaskDispatcher } from './task-dispatcher';
import type { TrialSession, TrialResult } from './trial-session';

/** Runs the cell in `processes` hosts. Their start is part of the cold time. */
export async function runAsWorkers(session: TrialSession): Promise<TrialResult> {
  const { context, request, ending } = session;
  const { clock, sampler, emit, experiment } = context;
  const { cell, trial, tasks } = request;
  const { processes, threads } = cell.topology;
  const { schedule } = experiment;
  const least = schedule.kind === 'static' ? 1 : schedule.chunk * threads;
  const dispatcher = new TaskDispatcher(tasks, processes, least);

  await session.snapshotBefore();
  session.limitTrial();
  const decidedNs = clock.now();
  const hosts = Array.from({ length: processes }, (_, host) =>
    session.launch(
      {
        role: 'worker',
        host,
        firstWorker: host * threads,
        threads: isPaired(cell.strategy) ? threads : 0,
      },
      {
        onSpans: ({ spans, heaps }) => {
          emit({ type: 'spans', trial, spans });
          emit({ type: 'heaps', trial, heaps });
        },
        onWorkers: () => undefined,
        onWant: (asking, count) =>
          asking.handle.send({ type: 'more', range: dispatcher.next(count) }),
      },
    ),
  );
  const ready = await ending.until(Promise.all(hosts.map((host) => host.ready)));
  session.limitOwnCode();
  const spawnedNs = Math.max(...ready.map((host) => host.spawnedNs));

  const ranges = hosts.map((host) =>
    schedule.kind === 'static' ? dispatcher.part(host.index) : dispatcher.next(least),
  );
  const workers = ready.flatMap((host) => host.workers);
  const watched = hosts.flatMap(({ handle, index }) =>
    handle.pid === undefined ? [] : [{ pid: handle.pid, host: index }],
  );
  session.watch(workers, watched);
  const goNs = clock.now();
  hosts.forEach((host, index) => {
    host.handle.send({ type: 'go', range: ranges[index] as TaskRange });
  });
  sampler.guard(watched.map(({ pid }) => pid));
  emit({ type: 'workers', trial, workers });

  const finished = await ending.until(Promise.all(hosts.map((host) => host.finished)));
  const collectedNs = clock.now();
  // All results are in: what is left has limits of its own.
  session.limitEnd();
  await session.snapshotAfter();

  const lettingGoNs = clock.now();
  await ending.until(Promise.all(hosts.map((host) => host.leave())));
  const joinNs = clock.now() - lettingGoNs;
  await session.readLeft();

  const lastDoneNs = Math.max(
    ...finished.map(({ marks }) => marks.lastDoneNs).filter((ns) => !Number.isNaN(ns)),
  );
  return { moments: { decidedNs, spawnedNs, goNs, lastDoneNs, collectedNs, joinNs }, finished };
}
