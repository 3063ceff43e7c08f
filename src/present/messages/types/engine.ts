// What each message of en/engine.ftl takes. Written by `npm run messages`.
export type EngineMessages = Readonly<Record<never, never>>;
