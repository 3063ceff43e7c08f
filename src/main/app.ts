// The running app: its window, its one run, and what ties them together.
import { problemText } from '@present/words/engine/problems';
import { message } from '@present/messages/message';
import { app, Menu, nativeTheme, session, type BrowserWindow } from 'electron';
import { join, resolve } from 'node:path';
import { startEstimate } from '@engine/run/estimate';
import { startClaims } from '@engine/claims/run-claims';
import type { TrackedLauncher } from '@engine/launch/tracked-launcher';
import { readMachine } from '@engine/machine/machine';
import { findInterpreters } from '@engine/python/find-interpreters';
import { OpenedPlaces } from '@engine/own-code/places';
import { startRun } from '@engine/run/run';
import { ClaimsStore, type FindingsBasis } from '@engine/store/claims-store';
import { MeasuredKeeper, recoverMeasured } from '@engine/store/measured-store';
import { dataFolder } from '@engine/store/data-folder';
import { RunStore } from '@engine/store/run-store';
import type { EntryPaths } from '@engine/types';
import { watchMachine } from '@engine/session/watch-machine';
import { exporters } from '@report/index';
import { defined } from '@shared/base/defined';
import type { Language } from '@shared/base/language';
import type { RemovedRuns } from '@shared/kept/kept-run';
import type { AppInfo, EventName, IpcEvents, MenuCommand } from '@shared/wire/ipc';
import type { LiveEvent } from '@shared/report/live';
import type { MachineInfo } from '@shared/report/machine';
import type { Report } from '@shared/report/report';
import { eventChannel } from '@shared/wire/ipc-names';
import type { Problem } from '@shared/base/result';
import { Awake } from './runs/awake';
import { ClaimsControl } from './runs/claims-control';
import type { AppRequest } from './base/command-line';
import { Consent } from './runs/consent';
import { askToClose, askToReload, askToRun, askToTryAgain } from './ipc/dialogs';
import { DisplayRun, readRequested } from './unattended/display-run';
import { createHandlers } from './ipc/handlers';
import type { CurrentReport } from './ipc/handlers/context';
import { openGate } from './ipc/ipc';
import { keepPage } from './window/keep-page';
import { LivePort } from './ipc/live-port';
import { filesNamed, SystemFiles } from './ipc/system-files';
import { defaultSize } from './base/window-size';
import { appIcon } from './window/icon';
import { keepPlacement, keptPlacement, placeWindow } from './window/keep-placement';
import { menuTemplate } from './window/menu';
import { logLine } from './base/log';
import type { LeaseState } from './runs/machine-lease';
import { developmentOrigin, pageAddress } from './window/page';
import { ViewTracker } from './unattended/view-tracker';
import { windowCpuNs, WindowPriority } from './window/drawing-processes';
import { appOrigin, serveFiles } from './window/protocol';
import { Door, leadToDoor } from './quit';
import { RunControl } from './runs/run-control';
import { Saves } from './base/saves';
import { refuseAll } from './window/security';
import { TrialGaps } from './runs/trial-gaps';
import { UnderWay } from './runs/under-way';
import { createWindow, isOwnPage } from './window/window';

export interface AppOptions {
  readonly request: AppRequest;
  readonly systemLanguage: Language;
  readonly launcher: TrackedLauncher;
  readonly entries: EntryPaths;
  /** The preload's built file. */
  readonly preload: string;
  /** Folder of the window's built files. */
  readonly pageFolder: string;
  /** Files to show, as the system named them. */
  readonly files: readonly string[];
}

/** How long what runs may take to end before it is ended by force. */
const closeWithinMs = 4_000;
/** How long what is being saved may take when the app closes. */
const saveWithinMs = 60_000;

/** Name and version of app and runtime. */
function appInfo(): AppInfo {
  const { electron, node } = process.versions;
  return {
    version: app.getVersion(),
    runtime: `electron ${electron} (node ${node})`,
    platform: process.platform,
    osSandbox: !app.commandLine.hasSwitch('no-sandbox'),
  };
}

