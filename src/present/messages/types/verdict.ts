// What each message of en/verdict.ftl takes. Written by `npm run messages`.
export type VerdictMessages = Readonly<Record<never, never>>;
