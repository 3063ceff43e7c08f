// Defines the engine's input and output: the seam between it and the shells (app, CLI, tests).
import type { Experiment } from '@shared/experiment/experiment';
import type { LiveEvent } from '@shared/report/live';
import type { FromHost, ToHost } from '@shared/wire/messages';
import type { Interpreter } from '@shared/experiment/python';
import type { Report } from '@shared/report/report';
import type { Shortage } from '@shared/report/shortages';
import type { EnvironmentPart } from '@shared/wire/run-mark';
import type { RunJournal } from './run-journal';
import type { OwnContent } from '@shared/experiment/own-content';

/** How a child process ended. */
export interface ChildExit {
  readonly code?: number;
  readonly signal?: string;
  /** Of one that could not be started: the system's reason. */
  readonly why?: string;
  /** Of one that could not be started: what the machine had too little of. */
  readonly lacks?: Shortage;
}

/** One child process, whatever started it. Listeners are set before the first message can come. */
export interface ChildHandle<Send, Receive> {
  /** Known once the process has started. */
  readonly pid: number | undefined;
  /** Resolves when it has started; absent where that is known at once. */
  readonly started?: Promise<unknown>;
  send(message: Send): void;
  onMessage(listener: (message: Receive) => void): void;
  /** Called once; also when the process could not be started. */
  onExit(listener: (exit: ChildExit) => void): void;
  /** Ends it at once and for certain; harmless when it is gone. */
  kill(): void;
  /** The same, where `kill` would end what it has started as well: that is left to who looks for it and names it. */
  killAlone?(): void;
  /** Bytes of its standard error so far, where nothing else counts what is printed. */
  printedBytes?(): number;
  /** The last lines of its standard error. */
  stderrTail(): string;
}

export type HostHandle = ChildHandle<ToHost, FromHost>;

/** Built entry files that run inside children. */
export interface EntryPaths {
  readonly host: string;
  readonly thread: string;
  readonly sampler: string;
  readonly httpPeer: string;
  /** A program that tries one claim. */
  readonly probe: string;
  /** The Python agent's file. */
  readonly python: string;
  /** The same in Python. */
  readonly pythonProbe: string;
}

export type EntryName = keyof EntryPaths;

export interface LaunchOptions {
  /** For users who look at a list of processes. */
  readonly name: string;
  /** What its environment has beside, or instead of, this process's. */
  readonly env?: EnvironmentPart;
}

/** Starts children; forked Node processes in the CLI, utility processes in the app. */
export interface Launcher {
  readonly kind: 'fork' | 'utility';
  launch<Send, Receive>(entry: string, options: LaunchOptions): ChildHandle<Send, Receive>;
}

export interface RunOptions {
  readonly experiment: Experiment;
  readonly launcher: Launcher;
  readonly entries: EntryPaths;
  readonly program: Report['program'];
  /** The Pythons that the experiment may mean; none where it has no Python strategy. */
  readonly interpreters?: readonly Interpreter[];
  /** Why some Pythons could not be asked what they are. */
  readonly searchLacks?: Shortage;
  /**
   * What the user agreed to run, where the experiment has code of its own: the run ends where a file is another
   * one. Without it the run holds its files against those that it finds itself.
   */
  readonly content?: OwnContent | undefined;
  /** Told everything, in order, as it happens. */
  readonly onEvent: (event: LiveEvent) => void;
  /** Nobody watches: events come about once a second, which costs less. */
  readonly quiet?: boolean;
  /** Where every finished trial is put on disk as it ends; none is kept without it. */
  readonly journal?: RunJournal;
  /** CPU time so far of the processes that draw a window, where there is one; in ns. */
  readonly windowCpuNs?: () => number | undefined;
}

/** A run under way. */
export interface RunHandle {
  /** Stops at once: the trial under way ends as `stopped`, and what was measured is reported. */
  stop(): void;
  /** Resolves when no child is left; rejects only for bugs. */
  readonly done: Promise<Report>;
}

export type StartRun = (options: RunOptions) => RunHandle;
