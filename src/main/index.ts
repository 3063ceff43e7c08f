// The app's main process: what must happen before Electron is ready, then the app itself.
import { languageWarning } from '@present/words/command-words';
import { problemText } from '@present/words/engine/problems';
import { speak } from '@present/messages/message';
import { app, type Event } from 'electron';
import { join, resolve } from 'node:path';
import { entryPaths } from '@engine/entries';
import { trackChildren } from '@engine/launch/tracked-launcher';
import { askedLanguage, systemLanguage, takeLanguage } from '@shared/base/language';
import { windowProbeSwitch } from '@shared/claims/window-probe';
import { openApp } from './app';
import { readAppRequest } from './base/command-line';
import { logLine } from './base/log';
import { filesNamed } from './ipc/system-files';
import { registerScheme } from './window/protocol';
import { endOnUncaught } from './quit';
import { forbidLeaving } from './window/security';
import { createUtilityLauncher } from './launch/utility-launcher';
import { runWindowProbe } from './window-probe';

// Some ways of starting Electron set this folder by the app's name, over what the user asked for.
const userData = app.commandLine.getSwitchValue('user-data-dir');
if (userData !== '') app.setPath('userData', resolve(userData));

const launcher = trackChildren(createUtilityLauncher());
const isProbe = process.argv.includes(windowProbeSwitch);
if (!isProbe) endOnUncaught(() => launcher.killAll());
// Both come before Electron is ready, so before anything that is waited for.
registerScheme();
forbidLeaving();

/** What the system asks to open before the window is there. */
const early: string[] = [];
const takeEarly = (event: Event, path: string): void => {
  event.preventDefault();
  early.push(path);
};
app.on('open-file', takeEarly);

/** Opens the app in the language that is asked for, else in the system's. */
async function begin(words: readonly string[]): Promise<void> {
  const system = systemLanguage(process.env);
  const { name } = takeLanguage(words);
  await speak(askedLanguage(name, process.env) ?? system);
  const warning = languageWarning(name, process.env);
  if (warning !== undefined) logLine(warning);
  const request = readAppRequest(words);
  if (!request.ok) {
    logLine(problemText(request.problem));
    app.exit(2);
    return;
  }
  if (request.value.displayRun === undefined && !app.requestSingleInstanceLock()) {
    // The first instance shows its window.
    app.exit(0);
    return;
  }
  await app.whenReady();
  app.off('open-file', takeEarly);
  await openApp({
    request: request.value,
    systemLanguage: system,
    launcher,
    entries: entryPaths(__dirname),
    preload: join(__dirname, '../preload/index.js'),
    pageFolder: join(__dirname, '../renderer'),
    files: [...filesNamed(words, process.cwd()), ...early],
  });
}

if (isProbe) runWindowProbe(join(__dirname, '../renderer'));
else void begin(process.argv.slice(1));
