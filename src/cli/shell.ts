// What every command that measures needs of the command line around it.
import { createForkLauncher } from '@engine/launch/fork-launcher';
import { trackChildren } from '@engine/launch/tracked-launcher';
import type { EntryPaths, Launcher } from '@engine/types';
import type { Report } from '@shared/report/report';

export interface CliContext {
  readonly entries: EntryPaths;
  readonly version: string;
  /** The program's own folder. */
  readonly root: string;
}

/** Where nobody wants to read. */
export const quietScreen = { write: () => true };

/** A launcher whose children go along, whatever ends this process. */
export function startedHere(): Launcher {
  const launcher = trackChildren(createForkLauncher());
  process.once('exit', () => launcher.killAll());
  return launcher;
}

/** What a report says of the program that made it. */
export function programOf(version: string): Report['program'] {
  return { name: 'corelane', version, shell: 'cli', runtime: `node ${process.versions.node}` };
}
