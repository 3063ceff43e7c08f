// What each message of en/figures.ftl takes. Written by `npm run messages`.
export type FiguresMessages = Readonly<Record<never, never>>;
