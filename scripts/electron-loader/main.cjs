// Stands in for Electron's default application, which the fallback runtime lacks: starts the application that the
// command line names, the way `electron DIR` does.
'use strict';

const electron = require('electron');
const { existsSync, readFileSync, statSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const { readCommandLine } = require('./command-line.cjs');

/** The default application of Electron itself uses these two; they are not in its published types. */
const app =
  /** @type {import('electron').App & { setVersion(version: string): void, setAppPath(path: string): void }} */ (
    electron.app
  );

/**
 * @param {string} text
 * @param {number} code
 */
function finish(text, code) {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`, () => app.exit(code));
}

/** @param {string} folder */
function takeManifest(folder) {
  const file = path.join(folder, 'package.json');
  if (!existsSync(file)) return;
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const name = manifest.productName || manifest.name;
  if (manifest.version) app.setVersion(manifest.version);
  if (manifest.desktopName) app.setDesktopName(manifest.desktopName);
  if (manifest.v8Flags) require('node:v8').setFlagsFromString(manifest.v8Flags);
  if (name) {
    app.setName(name);
    if (!app.commandLine.hasSwitch('user-data-dir')) {
      app.setPath('userData', path.join(app.getPath('appData'), name));
    }
  }
}

/**
 * @param {string} file
 * @param {readonly string[]} modules
 */
function start(file, modules) {
  const target = path.resolve(file);
  const fromHere = createRequire(path.join(process.cwd(), 'command-line.js'));
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
  for (const name of modules) fromHere(name);
  const isFolder = statSync(target).isDirectory();
  if (isFolder) takeManifest(target);
  app.setAppPath(isFolder ? target : path.dirname(target));
  require(target);
}

const line = readCommandLine(process.argv.slice(1));
if (line.action === 'version') finish(`v${process.versions.electron}`, 0);
else if (line.action === 'abi') finish(process.versions.modules, 0);
else if (line.file === undefined) finish('Usage: electron [options] FOLDER [arguments]', 1);
else {
  try {
    start(line.file, line.modules);
  } catch (error) {
    const reason = error instanceof Error ? error.stack : String(error);
    finish(`The application in ${line.file} could not be loaded:\n${reason}`, 1);
  }
}
