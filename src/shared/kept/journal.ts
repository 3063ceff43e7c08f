// The journal of a run: what is on disk while it goes on. Lines of JSON; the first says what runs
// and who runs it, each later one holds what came since: of a finished trial, all of it.
import { z } from 'zod';
import { breakEvenSchema } from '../report/break-even';
import type { Cell } from '../experiment/cells';
import { columns, count, index, boundedList, moment, ns, shortText } from '../base/data-schemas';
import { experimentSchema } from '../experiment/experiment';
import { explainIssues } from '../experiment/explain-issues';
import { journalEventSchema, plannedTrialSchema } from './live-schema';
import { machineSchema } from '../report/machine';
import { parseJson } from '../base/parse-json';
import { interpreterSchema, pythonCellSchema } from '../experiment/python-schema';
import { reportSchema } from '../report/report';
import { reportLimits } from '../report/report-limits';
import type { JournalFault } from '../base/problems';
import { fail, failWith, ok, type Result } from '../base/result';
import { placements, strategyKinds } from '../experiment/strategies';
import { findUnfit } from '../base/unfit-data';

/** Version 2 has notes as facts; version 1 had sentences. */
export const journalVersion = 2;

/** Who runs it: a process, named so that no later one is taken for it. */
export const holderSchema = z.object({
  pid: index.min(1),
  /** When it started, in ticks since the boot; absent where the platform does not reveal it. */
  startTicks: count.optional(),
  /** The boot of the machine that it runs in. */
  boot: shortText.optional(),
  /** The namespace its number is of: in another container the same number is another process. */
  namespace: shortText.optional(),
});

export type RunHolder = z.infer<typeof holderSchema>;

const cellSchema: z.ZodType<Cell> = z.object({
  id: shortText,
  strategy: z.enum(strategyKinds),
  workers: index.min(1),
  topology: z.object({
    processes: index.min(1),
    threads: index.min(1),
    concurrency: index.min(1),
  }),
  placement: z.enum(placements),
  python: pythonCellSchema.optional(),
});

export const journalHeaderSchema = z.object({
  schema: z.literal('corelane.journal'),
  version: z.int().min(1).max(journalVersion),
  /** Of the report to come. */
  id: shortText,
  startedAt: moment,
  holder: holderSchema,
  program: reportSchema.shape.program,
  environment: machineSchema,
  interpreters: boundedList(interpreterSchema).optional(),
  experiment: experimentSchema,
  cells: boundedList(cellSchema),
  order: boundedList(plannedTrialSchema),
  /** Kernel numbers of the usable cores. */
  cores: columns.index,
});

export type JournalHeader = z.infer<typeof journalHeaderSchema>;

export const journalLineSchema = z.discriminatedUnion('type', [
  /** What was said since the last line, in order; a trial is finished where its `trial-end` is here. */
  z.object({
    type: z.literal('events'),
    /** The run's clock when it was written. */
    atNs: ns,
    events: boundedList(journalEventSchema),
  }),
  /** Processes of other runs that were under way meanwhile; a later one replaces it. */
  z.object({ type: z.literal('other-runs'), pids: boundedList(index.min(1)) }),
  /** The break-even as far as it is searched; a later one replaces it. */
  z.object({ type: z.literal('break-even'), breakEven: breakEvenSchema }),
  /** The run has ended; its report was not written yet. */
  z.object({
    type: z.literal('end'),
    durationNs: ns,
    ownCpuNs: ns.optional(),
    windowCpuNs: ns.optional(),
  }),
]);

export type JournalLine = z.infer<typeof journalLineSchema>;

/** One line, parsed by a schema: `bad-journal` with the place where it is none. */
function parseLine<T>(text: string, schema: z.ZodType<T>): Result<T> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const unfit = findUnfit(json.value, reportLimits);
  if (unfit !== undefined) return fail('bad-journal', { fault: unfit.fault }, unfit.path);
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = explainIssues(parsed.error, json.value);
  return fail('bad-journal', { fault: issue?.fault ?? { code: 'invalid' } }, issue?.path);
}

/** The first line of a journal; `newer` where a later version wrote it. */
export function parseJournalHeader(text: string): Result<JournalHeader, JournalFault> {
  const version = parseLine(
    text,
    z.object({ schema: z.literal('corelane.journal'), version: count }),
  );
  if (!version.ok) return failWith({ code: 'no-journal' });
  if (version.value.version > journalVersion) {
    return failWith({ code: 'newer', version: version.value.version, newest: journalVersion });
  }
  const header = parseLine(text, journalHeaderSchema);
  return header.ok ? header : failWith({ code: 'damaged', problem: header.problem });
}

/** A later line of a journal. */
export function parseJournalLine(text: string): Result<JournalLine> {
  return parseLine(text, journalLineSchema);
}
