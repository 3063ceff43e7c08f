// The questions for a file that belong to the window.
import { message } from '@present/messages/message';
import { dialog, type BrowserWindow, type FileFilter } from 'electron';
import { defined } from '@shared/base/defined';

export interface OpenQuestion {
  readonly title: string;
  readonly filters: readonly FileFilter[];
}

export interface SaveQuestion extends OpenQuestion {
  /** A name, or a whole path. */
  readonly defaultPath: string;
}

/** The path of the file chosen; nothing where the user chose none. */
export async function askForFile(
  window: BrowserWindow,
  { title, filters }: OpenQuestion,
): Promise<string | undefined> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title,
    filters: [...filters],
    properties: ['openFile'],
  });
  return filePaths[0];
}

/** The path to save to; nothing where the user chose none. */
export async function askWhereToSave(
  window: BrowserWindow,
  { title, filters, defaultPath }: SaveQuestion,
): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath,
    filters: [...filters],
    // Elsewhere the system asks by itself before a file is replaced.
    properties: ['showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? undefined : filePath;
}

/**
 * Whether the user agrees to run code of their own, or only to have it looked at; `what` tells of it in lines.
 * @param signal takes the question back, which is a no
 */
export async function askToRun(
  window: BrowserWindow,
  what: string,
  may: 'run' | 'look',
  signal?: AbortSignal,
): Promise<boolean> {
  const run = may === 'run';
  const { response } = await dialog.showMessageBox(window, {
    ...defined({ signal }),
    type: 'warning',
    message: message(run ? 'ask-run' : 'ask-look'),
    detail: message(run ? 'ask-run-more' : 'ask-look-more', { what }),
    buttons: [message(run ? 'ask-run-yes' : 'ask-look-yes'), message('ask-cancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/**
 * Resolves with whether the user closes Corelane although something is under way; `what` says what that is.
 * @param signal takes the question back, which is a no
 */
export async function askToClose(
  window: BrowserWindow,
  what: string,
  signal: AbortSignal,
): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    signal,
    type: 'question',
    message: message('ask-close'),
    detail: what,
    buttons: [message('ask-close-yes'), message('ask-cancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/**
 * Resolves with whether to load the window's page again, which does not answer.
 * @param signal takes the question back, which is a no
 */
export async function askToReload(window: BrowserWindow, signal: AbortSignal): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    signal,
    type: 'question',
    message: message('ask-reload'),
    detail: message('ask-reload-more'),
    buttons: [message('ask-reload-yes'), message('ask-reload-no')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/** Resolves with whether to try once more to show a page that can't be shown; no is to close. */
export async function askToTryAgain(window: BrowserWindow, why: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: why,
    detail: message('ask-again-more'),
    buttons: [message('ask-again-yes'), message('ask-again-no')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
