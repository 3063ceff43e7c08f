// Defines notes on what could not be measured for a claim, or was disturbed, and why: a fact for each, with its
// figures.
import { noteSchema } from '../report/notes';
import { z } from 'zod';
import {
  amount,
  bytes,
  index,
  boundedList,
  longText,
  ratio,
  shortText,
} from '../base/data-schemas';
import { cellNameSchema } from '../report/cell-name';
import { crashFaults } from './crash-faults';
import { probeNames } from './methods';
import { factSchema, textFactSchema } from '../report/facts';
import { failureSchema } from '../report/failures';
import { probeFailureSchema } from '../report/probe-failure';
import { trialStatuses } from '../report/statuses';
import { warningFactSchema } from '../report/warnings';

/** Which probe: what it tries and in what it runs. An earlier version had its name: `threads, abort`. */
const title = z.union([
  shortText,
  z.object({
    probe: z.enum(probeNames),
    /** `node` or the id of a Python. */
    runtime: shortText,
    kind: z.enum(['threads', 'processes']).optional(),
    fault: z.enum(crashFaults).optional(),
  }),
]);

export type ProbeTitle = z.infer<typeof title>;

/** Every note. */
const facts = {
  /** No Python was found, so nothing is said of it. */
  'no-python': {},
  /** There is no Electron to open a window with. */
  'no-electron': {},
  /** There is no screen, and no Xvfb to make one. */
  'no-display': {},
  /** There is no screen, and Xvfb did not start. */
  'display-not-started': {},
  /** There is one core only. */
  'one-core': {},
  /** A strategy came out faster than its cores can make it: serial's times were not steady. */
  'too-fast': {
    label: cellNameSchema,
    ratio,
    /** Serial's times over their median. */
    serial: z.object({ low: ratio, high: ratio }).optional(),
  },
  /** Messages of these sizes were left out for want of memory. */
  'messages-left-out': { sizes: boundedList(bytes), freeBytes: bytes },
  'search-ended': { by: z.enum(['budget', 'stop']) },
  /** What a run that was made for it noted. */
  noted: { note: noteSchema },
  /** A run that was made for it ended early. */
  ended: { failure: failureSchema },
  /** A trial of a run that was made for it failed. */
  'trial-failed': { cell: shortText, status: z.enum(trialStatuses), why: failureSchema.optional() },
  /** A run that was made for it was disturbed; the cells that the warning names have labels. */
  disturbed: {
    warning: warningFactSchema,
    cells: boundedList(z.object({ cell: shortText, label: cellNameSchema })),
  },
  /** Other processes took CPU time while a probe ran. */
  'probe-disturbed': {
    title,
    cores: amount,
    most: z.object({ name: shortText, pid: index }).optional(),
  },
  /** A window's frames came unevenly before there was any work. */
  'frames-uneven': { title },
  /** The system has no limit on a process's memory. */
  'no-memory-limit': { title },
  /** There is not enough shared memory for a payload of so many bytes. */
  'no-shared-memory': { title, bytes },
  /** What a probe of an earlier version noted. */
  'probe-said': { title, said: longText },
  'probe-failed': {
    title,
    failure: probeFailureSchema,
    /** The last line of its standard error. */
    stderr: longText.optional(),
  },
} as const;

const schemaOf = <K extends keyof typeof facts>(kind: K) => factSchema(kind, facts[kind]);

export const claimNoteSchema = z.discriminatedUnion('kind', [
  schemaOf('no-python'),
  schemaOf('no-electron'),
  schemaOf('no-display'),
  schemaOf('display-not-started'),
  schemaOf('one-core'),
  schemaOf('too-fast'),
  schemaOf('messages-left-out'),
  schemaOf('search-ended'),
  schemaOf('noted'),
  schemaOf('ended'),
  schemaOf('trial-failed'),
  schemaOf('disturbed'),
  schemaOf('probe-disturbed'),
  schemaOf('frames-uneven'),
  schemaOf('no-memory-limit'),
  schemaOf('no-shared-memory'),
  schemaOf('probe-said'),
  schemaOf('probe-failed'),
  textFactSchema,
]);

export type ClaimNote = z.infer<typeof claimNoteSchema>;
