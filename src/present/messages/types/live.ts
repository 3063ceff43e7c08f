// What each message of en/live.ftl takes. Written by `npm run messages`.
export type LiveMessages = Readonly<Record<never, never>>;
