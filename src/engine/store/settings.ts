// Reads and writes the settings that the app and the command line share: `settings.json` in the data folder.
import {
  type SetAside,
  defaultKeptBytes,
  parseSettings,
  type StoreSettings,
} from '@shared/kept/kept-run';
import { join } from 'node:path';
import { fail, ok, type Result } from '@shared/base/result';
import { makeFolder } from '../files/make-folder';
import { readStoredText } from '../files/read-file';
import { writeReportFile } from '../files/write-file';
import { inTurn, isMissing, readOrSetAside } from './kept-file';
import { privateFolder } from './privacy';

/** Larger ones are none. */
const settingsBytes = 100_000;

export function settingsPath(dataFolder: string): string {
  return join(dataFolder, 'settings.json');
}

/**
 * The settings; none where nothing was set.
 * @returns `damaged-settings`, or why the file can't be read, where one is there
 */
export async function readSettings(dataFolder: string): Promise<Result<StoreSettings>> {
  const path = settingsPath(dataFolder);
  const text = await readStoredText(path, settingsBytes);
  if (!text.ok) return (await isMissing(path)) ? ok({}) : text;
  const settings = parseSettings(text.value);
  return settings === undefined ? fail('damaged-settings', { path }) : ok(settings);
}

/**
 * The most that kept runs may take together, in bytes; nothing where a file of settings is there and can't be
 * read: what a user had set may be more, so nothing is to be removed for it.
 */
export async function readKeptBytes(dataFolder: string): Promise<number | undefined> {
  const settings = await readSettings(dataFolder);
  return settings.ok ? (settings.value.keptBytes ?? defaultKeptBytes) : undefined;
}

/** What was done to set something. */
export interface SetSettings {
  /** That the file was damaged; absent where it was not. */
  readonly setAside?: SetAside;
}

/** Sets what is given; what else was set stays. `not-written` where it can't be. */
export function writeSettings(
  dataFolder: string,
  change: StoreSettings,
): Promise<Result<SetSettings>> {
  const path = settingsPath(dataFolder);
  return inTurn(path, async () => {
    const folder = await makeFolder(dataFolder, privateFolder);
    if (!folder.ok) return folder;
    const found = await readOrSetAside(path, settingsBytes, parseSettings);
    if (!found.ok) return found;
    const { value, setAside } = found.value;
    const text = `${JSON.stringify({ ...value, ...change }, undefined, 2)}\n`;
    const written = await writeReportFile(path, text);
    if (!written.ok) return written;
    return ok(setAside === undefined ? {} : { setAside: { path, aside: setAside } });
  });
}
