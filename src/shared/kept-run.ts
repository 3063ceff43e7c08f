// What is kept beside the reports in a person's data folder: a kept run in short, and the settings.
import { z } from 'zod';
import { findingsSchema, type FindingsFile } from './findings-file';
import { runStatuses } from './live';
import type { Report } from './report';

const aboutSchema = z.object({
  name: z.string(),
  startedAt: z.string(),
  status: z.enum(runStatuses),
  trials: z.number().int().nonnegative(),
  cells: z.number().int().nonnegative(),
  durationNs: z.number().nonnegative(),
  shell: z.enum(['app', 'cli']),
  verdict: z.string(),
});

/** What a kept run is in short, for lists: its report need not be unpacked for it. */
export type RunAbout = z.infer<typeof aboutSchema>;

/** What is said of a report in a list. */
export function aboutOf({ experiment, run, cells, program, verdict }: Report): RunAbout {
  return {
    name: experiment.name,
    startedAt: run.startedAt,
    status: run.status,
    trials: cells.reduce((sum, cell) => sum + cell.trials.length, 0),
    cells: cells.length,
    durationNs: run.durationNs,
    shell: program.shell,
    verdict: verdict.text,
  };
}

/** The most that kept runs may take together, where nothing is set. */
export const defaultKeptBytes = 2_000_000_000;

const settingsSchema = z.object({
  /** The most that kept runs may take together, in bytes; 0 keeps none but the newest. */
  keptBytes: z.number().int().nonnegative().optional(),
});

/** What a person set for both the app and the command line. */
export type StoreSettings = z.infer<typeof settingsSchema>;

function parse<T>(text: string, schema: z.ZodType<T>): T | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    // Not JSON.
    return undefined;
  }
}

/** What `about.json` says; nothing where it is damaged, for the folder's name says enough. */
export const parseAbout = (text: string): RunAbout | undefined => parse(text, aboutSchema);

/** What `settings.json` says; nothing where it is damaged. */
export const parseSettings = (text: string): StoreSettings | undefined =>
  parse(text, settingsSchema);

/** Findings and guesses that are kept; nothing where they are damaged. */
export const parseKeptFindings = (text: string): FindingsFile | undefined =>
  parse(text, findingsSchema);
