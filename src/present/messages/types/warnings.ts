// What each message of en/warnings.ftl takes. Written by `npm run messages`.
export type WarningsMessages = Readonly<Record<never, never>>;
