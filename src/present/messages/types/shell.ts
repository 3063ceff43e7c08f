// What each message of en/shell.ftl takes. Written by `npm run messages`.
export type ShellMessages = Readonly<Record<never, never>>;
