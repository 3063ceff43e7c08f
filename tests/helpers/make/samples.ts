// Made-up samples that go with made-up trials: what a sampler would have seen of their spans.
import type { ReportSamples, TrialReport } from '@shared/report/report';

function busyIn({ spans }: TrialReport, worker: number, fromNs: number, toNs: number): number {
  return spans.task.reduce((sum, _, row) => {
    if (spans.worker[row] !== worker) return sum;
    const overlap =
      Math.min(toNs, spans.endNs[row] ?? 0) - Math.max(fromNs, spans.startNs[row] ?? 0);
    return sum + Math.max(0, overlap);
  }, 0);
}

/** Samples every `stepNs` while one of `trials` runs; worker w runs on core w modulo the cores. */
export function makeSamples(
  trials: readonly TrialReport[],
  coreIds: readonly number[],
  stepNs: number,
): ReportSamples {
  const cores = coreIds.length;
  const samples: ReportSamples = {
    coreIds: [...coreIds],
    cores: { atNs: [], spanNs: [], busy: coreIds.map(() => []) },
    workers: { atNs: [], spanNs: [], trial: [], worker: [], onCpuNs: [], waitNs: [], core: [] },
    processes: { atNs: [], trial: [], pid: [], rssBytes: [], pssBytes: [], privateBytes: [] },
    resident: { atNs: [], trial: [], pid: [], rssBytes: [], sharedBytes: [] },
    heaps: { trial: [], atNs: [], worker: [], usedBytes: [], totalBytes: [] },
    loop: { atNs: [], maxNs: [] },
  };
  for (const trial of trials) {
    const pids = [...new Set(trial.workers.map(({ pid }) => pid))];
    for (let atNs = (trial.startNs ?? 0) + stepNs; atNs <= trial.endNs; atNs += stepNs) {
      const busy = coreIds.map(() => 0.01);
      for (const { worker } of trial.workers) {
        const inTask = busyIn(trial, worker, atNs - stepNs, atNs);
        const onCpuNs = Math.round(inTask / Math.max(1, trial.workers.length / cores));
        const core = worker % cores;
        busy[core] = Math.min(1, (busy[core] ?? 0) + onCpuNs / stepNs);
        samples.workers.atNs.push(atNs);
        samples.workers.spanNs.push(stepNs);
        samples.workers.trial.push(trial.trial);
        samples.workers.worker.push(worker);
        samples.workers.onCpuNs.push(onCpuNs);
        samples.workers.waitNs.push(inTask - onCpuNs);
        samples.workers.core.push(coreIds[core] ?? 0);
        samples.heaps.trial.push(trial.trial);
        samples.heaps.atNs.push(atNs);
        samples.heaps.worker.push(worker);
        samples.heaps.usedBytes.push(5_200_000 + 1_000 * worker);
        samples.heaps.totalBytes.push(7_300_000);
      }
      samples.cores.atNs.push(atNs);
      samples.cores.spanNs.push(stepNs);
      busy.forEach((share, core) => samples.cores.busy[core]?.push(Math.round(share * 1e3) / 1e3));
      for (const pid of pids) {
        samples.resident.atNs.push(atNs);
        samples.resident.trial.push(trial.trial);
        samples.resident.pid.push(pid);
        samples.resident.rssBytes.push(Math.round((trial.peakRssBytes ?? 0) / pids.length));
        samples.resident.sharedBytes.push(40_000_000);
        samples.processes.atNs.push(atNs);
        samples.processes.trial.push(trial.trial);
        samples.processes.pid.push(pid);
        samples.processes.rssBytes.push(Math.round((trial.peakRssBytes ?? 0) / pids.length));
        samples.processes.pssBytes.push(Math.round((trial.peakPssBytes ?? 0) / pids.length));
        samples.processes.privateBytes.push(
          Math.round((trial.peakPrivateBytes ?? 0) / pids.length),
        );
      }
      samples.loop.atNs.push(atNs);
      samples.loop.maxNs.push(1_200_000);
    }
  }
  return samples;
}
