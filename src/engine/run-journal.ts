// Defines what a run writes its journal with: the seam between the engine's run and the store.
import type { BreakEven } from '@shared/report/break-even';
import type { JournalHeader } from '@shared/kept/journal';
import type { LiveEvent } from '@shared/report/live';
import type { Note } from '@shared/report/notes';
import type { Result } from '@shared/base/result';

/** What the top of a journal says beside who wrote it. */
export type JournalTop = Omit<JournalHeader, 'schema' | 'version' | 'holder'>;

/** How the run ended, for a report that was not written yet. */
export interface JournalEnd {
  readonly durationNs: number;
  readonly ownCpuNs?: number;
  readonly windowCpuNs?: number;
}

/**
 * A run on disk while it goes on. Everything that is asked of it is awaited, and nothing is asked
 * while a trial is measured. A failure is reported once: later calls succeed and do nothing.
 */
export interface RunJournal {
  /** Processes of this user's other runs that were under way at the same time, as far as seen. */
  readonly otherRuns: readonly number[];
  /** Makes the run's folder and the top of its journal. */
  begin(top: JournalTop): Promise<Result<undefined, Note>>;
  /** Remembers what was said, for the next line; no input, no output. */
  take(event: LiveEvent): void;
  /** Appends what was said since the last line; on disk when it resolves. */
  write(atNs: number): Promise<Result<undefined, Note>>;
  /** Appends the break-even as far as it is searched. */
  writeBreakEven(breakEven: BreakEven): Promise<Result<undefined, Note>>;
  /** Appends what is left, and how the run ended. */
  end(atNs: number, end: JournalEnd): Promise<Result<undefined, Note>>;
}
