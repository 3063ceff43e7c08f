// The app's main process: what must happen before Electron is ready, then the app itself.
import { problemText } from '@present/words/engine/problems';
import { app } from 'electron';
import { join, resolve } from 'node:path';
import { entryPaths } from '@engine/entries';
import { trackChildren } from '@engine/launch/tracked-launcher';
import { windowProbeSwitch } from '@shared/claims/window-probe';
import { openApp } from './app';
import { readAppRequest } from './base/command-line';
import { logLine } from './base/log';
import { registerScheme } from './window/protocol';
import { endOnUncaught } from './quit';
import { forbidLeaving } from './window/security';
import { createUtilityLauncher } from './launch/utility-launcher';
import { runWindowProbe } from './window-probe';

// Some ways of starting Electron set this folder by the app's name, over what the user asked for.
const userData = app.commandLine.getSwitchValue('user-data-dir');
if (userData !== '') app.setPath('userData', resolve(userData));

const launcher = trackChildren(createUtilityLauncher());
const request = readAppRequest(process.argv.slice(1));
const isProbe = process.argv.includes(windowProbeSwitch);
if (!isProbe) endOnUncaught(() => launcher.killAll());

if (isProbe) {
  registerScheme();
  forbidLeaving();
  runWindowProbe(join(__dirname, '../renderer'));
} else if (!request.ok) {
  logLine(problemText(request.problem));
  app.exit(2);
} else if (request.value.displayRun === undefined && !app.requestSingleInstanceLock()) {
  // The first instance shows its window.
  app.exit(0);
} else {
  registerScheme();
  forbidLeaving();
  void app.whenReady().then(() =>
    openApp({
      request: request.value,
      launcher,
      entries: entryPaths(__dirname),
      preload: join(__dirname, '../preload/index.js'),
      pageFolder: join(__dirname, '../renderer'),
    }),
  );
}
