// Defines what the handlers act on.
import type { BrowserWindow } from 'electron';
import type { RunStore } from '@engine/store/run-store';
import type { RemovedRuns } from '@shared/kept/kept-run';
import type { Language } from '@shared/base/language';
import type { AppInfo, Place } from '@shared/wire/ipc';
import type { ThemeName } from '@shared/look/palette';
import type { Report } from '@shared/report/report';
import type { Consent } from '../../runs/consent';
import type { ClaimsControl } from '../../runs/claims-control';
import type { RunControl } from '../../runs/run-control';
import type { Saves } from '../../base/saves';
import type { TrialGaps } from '../../runs/trial-gaps';

export interface HandlerContext {
  readonly info: AppInfo;
  readonly control: RunControl;
  readonly claims: ClaimsControl;
  /** Whether own code may be run. */
  readonly consent: Consent;
  /** The window, for dialogs that belong to it. */
  readonly window: BrowserWindow;
  /** What `system` means, where the command line says. */
  readonly startTheme: ThemeName | undefined;
  /** The language that `system` means: the command line's, else the system's. */
  readonly startLanguage: Language;
  readonly onShown: (place: Place) => void;
  /** Messages are in another language now. */
  readonly onLanguage: () => void;
  /** The report of the last run, or the one opened last. */
  readonly shelf: CurrentReport;
  /** The runs in the user's data folder. */
  readonly store: RunStore;
  /** That folder's absolute path. */
  readonly dataFolder: string;
  /** What is being written. */
  readonly saves: Saves;
  /** When work of the main process's own takes no time from a trial. */
  readonly gaps: TrialGaps;
  /** What is kept has changed; the runs that were deleted for it. */
  readonly onRunsChanged: (removed?: RemovedRuns) => void;
}

export interface CurrentReport {
  last: Report | undefined;
}
