// What a person set for both the app and the command line: `settings.json` in the data folder.
import { join } from 'node:path';
import { parseSettings, type StoreSettings } from '@shared/kept-run';
import type { Result } from '@shared/result';
import { makeFolder } from '../make-folder';
import { readTextFile } from '../read-file';
import { writeReportFile } from '../write-file';
import { privateFolder } from './privacy';

/** Larger ones are none. */
const settingsBytes = 100_000;

export function settingsPath(dataFolder: string): string {
  return join(dataFolder, 'settings.json');
}

/** The settings; what can't be read is not set. */
export async function readSettings(dataFolder: string): Promise<StoreSettings> {
  const text = await readTextFile(settingsPath(dataFolder), settingsBytes);
  return (text.ok ? parseSettings(text.value) : undefined) ?? {};
}

/** Sets them anew; the file's path, or `not-written`. */
export async function writeSettings(
  dataFolder: string,
  settings: StoreSettings,
): Promise<Result<string>> {
  const folder = await makeFolder(dataFolder, privateFolder);
  if (!folder.ok) return folder;
  return writeReportFile(settingsPath(dataFolder), `${JSON.stringify(settings, undefined, 2)}\n`);
}
