// Keeps what was measured private to this user: it holds names of files, of programs and of failures.

/** Mode of the store's folders. */
export const privateFolder = 0o700;

/** How the store's files are written. */
export const privateFile = { mode: 0o600 } as const;
