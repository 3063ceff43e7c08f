// What the handlers act on.
import type { BrowserWindow } from 'electron';
import type { AppInfo, Place } from '@shared/ipc';
import type { ThemeName } from '@shared/palette';
import type { Report } from '@shared/report';
import type { Consent } from '../consent';
import type { ClaimsControl } from '../claims-control';
import type { RunControl } from '../run-control';

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
  readonly onShown: (place: Place) => void;
  /** The report of the last run, or the one opened last. */
  readonly shelf: ReportShelf;
}

export interface ReportShelf {
  last: Report | undefined;
}
