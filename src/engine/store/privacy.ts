// What was measured is this person's: names of files, of programs and of what failed stand in it.

/** Mode of the store's folders. */
export const privateFolder = 0o700;

/** How the store's files are written. */
export const privateFile = { mode: 0o600 } as const;
