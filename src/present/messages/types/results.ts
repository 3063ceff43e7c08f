// What each message of en/results.ftl takes. Written by `npm run messages`.
export type ResultsMessages = Readonly<Record<never, never>>;
