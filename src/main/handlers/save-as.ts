// Saving something where the person wants it.
import type { BrowserWindow } from 'electron';
import { writeReportFile } from '@engine/write-file';
import type { Cancelled, Saved } from '@shared/ipc';
import { ok, type Result } from '@shared/result';
import { askWhereToSave, type SaveQuestion } from '../dialogs';

/** Asks where to save, and writes there; `data` is not made where the person chose no place. */
export async function saveAs(
  window: BrowserWindow,
  question: SaveQuestion,
  data: () => string | Uint8Array | Iterable<string>,
): Promise<Result<Saved | Cancelled>> {
  const path = await askWhereToSave(window, question);
  if (path === undefined) return ok({ cancelled: true });
  const written = await writeReportFile(path, data());
  return written.ok ? ok({ path: written.value }) : written;
}
