// Defines what is kept beside the reports in the user's data folder: a run's summary, and the settings.
import { z } from 'zod';
import { count, moment, ns, shortText } from '../base/data-schemas';
import { parseFindings, type FindingsFile } from '../claims/findings-file';
import { runStatuses } from '../report/statuses';
import { parseJson } from '../base/parse-json';
import type { Report } from '../report/report';
import { keptVerdict, keptVerdictSchema } from './kept-verdict';

const aboutSchema = z.object({
  name: shortText,
  startedAt: moment,
  status: z.enum(runStatuses),
  trials: count,
  cells: count,
  durationNs: ns,
  shell: z.enum(['app', 'cli']),
  verdict: keptVerdictSchema,
  /** Its report's file as it was written, to find damage without unpacking it. */
  file: z.object({ bytes: count, crc32: count }).optional(),
});

/** What a kept run is in short, for lists: its report need not be unpacked for it. */
export type RunAbout = z.infer<typeof aboutSchema>;

/** Returns what is said of a report in a list. */
export function aboutOf(report: Report): RunAbout {
  const { experiment, run, cells, program } = report;
  return {
    name: experiment.name,
    startedAt: run.startedAt,
    status: run.status,
    trials: cells.reduce((sum, cell) => sum + cell.trials.length, 0),
    cells: cells.length,
    durationNs: run.durationNs,
    shell: program.shell,
    verdict: keptVerdict(report),
  };
}

/** Maximum size of all kept runs together, where nothing is set. */
export const defaultKeptBytes = 2_000_000_000;

const settingsSchema = z.object({
  /** Maximum size of all kept runs together, in bytes; 0 keeps none but the newest. */
  keptBytes: count.optional(),
});

/** What a user set for both the app and the command line. */
export type StoreSettings = z.infer<typeof settingsSchema>;

function parse<T>(text: string, schema: z.ZodType<T>): T | undefined {
  const json = parseJson(text);
  const parsed = json.ok ? schema.safeParse(json.value) : undefined;
  return parsed?.success === true ? parsed.data : undefined;
}

/** Returns what `about.json` says; nothing where it is damaged, for the folder's name says enough. */
export const parseAbout = (text: string): RunAbout | undefined => parse(text, aboutSchema);

/** Returns what `settings.json` says; nothing where it is damaged. */
export const parseSettings = (text: string): StoreSettings | undefined =>
  parse(text, settingsSchema);

/** Findings and guesses that are kept; nothing where they are damaged. */
export const parseKeptFindings = (text: string): FindingsFile | undefined => {
  const findings = parseFindings(text);
  return findings.ok ? findings.value : undefined;
};

/** What had to go for what is kept: the oldest runs, by the limit of all together. */
export interface RemovedRuns {
  /** Their ids, the oldest first. */
  readonly runs: readonly string[];
  readonly keptBytes: number;
}

/** A damaged file that has another name now. */
export interface SetAside {
  readonly path: string;
  readonly aside: string;
}
