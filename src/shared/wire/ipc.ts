// The one contract between window and main process: calls with a checked input, and events.
// Types, preload API, handler table and allow-list all derive from it; the names are in ipc-names.
import { z } from 'zod';
import { weightsSchema, type FindingsFile } from '../claims/findings-file';
import { claimIds, guesses, type ClaimId, type Finding, type Prediction } from '../claims/claims';
import { exportFormats, findingsFormats } from '../report/export-formats';
import type { Complaint } from '../base/complaint';
import type { CostEstimate } from '../experiment/cost';
import type { Experiment, ExperimentInput } from '../experiment/experiment';
import { explainIssues } from '../experiment/explain-issues';
import type { RemovedRuns, SetAside } from '../kept/kept-run';
import type { KeptVerdict } from '../kept/kept-verdict';
import type { CallName, EventName } from './ipc-names';
import type { OwnExports } from '../experiment/own-code';
import { parseExperiment } from '../experiment/parse-experiment';
import { fail, ok, type Problem, type Result } from '../base/result';
import type { LiveEvent } from '../report/live';
import type { RunStatus } from '../report/statuses';
import type { MachineInfo } from '../report/machine';
import type { FoundInterpreters } from '../experiment/python';
import type { Report } from '../report/report';
import { speakable } from '../base/language';
import { themeNames } from '../look/palette';
import type { DataLimits } from '../base/unfit-data';

export {
  exportFormats,
  findingsFormats,
  type ExportFormat,
  type FindingsFormat,
} from '../report/export-formats';
export type { CallName, EventName } from './ipc-names';

/** Where the app runs and what it is. */
export interface AppInfo {
  readonly version: string;
  /** e.g. `electron 25.1.1 (node 18.15.0)` */
  readonly runtime: string;
  readonly platform: string;
  /** False where the user forbids the operating system's sandbox (root on Linux). */
  readonly osSandbox: boolean;
}

/** A file that was saved or chosen. */
export interface Saved {
  readonly path: string;
}

/** An answer that the user gave by closing a dialog. */
export interface Cancelled {
  readonly cancelled: true;
}

/** The places of the window. */
export const places = ['lab', 'race', 'results', 'claims', 'machine'] as const;

export type Place = (typeof places)[number];

/** Claims being tried. */
export interface ClaimsProgress {
  /** Whether claims are being tried. */
  readonly active: boolean;
  /** The one that is measured now. */
  readonly running?: ClaimId | undefined;
}

/** What changed of the claims. */
export interface ClaimsChange extends ClaimsProgress {
  /** A claim has just been decided. */
  readonly finding?: Finding;
}

/** What has the machine now. */
export interface RunState {
  /** Nothing while the machine is free. */
  readonly kind?: 'run' | 'claims';
  readonly phase: 'idle' | 'preparing' | 'running' | 'stopping';
  /** Since it began, in ms; absent while it is prepared. */
  readonly elapsedMs?: number;
}

/** A run in the user's data folder, in short. */
export interface EarlierRun {
  readonly id: string;
  readonly state: 'running' | 'unfinished' | 'finished' | 'damaged';
  /** The experiment's name. */
  readonly name: string;
  /** ISO, in UTC. */
  readonly startedAt: string;
  readonly bytes: number;
  /** Trials that are finished; absent where that is not known. */
  readonly trials?: number;
  /** Trials that were planned, of one that is unfinished. */
  readonly planned?: number;
  /** How a finished one ended. */
  readonly status?: RunStatus;
  readonly durationNs?: number;
  readonly shell?: 'app' | 'cli';
  /** The verdict of a finished one. */
  readonly verdict?: KeptVerdict;
  /** Why a damaged one can't be opened. */
  readonly why?: Problem;
}

/** What is kept of earlier runs. */
export interface EarlierRuns {
  /** The newest first. */
  readonly runs: readonly EarlierRun[];
  /** The most that finished runs may take together, in bytes. */
  readonly keptBytes: number;
  /** Why the file of settings can't be used, where one is there. */
  readonly settingsFault?: Problem;
  /** Absolute path of the folder that they lie in. */
  readonly folder: string;
}

/** A file that was dropped on the window, read. */
export type DroppedFile =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'experiment'; readonly text: string };

interface Call<Sent, Input, Output> {
  /** From what was sent to the handler's input, or `bad-…` with the place and the remedy. */
  readonly parse: (sent: unknown) => Result<Input>;
  /** Only a type: what the window hands over. */
  readonly sent?: Sent;
  /** Only a type: what the call resolves to. */
  readonly output?: Output;
}

