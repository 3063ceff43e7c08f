// What each message of en/cli.ftl takes. Written by `npm run messages`.
export type CliMessages = Readonly<Record<never, never>>;
