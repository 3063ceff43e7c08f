// What each message of en/bottleneck.ftl takes. Written by `npm run messages`.
export type BottleneckMessages = Readonly<Record<never, never>>;
