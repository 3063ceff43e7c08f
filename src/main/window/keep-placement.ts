// Keeps where the window stands: read before it opens, written when it has been moved or sized.
import { screen, type BrowserWindow } from 'electron';
import { readStoredText } from '@engine/files/read-file';
import { writeReportFile } from '@engine/files/write-file';
import { boundsOn, readPlacement, type WindowPlacement } from './placement';

/** A larger file is none of ours. */
const fileBytes = 10_000;
/** Moves and sizes come in dozens: written once they have come to rest. */
const restMs = 400;

/** Reads what was kept at a path; nothing where nothing was, or what is there is no placement. */
export async function keptPlacement(path: string): Promise<WindowPlacement | undefined> {
  const text = await readStoredText(path, fileBytes);
  return text.ok ? readPlacement(text.value) : undefined;
}

/** Puts the window where it was, or in the middle of the first display where that place is gone. */
export function placeWindow(window: BrowserWindow, kept: WindowPlacement): void {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  window.setBounds(
    boundsOn(
      kept,
      [primary, ...others].map(({ workArea }) => workArea),
    ),
  );
  if (kept.maximised) window.maximize();
}

/** Writes where the window stands whenever that has changed. Returns what writes the last change at once. */
export function keepPlacement(window: BrowserWindow, path: string): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const write = async (): Promise<void> => {
    clearTimeout(timer);
    if (timer === undefined || window.isDestroyed()) return;
    timer = undefined;
    const placement: WindowPlacement = {
      ...window.getNormalBounds(),
      maximised: window.isMaximized(),
    };
    // A place that can't be kept is the default one next time.
    await writeReportFile(path, JSON.stringify(placement));
  };
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void write(), restMs);
  };
  window.on('resize', changed);
  window.on('move', changed);
  window.on('maximize', changed);
  window.on('unmaximize', changed);
  return write;
}
