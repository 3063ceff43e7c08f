// Names the runtime that the app runs on.
import { app } from 'electron';
import type { AppInfo } from '@shared/wire/ipc';

/** Name and version of app and runtime. */
export function appInfo(): AppInfo {
  const { electron, node } = process.versions;
  return {
    version: app.getVersion(),
    runtime: `electron ${electron} (node ${node})`,
    platform: process.platform,
    osSandbox: !app.commandLine.hasSwitch('no-sandbox'),
  };
}
