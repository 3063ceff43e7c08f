// processes and hybrid: the engine plays the program; it starts the hosts and hands out the tasks.
import type { TaskRange } from '@shared/messages';
import type { TrialStage, TrialYield } from './stage';

/** Deals out task ranges: equal parts at once, or chunks on demand. */
export class Dealer {
  #next = 0;

  constructor(
    readonly tasks: number,
    readonly hosts: number,
  ) {}

  /** Host `index`'s equal part. */
  part(index: number): TaskRange {
    const from = Math.floor((index * this.tasks) / this.hosts);
    const to = Math.floor(((index + 1) * this.tasks) / this.hosts);
    return { from, count: to - from, last: true };
  }

  /** The next tasks, at most `count`; `last` when none is left after them. */
  next(count: number): TaskRange {
    const from = this.#next;
    const given = Math.min(count, this.tasks - from);
    this.#next += given;
    return { from, count: given, last: this.#next >= this.tasks };
  }
}

/** Runs the cell in `processes` hosts. Their start is part of the cold time. */
export async function runAsWorkers(stage: TrialStage): Promise<TrialYield> {
  const { context, request, ending } = stage;
  const { clock, sampler, emit, experiment } = context;
  const { cell, trial, tasks } = request;
  const { processes, threads } = cell.topology;
  const { schedule } = experiment;
  const dealer = new Dealer(tasks, processes);

  stage.limitTrial();
  const decidedNs = clock.now();
  const hosts = Array.from({ length: processes }, (_, host) =>
    stage.launch(
      {
        role: 'worker',
        host,
        firstWorker: host * threads,
        threads: cell.strategy === 'hybrid' ? threads : 0,
      },
      {
        onSpans: ({ spans, heaps }) => {
          emit({ type: 'spans', trial, spans });
          emit({ type: 'heaps', trial, heaps });
        },
        onWorkers: () => undefined,
        onWant: (asking, count) => asking.handle.send({ type: 'more', range: dealer.next(count) }),
      },
    ),
  );
  const ready = await ending.until(Promise.all(hosts.map((host) => host.ready)));
  const spawnedNs = Math.max(...ready.map((host) => host.spawnedNs));

  const ranges = hosts.map((host) =>
    schedule.kind === 'static' ? dealer.part(host.index) : dealer.next(schedule.chunk * threads),
  );
  const workers = ready.flatMap((host) => host.workers);
  const watched = hosts.flatMap(({ handle, index }) =>
    handle.pid === undefined ? [] : [{ pid: handle.pid, host: index }],
  );
  sampler.watch(trial, workers, watched);
  const goNs = clock.now();
  hosts.forEach((host, index) => {
    host.handle.send({ type: 'go', range: ranges[index] as TaskRange });
  });
  sampler.guard(watched.map(({ pid }) => pid));
  emit({ type: 'workers', trial, workers });

  const finished = await ending.until(Promise.all(hosts.map((host) => host.finished)));
  const collectedNs = clock.now();
  await stage.lookBack();

  const lettingGoNs = clock.now();
  for (const host of hosts) {
    host.release();
    host.handle.send({ type: 'leave' });
  }
  await ending.until(Promise.all(hosts.map((host) => host.gone)));
  const joinNs = clock.now() - lettingGoNs;

  const lastDoneNs = Math.max(
    ...finished.map(({ marks }) => marks.lastDoneNs).filter((ns) => !Number.isNaN(ns)),
  );
  return { moments: { decidedNs, spawnedNs, goNs, lastDoneNs, collectedNs, joinNs }, finished };
}
