// Finds a program that Corelane itself needs, by its name: not in a folder that was merely opened, nor in one whose
// place depends on the current folder.
import { delimiter, isAbsolute } from 'node:path';
import { nodeOptionsPart } from '../processes/node-options';
import { narrowFolders, openedFolderOf } from './opened-folders';

/** The PATH without what is relative or lies in the current folder. */
export function trustedPath(
  path: string = process.env['PATH'] ?? '',
  current: string = process.cwd(),
): string {
  const folders = narrowFolders([current]);
  return path
    .split(delimiter)
    .filter((entry) => isAbsolute(entry) && openedFolderOf(entry, folders) === undefined)
    .join(delimiter);
}

/** The environment of this process with that PATH, for a program of Corelane's own that waits for no debugger. */
export function trustedEnv(): NodeJS.ProcessEnv {
  return { ...process.env, ...nodeOptionsPart(process.env), PATH: trustedPath() };
}
