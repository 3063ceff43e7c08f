// Logs what goes wrong in the app itself to its terminal.
import { message } from '@present/messages/message';

/** Writes where it happened and the whole stack. */
export function logBug(where: string, error: unknown): void {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${message('app-log-at', { where, text: what })}\n`);
}

/** Writes one line about something that is no bug. */
export function logLine(text: string): void {
  process.stderr.write(`${message('app-log', { text })}\n`);
}
