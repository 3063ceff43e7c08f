// What goes wrong in the app itself, for its terminal.

/** Writes where it happened and the whole stack. */
export function logBug(where: string, error: unknown): void {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`corelane: ${where}: ${what}\n`);
}

/** Writes one line about something that is no bug. */
export function logLine(text: string): void {
  process.stderr.write(`corelane: ${text}\n`);
}