/** A call whose input is what its schema takes. */
function call<Output>() {
  return <Input>(schema: z.ZodType<Input>): Call<Input, Input, Output> => ({
    parse: (sent) => {
      const parsed = schema.safeParse(sent);
      if (parsed.success) return ok(parsed.data);
      const [complaint] = explainIssues(parsed.error, sent);
      return refuseInput(complaint ?? { path: '', fault: { code: 'invalid' } });
    },
  });
}

/** `bad-input`, with the place where there is one. */
export function refuseInput({ path, fault }: Complaint): Result<never> {
  return fail('bad-input', { fault }, path || undefined);
}

/** A call about an experiment: its handler is given one that has been parsed, defaults included. */
function experimentCall<Output>(): Call<ExperimentInput, Experiment, Output> {
  return { parse: parseExperiment };
}

const nothing = z.undefined();

/** The most that any call may hand over, before its own schema looks at it: a report's text is the largest. */
export const callLimits: DataLimits = {
  depth: 110,
  entries: 10_000,
  values: 100_000,
  characters: 300_000_000,
};

const runId = z.string().min(1).max(255);

/** The most that can be set for kept runs: 1 TB. */
export const maxKeptBytes = 1e12;

const maxPictureCharacters = 50_000_000;

/** The most rows that can be put into the clipboard, the head included. */
export const maxCopiedRows = 5000;

/** Of what a picture is and when it was measured: the name of its file. */
const fileSubject = { name: z.string().max(200), at: z.iso.datetime() } as const;

/** The data address of a file of these types, as base64. */
const dataUrl = (types: string) =>
  z
    .string()
    .max(maxPictureCharacters)
    .regex(new RegExp(`^data:(?:${types});base64,[A-Za-z0-9+/=]+$`));

/** Every call the window may make. The gate in main parses what it is sent before a handler sees it. */
export const ipcCalls = {
  'app:info': call<Result<AppInfo>>()(nothing),
  'app:theme': call<Result<undefined>>()(z.enum([...themeNames, 'system'])),
  'app:language': call<Result<undefined>>()(z.enum([...speakable, 'system'])),
  /** The window shows a place, drawn and listening: once when it has opened, then at each change. */
  'app:shown': call<Result<undefined>>()(z.enum(places)),
  /** Opens the folder of kept runs in the system's file manager. */
  'app:show-data': call<Result<undefined>>()(nothing),
  'machine:read': call<Result<MachineInfo>>()(nothing),
  /** Watch the cores while nothing runs; samples come as live events. */
  'machine:watch': call<Result<undefined>>()(z.boolean()),
  /** The Pythons of this machine; `true` looks for them anew. */
  'pythons:list': call<Result<FoundInterpreters>>()(z.boolean()),
  /** Asks for a file of the user's own code. */
  'own-code:choose': call<Result<Saved | Cancelled>>()(nothing),
  /** What that file exports. It is read, not run. */
  'own-code:exports': call<Result<OwnExports>>()(z.string().min(1).max(4096)),
  'experiment:open':
    call<Result<{ readonly text: string; readonly path: string } | Cancelled>>()(nothing),
  'experiment:save': call<Result<Saved | Cancelled>>()(z.string().max(1_000_000)),
  /** What a run of it would cost, from a short pilot of its work. Refused while a run goes on. */
  'experiment:estimate': experimentCall<Result<CostEstimate>>(),
  'run:start': experimentCall<Result<undefined>>(),
  'run:stop': call<Result<undefined>>()(nothing),
  /** What has the machine: for a page that has been loaded again. */
  'run:state': call<Result<RunState>>()(nothing),
  /** The runs that are kept, and those that were left unfinished. */
  'runs:list': call<Result<EarlierRuns>>()(nothing),
  /** The report of a kept run; of an unfinished one, of the trials there are. */
  'runs:open': call<Result<Report>>()(runId),
  /** Removes a kept or an unfinished run from the disk. */
  'runs:discard': call<Result<undefined>>()(runId),
  /** Sets how much finished runs may take together, in bytes; tells what had to go, and a damaged file of settings. */
  'runs:limit': call<Result<{ readonly removed?: RemovedRuns; readonly setAside?: SetAside }>>()(
    z.number().int().min(0).max(maxKeptBytes),
  ),
  /** A file dropped on the window: a report, compressed or not, or an experiment. */
  'file:read': call<Result<DroppedFile>>()(
    z.strictObject({ name: z.string().max(1024), bytes: z.instanceof(Uint8Array) }),
  ),
  /** The report of the last run of this window, or the one opened last. */
  'report:last': call<Result<Report | undefined>>()(nothing),
  'report:open': call<Result<Report | Cancelled>>()(nothing),
  'report:export': call<Result<Saved | Cancelled>>()(z.enum(exportFormats)),
  /** Tries claims, in this order. Refused while a run or other claims are under way. */
  'claims:run': call<Result<undefined>>()(z.array(z.enum(claimIds)).min(1).max(claimIds.length)),
  /** Stops trying: the claim under way has no finding. */
  'claims:stop': call<Result<undefined>>()(nothing),
  /** What this session has found so far, and whether more is being tried. */
  'claims:last':
    call<Result<{ readonly file: FindingsFile; readonly progress: ClaimsProgress }>>()(nothing),
  /** Keeps a guess; refused once the claim has been tried. */
  'claims:predict': call<Result<Prediction>>()(
    z.strictObject({ claim: z.enum(claimIds), guess: z.enum(guesses) }),
  ),
  'claims:export': call<Result<Saved | Cancelled>>()(
    z.strictObject({ format: z.enum(findingsFormats), weights: weightsSchema }),
  ),
  /** Saves a chart or the race as a picture, or the race as a video: the data address of a PNG or a WebM. */
  'picture:save': call<Result<Saved | Cancelled>>()(
    z.strictObject({ ...fileSubject, dataUrl: dataUrl('image/png|video/webm') }),
  ),
  /** Saves a chart or the race as an SVG, given as text. */
  'picture:save-svg': call<Result<Saved | Cancelled>>()(
    z.strictObject({
      ...fileSubject,
      svg: z
        .string()
        .max(maxPictureCharacters)
        .startsWith('<svg xmlns="http://www.w3.org/2000/svg" '),
    }),
  ),
  /** Puts a picture into the clipboard: the data address of a PNG. */
  'picture:copy': call<Result<undefined>>()(dataUrl('image/png')),
  /** Puts the figures of a chart into the clipboard as CSV; the head is the first row. */
  'picture:copy-rows': call<Result<undefined>>()(
    z
      .array(z.array(z.union([z.string().max(4000), z.number()])).max(100))
      .min(1)
      .max(maxCopiedRows),
  ),
} as const satisfies Record<CallName, Call<unknown, unknown, unknown>>;