/** Opens the app; after Electron is ready. */
export async function openApp(options: AppOptions): Promise<void> {
  const { request, launcher } = options;
  const experiment = await readRequested(request.displayRun);
  if (!experiment.ok) {
    logLine(problemText(experiment.problem));
    app.exit(2);
    return;
  }
  const { window, origin, keepPlace } = await openWindow(options);
  const livePort = new LivePort();
  const priority = new WindowPriority();
  const places = new ViewTracker();
  const gaps = new TrialGaps();
  const underWay = new UnderWay();
  const awake = new Awake();
  const saves = new Saves();
  const shelf: CurrentReport = { last: undefined };
  const info = appInfo();
  /** The run that nobody clicks for, until its files are written. */
  const unattended: { until?: Promise<unknown> } = {};
  const tell = <N extends EventName>(name: N, payload: IpcEvents[N]): void => {
    // A page that is gone asks for what it missed when it comes back.
    if (window.isDestroyed() || window.webContents.isCrashed()) return;
    window.webContents.send(eventChannel, name, payload);
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
    for (const follower of [priority, gaps, underWay, awake]) follower.follow(event);
    displayRun?.follow(event);
  };
  const onProblem = (problem: Problem): void => {
    tell('problem', problem);
    displayRun?.fail(problemText(problem));
  };
  const folder = dataFolder();
  const store = new RunStore({
    folder,
    renderJson: exporters.json.render,
  });
  const onRunsChanged = (removed?: RemovedRuns): void =>
    tell('runs:changed', removed === undefined ? {} : { removed });
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
      // Somebody who ends the app now waits until its files are written.
      if (unattended.until !== undefined)
        void saves.track(message('closing-report'), unattended.until);
    },
    onProblem,
    createRun: () => store.createRun(),
    onKept: (kept) => {
      if (!kept.ok) tell('problem', kept.problem);
      onRunsChanged(kept.ok ? kept.value.removed : undefined);
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
  // Unattended, the app neither shows nor changes what a user has found.
  const findings = displayRun === undefined ? new ClaimsStore(folder) : undefined;
  // What a process that is gone had measured.
  if (findings !== undefined) await recoverMeasured(folder, findings);
  const claims = new ClaimsControl({
    ...{ control, launcher, entries: options.entries, program, onEvent, readMachine },
    start: startClaims,
    electron: { path: process.execPath, args: app.isPackaged ? [] : [app.getAppPath()] },
    findInterpreters: async () => (await findInterpreters({ opened: consent.opened })).usable,
    onChange: (change) => tell('claims:changed', change),
    earlier: await findings?.read(isThisMachine),
    store: findings,
    ...defined({
      measure: findings && ((basis: FindingsBasis) => new MeasuredKeeper(folder, basis)),
    }),
    onKeeping: (written) => {
      const told = written.then((kept) => {
        if (!kept.ok) tell('problem', kept.problem);
      });
      void saves.track(message('closing-findings'), told);
    },
  });
  const files = new SystemFiles({
    ...{ consent, shelf, gaps, onProblem },
    command: (payload) => tell('command', payload),
  });
  if (displayRun === undefined) files.open(options.files);
  const door = new Door({
    underWay: () => (displayRun === undefined ? underWay.describe(control.state) : undefined),
    ask: (what, signal) => askToClose(window, what, signal),
    close: async () => {
      tell('closing', { text: describeClosing(control.state, saves.names) });
      await control.close(closeWithinMs);
      await Promise.all([saves.settled(saveWithinMs), keepPlace()]);
    },
    force: () => launcher.killAll(),
    exit: (code) => {
      // What was typed is in the page's own storage, which is written now and then.
      if (!window.isDestroyed()) window.webContents.session.flushStorageData();
      app.exit(code);
    },
    // An unattended run that somebody closes has not been done.
    closedCode: displayRun === undefined ? 0 : 1,
  });
  leadToDoor(door, window);

  const handlers = createHandlers({
    ...{ info, control, claims, consent, shelf, window, saves, gaps, store, dataFolder: folder },
    onRunsChanged,
    startTheme: request.theme,
    startLanguage: request.language ?? options.systemLanguage,
    onShown: (place) => {
      places.tell(place);
      files.pageShown();
    },
    onLanguage: () => setMenu((command) => tell('command', command)),
  });
  openGate(handlers, (event) => isOwnPage(window, event, origin));
  window.once('closed', () => livePort.detach());
  const come = (paths: readonly string[]): void => {
    if (window.isMinimized()) window.restore();
    window.focus();
    files.open(paths);
  };
  app.on('second-instance', (_, words, folder) => come(filesNamed(words.slice(1), folder)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    come([path]);
  });
  app.on('child-process-gone', (_, { type, reason, name }) => {
    // Chromium starts its own helpers anew, the one that draws among them; children of runs tell their own ends.
    if (type !== 'Utility') logLine(message('process-gone', { name: name ?? type, reason }));
  });
  keepPage({
    window,
    address: pageAddress(origin, request, options.systemLanguage),
    onLoaded: () => livePort.attach(window.webContents),
    onCrash: (reason) => {
      livePort.detach();
      displayRun?.pageGone(message('window-gone', { reason }));
    },
    onLost: (why, again) => {
      if (displayRun !== undefined) return displayRun.pageLost(why);
      void askToTryAgain(window, why).then((yes) => (yes ? again() : door.leave(1)));
    },
    askToReload: (signal) =>
      displayRun === undefined ? askToReload(window, signal) : Promise.resolve(false),
  });
  if (displayRun === undefined) return;
  const executed = displayRun.execute(experiment.value);
  unattended.until = executed;
  door.leave(await executed);
}

