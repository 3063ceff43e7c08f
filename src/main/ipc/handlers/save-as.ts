// Saving something where the user wants it.
import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import { fileNameOf, momentName } from '@engine/store/folder-names';
import { writeReportFile, type FileData } from '@engine/files/write-file';
import type { Cancelled, Saved } from '@shared/wire/ipc';
import { ok, type Result } from '@shared/base/result';
import { askWhereToSave, type SaveQuestion } from '../dialogs';
import type { Saves } from '../../base/saves';

/** Where a save belongs to: the window that asks, and what waits for it. */
export interface SavePlace {
  readonly window: BrowserWindow;
  readonly saves: Saves;
}

/**
 * Asks where to save, and writes there; `data` is not made where the user chose no place. The app
 * does not end before it is written, what `data` waits for included.
 */
export async function saveAs(
  { window, saves }: SavePlace,
  question: SaveQuestion,
  data: () => FileData | Promise<FileData>,
): Promise<Result<Saved | Cancelled>> {
  const path = await askWhereToSave(window, question);
  if (path === undefined) return ok({ cancelled: true });
  const write = async (): Promise<Result<string>> => writeReportFile(path, await data());
  const written = await saves.track(basename(path), write());
  return written.ok ? ok({ path: written.value }) : written;
}

/** A name for a file of its own: of what it is about, and of the moment, in UTC. */
export function datedName(name: string, iso: string, extension: string): string {
  return `${fileNameOf(name)}-${momentName(iso)}.${extension}`;
}
