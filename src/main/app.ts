// The running app: its window, its one run, and what ties them together.
import { app, Menu, nativeTheme, session, type BrowserWindow } from 'electron';
import { resolve } from 'node:path';
import { startEstimate } from '@engine/estimate';
import { startClaims } from '@engine/claims/run-claims';
import type { TrackedLauncher } from '@engine/launch/tracked-launcher';
import { readMachine } from '@engine/probe/machine';
import { findInterpreters } from '@engine/python/find-interpreters';
import { OpenedPlaces } from '@engine/own-work/places';
import { startRun } from '@engine/run';
import type { EntryPaths } from '@engine/types';
import { watchMachine } from '@engine/watch';
import type { EventName, IpcEvents } from '@shared/ipc';
import type { LiveEvent } from '@shared/live';
import type { Report } from '@shared/report';
import { eventChannel } from '@shared/ipc-names';
import { ClaimsControl } from './claims-control';
import type { AppRequest } from './command-line';
import { Consent } from './consent';
import { askToRun } from './dialogs';
import { DisplayRun, readRequested } from './display-run';
import { createHandlers } from './handlers';
import type { ReportShelf } from './handlers/context';
import { openGate } from './ipc';
import { LivePort } from './live-port';
import { logLine } from './log';
import { developmentOrigin, keepPage, pageAddress } from './page';
import { PlaceWatch } from './place-watch';
import { WindowPriority } from './priority';
import { appOrigin, serveFiles } from './protocol';
import { installExit } from './quit';
import { RunControl } from './run-control';
import { appInfo } from './runtime';
import { refuseAll } from './security';
import { createWindow, isOwnPage } from './window';
import { windowCpuNs } from './window-cpu';

export interface AppOptions {
  readonly request: AppRequest;
  readonly launcher: TrackedLauncher;
  readonly entries: EntryPaths;
  /** The preload's built file. */
  readonly preload: string;
  /** Folder of the window's built files. */
  readonly pageFolder: string;
}

/** How long what runs may take to end before it is ended by force. */
const closeWithinMs = 4_000;

/** Opens the app; after Electron is ready. */
export async function openApp(options: AppOptions): Promise<void> {
  const { request, launcher } = options;
  const experiment = await readRequested(request.displayRun);
  if (!experiment.ok) {
    logLine(experiment.problem.message);
    app.exit(2);
    return;
  }
  const { window, origin } = openWindow(options);
  const livePort = new LivePort();
  const priority = new WindowPriority();
  const places = new PlaceWatch();
  const shelf: ReportShelf = { last: undefined };
  const info = appInfo();
  const tell = <N extends EventName>(name: N, payload: IpcEvents[N]): void => {
    if (!window.isDestroyed()) window.webContents.send(eventChannel, name, payload);
  };
  const displayRun =
    request.displayRun === undefined
      ? undefined
      : new DisplayRun({
          request: request.displayRun,
          window,
          places,
          command: (payload) => tell('command', payload),
        });

  const program: Report['program'] = {
    ...{ name: 'corelane', version: info.version, shell: 'app', runtime: info.runtime },
  };
  const onEvent = (event: LiveEvent): void => {
    livePort.push(event);
    priority.follow(event);
    displayRun?.follow(event);
  };
  const control = new RunControl({
    engine: {
      startRun: (run) => startRun({ ...run, windowCpuNs }),
      startEstimate,
      watchMachine,
    },
    launcher,
    entries: options.entries,
    program,
    onEvent,
    onReport: (report) => {
      shelf.last = report;
      tell('report:ready', { id: report.id });
      displayRun?.take(report);
    },
    onProblem: (problem) => {
      tell('problem', problem);
      displayRun?.fail(problem.message);
    },
  });
  const consent = new Consent(
    (what, may) =>
      // Nobody is there to agree to what an unattended run would do.
      displayRun === undefined
        ? askToRun(window, what, may, control.preparing)
        : Promise.resolve(false),
    placesOf(request),
  );
  const claims = new ClaimsControl({
    ...{ control, launcher, entries: options.entries, program, onEvent, readMachine },
    start: startClaims,
    electron: { path: process.execPath, args: app.isPackaged ? [] : [app.getAppPath()] },
    findInterpreters: async () => (await findInterpreters({ opened: consent.opened })).usable,
    onChange: (change) => tell('claims:changed', change),
  });
  const exit = installExit(
    () => control.close(closeWithinMs),
    () => launcher.killAll(),
    // An unattended run that somebody closes has not been done.
    displayRun === undefined ? 0 : 1,
  );

  const handlers = createHandlers({
    info,
    control,
    claims,
    consent,
    shelf,
    window,
    startTheme: request.theme,
    onShown: (place) => places.tell(place),
  });
  openGate(handlers, (event) => isOwnPage(window, event, origin));
  window.once('closed', () => livePort.detach());
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  keepPage({
    window,
    address: pageAddress(origin, request),
    onLoaded: () => livePort.attach(window.webContents),
    onCrash: (reason) => {
      livePort.detach();
      displayRun?.fail(`The window's process is gone: ${reason}.`);
    },
    onLost: () => exit.leave(1),
  });
  if (displayRun !== undefined) exit.leave(await displayRun.execute(experiment.value));
}

/** What the command line opens. */
function placesOf({ displayRun }: AppRequest): OpenedPlaces {
  const places = new OpenedPlaces();
  if (displayRun?.experiment !== undefined) places.openFile(resolve(displayRun.experiment));
  return places;
}

/** The window and its page's origin, with all bounds set; nothing is loaded yet. */
function openWindow({ request, preload, pageFolder }: AppOptions): {
  readonly window: BrowserWindow;
  readonly origin: string;
} {
  const development = developmentOrigin(request, app.isPackaged);
  // Unattended, the app neither reads nor leaves what belongs to a person's window.
  const pages =
    request.displayRun === undefined ? session.defaultSession : session.fromPartition('unattended');
  refuseAll(pages, development);
  serveFiles(pages, pageFolder);
  if (app.isPackaged && process.platform !== 'darwin') Menu.setApplicationMenu(null);
  if (request.theme !== undefined) nativeTheme.themeSource = request.theme;
  const window = createWindow(pages, preload, request.size);
  return { window, origin: development ?? appOrigin };
}