/** What the window hands over with a call. */
export type CallInput<N extends CallName> = Exclude<(typeof ipcCalls)[N]['sent'], undefined>;
/** What the call's handler is given. */
export type HandlerInput<N extends CallName> =
  ReturnType<(typeof ipcCalls)[N]['parse']> extends Result<infer Input> ? Input : never;
export type CallOutput<N extends CallName> = NonNullable<(typeof ipcCalls)[N]['output']>;

/** What main tells the window besides the live stream. */
export interface IpcEvents extends Record<EventName, unknown> {
  /** The report of the run that has just ended, ready to be asked for. */
  readonly 'report:ready': { readonly id: string };
  /** Claims are being tried, have been, or one of them has been decided. */
  readonly 'claims:changed': ClaimsChange;
  /** What is kept of earlier runs has changed; `removed` says what had to go. */
  readonly 'runs:changed': { readonly removed?: RemovedRuns };
  /** The app is closing: what it waits for. */
  readonly closing: { readonly text: string };
  /** Something failed that no call waits for. */
  readonly problem: Problem;
  /**
   * Start-up or a menu asks the window to do something. `run-default` loads the experiment, or the
   * default preset where none is given, and presses Run.
   */
  readonly command:
    | { readonly name: 'run-default'; readonly experiment?: Experiment }
    | { readonly name: 'stop' }
    /** A file that the system opened with the app. */
    | { readonly name: 'open-experiment'; readonly text: string; readonly path: string }
    /** The same, a report: it is the last one now. */
    | { readonly name: 'show-report' }
    | MenuCommand;
}

/** The sheets over the window. */
export type Sheet = 'palette' | 'settings' | 'help';

/** What a menu asks the window to do. */
export type MenuCommand =
  | { readonly name: 'go'; readonly place: Place }
  | { readonly name: 'sheet'; readonly sheet: Sheet }
  | {
      readonly name: 'file';
      readonly file: 'open-experiment' | 'save-experiment' | 'open-report';
    };

/**
 * What the live port carries to the page. The preload answers each with its number, when those who listen
 * have taken it in: main then sends more.
 */
export interface LiveBatch {
  /** From 1 for each port. */
  readonly number: number;
  readonly events: readonly LiveEvent[];
}

/** What the preload puts on `window`. */
export interface CorelaneApi {
  call<N extends CallName>(
    name: N,
    ...input: CallInput<N> extends undefined ? [] : [CallInput<N>]
  ): Promise<CallOutput<N>>;
  /** Listens to an event; the returned function ends it. */
  on<N extends EventName>(name: N, listener: (payload: IpcEvents[N]) => void): () => void;
  /** Listens to batches of live events, in order; the returned function ends it. */
  live(listener: (events: readonly LiveEvent[]) => void): () => void;
}
