// A finished report as a timeline buffer: its columns, told again as live events.
import { emptySamples, type LiveEvent, type PlannedTrial } from '@shared/live';
import type { Report, TrialReport } from '@shared/report';
import { TimelineBuffer } from './timeline-buffer';

interface TrialOfCell {
  readonly cell: string;
  readonly trial: TrialReport;
}

/** When a trial can be shown from: its decision, or the first moment recorded of it. */
function firstMoment({ startNs, spans, endNs }: TrialReport): number {
  return startNs ?? spans.startNs.reduce((least, ns) => Math.min(least, ns), endNs);
}

function beginning(report: Report, trials: readonly TrialOfCell[]): LiveEvent {
  const order = trials.map(({ cell, trial }): PlannedTrial => ({
    trial: trial.trial,
    cell,
    round: trial.round,
    warmup: trial.warmup,
  }));
  const { samples, experiment } = report;
  return {
    type: 'run-begin',
    experiment,
    cells: report.cells,
    order,
    cores: samples.coreIds,
    sampling: experiment.sampling,
  };
}

function* trialEvents({ trial }: TrialOfCell): Generator<LiveEvent> {
  const { trial: index, workers, spans, evidence, startNs, coldNs, warmNs, phases } = trial;
  yield { type: 'trial-begin', trial: index, atNs: firstMoment(trial) };
  yield {
    type: 'workers',
    trial: index,
    workers: workers.map(({ tid, ...worker }) => (tid === undefined ? worker : { ...worker, tid })),
  };
  yield { type: 'spans', trial: index, spans };
  yield {
    type: 'trial-end',
    end: {
      trial: index,
      status: trial.status,
      endNs: trial.endNs,
      ...(evidence !== undefined && { evidence: { message: evidence.message } }),
      ...(startNs !== undefined && { startNs }),
      ...(coldNs !== undefined && { coldNs }),
      ...(warmNs !== undefined && { warmNs }),
      ...(phases !== undefined && { phases }),
      ...(trial.cpuWarmNs !== undefined && { cpuWarmNs: trial.cpuWarmNs }),
    },
  };
}

/** The events that fill a buffer with what the report holds. */
export function* reportEvents(report: Report): Generator<LiveEvent> {
  const trials = report.cells
    .flatMap(({ id, trials: ofCell }) => ofCell.map((trial) => ({ cell: id, trial })))
    .sort((a, b) => a.trial.order - b.trial.order);
  yield beginning(report, trials);
  for (const trial of trials) yield* trialEvents(trial);
  const { cores, workers, processes, loop } = report.samples;
  const samples = { ...emptySamples(0), cores, workers, memory: processes };
  const cost = report.run.sampler;
  yield { type: 'samples', samples, ...(cost !== undefined && { cost }) };
  yield { type: 'loop', loop };
}

/** A buffer that holds a report's timeline. */
export function bufferFromReport(report: Report): TimelineBuffer {
  const buffer = new TimelineBuffer();
  for (const event of reportEvents(report)) buffer.apply(event);
  buffer.touch();
  return buffer;
}