/** Returns whether what was found on a machine can be said of this one. */
function isThisMachine({ platform, arch, cpuModel, usableCores }: MachineInfo): boolean {
  const here = readMachine();
  return (
    platform === here.platform &&
    arch === here.arch &&
    cpuModel === here.cpuModel &&
    usableCores === here.usableCores
  );
}

/** Returns what the app waits for when it closes, for the user to read. */
function describeClosing(state: LeaseState | undefined, saves: readonly string[]): string {
  const files = saves.join(message('list-separator'));
  if (state === undefined) {
    return files === '' ? message('closing') : message('closing-writes', { files });
  }
  return files === '' ? message('closing-stops') : message('closing-both', { files });
}

/** Returns what the command line opens. */
function placesOf({ displayRun }: AppRequest): OpenedPlaces {
  const places = new OpenedPlaces();
  if (displayRun?.experiment !== undefined) places.openFile(resolve(displayRun.experiment));
  return places;
}

/** The window and its page's origin, with all bounds set; nothing is loaded yet. */
async function openWindow({ request, preload, pageFolder }: AppOptions): Promise<{
  readonly window: BrowserWindow;
  readonly origin: string;
  /** Writes where it stands now, where that has changed. */
  readonly keepPlace: () => Promise<void>;
}> {
  const development = developmentOrigin(request, app.isPackaged);
  // Unattended, the app neither reads nor leaves what belongs to a user's window.
  const pages =
    request.displayRun === undefined ? session.defaultSession : session.fromPartition('unattended');
  refuseAll(pages, development);
  serveFiles(pages, pageFolder);
  if (request.theme !== undefined) nativeTheme.themeSource = request.theme;
  // A size that is asked for goes before the one that was kept.
  const isUsers = request.displayRun === undefined && request.size === defaultSize;
  const path = join(app.getPath('userData'), 'window.json');
  const kept = isUsers ? await keptPlacement(path) : undefined;
  const window = createWindow(pages, preload, request.size);
  if (kept !== undefined) placeWindow(window, kept);
  const keepPlace = isUsers ? keepPlacement(window, path) : () => Promise.resolve();
  if (process.platform === 'darwin' && !app.isPackaged) app.dock?.setIcon(appIcon());
  return { window, origin: development ?? appOrigin, keepPlace };
}

function setMenu(act: (command: MenuCommand) => void): void {
  const options = { platform: process.platform, packaged: app.isPackaged, act };
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)));
}
