// Locates the data folder, which holds what the user measured: one folder for the app and the command line.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What the place follows from; the process's own where it is not given. */
export interface DataPlace {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly home: string;
}

/** A variable that is set to something. */
const given = (value: string | undefined): string | undefined =>
  value === undefined || value === '' ? undefined : value;

/**
 * The data folder: `CORELANE_DATA` where it is set, else the one the platform has for programs'
 * data. It need not be there yet.
 */
export function dataFolder(
  { env, platform, home }: DataPlace = {
    env: process.env,
    platform: process.platform,
    home: homedir(),
  },
): string {
  const named = given(env['CORELANE_DATA']);
  if (named !== undefined) return resolve(named);
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Corelane');
    case 'win32':
      return join(given(env['LOCALAPPDATA']) ?? join(home, 'AppData', 'Local'), 'Corelane');
    default:
      return join(given(env['XDG_DATA_HOME']) ?? join(home, '.local', 'share'), 'corelane');
  }
}
