// What is bundled for the intake bench: the path of samples from the wire to the window, as it is and as it was.
import { runBudget } from '@engine/record/budget';
import { RecordedSamples } from '@engine/record/samples';
import { coreColumns, workerColumns } from '@engine/sampler/sample-rows';
import { TimelineBuffer } from '@renderer/model/timeline-buffer';
import { emptySamples } from '@shared/report/live';
import * as rowsBefore from './before/sample-rows.mjs';
import { RecordedSamples as RecordedBefore } from './before/samples.mjs';
import { TimelineBuffer as BufferBefore } from './before/timeline-buffer.mjs';

export { coreRowKinds, parseFromSampler, workerRowKinds } from '@shared/wire/wire-sampler';
export { emptySamples, runBudget };

export const sides = {
  now: { Recorded: RecordedSamples, Buffer: TimelineBuffer, coreColumns, workerColumns },
  before: { Recorded: RecordedBefore, Buffer: BufferBefore, ...rowsBefore },
};
