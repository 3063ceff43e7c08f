// Provides what every measuring command needs of the command line.
import { createForkLauncher } from '@engine/launch/fork-launcher';
import { trackChildren } from '@engine/launch/tracked-launcher';
import type { EntryPaths, Launcher } from '@engine/types';
import type { Report } from '@shared/report/report';
import { lowLimits, type LowLimit } from '@engine/machine/process-limit';
import { message } from '@present/messages/message';
import { formatBytes } from '@present/locale/format';
import { complain } from './refuse';

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

/** Returns what a report says of the program that made it. */
export function programOf(version: string): Report['program'] {
  return { name: 'corelane', version, shell: 'cli', runtime: `node ${process.versions.node}` };
}

function textOf(low: LowLimit): string {
  if (low.kind !== 'address-space') {
    const id = low.kind === 'files' ? 'limit-files' : 'limit-processes';
    return message(id, { count: low.count, min: low.minCount });
  }
  const { bytes, minBytes } = low;
  return message('limit-address-space', { limit: formatBytes(bytes), min: formatBytes(minBytes) });
}

/** Complains of each limit of this shell that may end workers. */
export function complainOfLowLimits(): void {
  for (const low of lowLimits()) complain(textOf(low));
}
