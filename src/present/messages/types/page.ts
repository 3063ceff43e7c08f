// What each message of en/page.ftl takes. Written by `npm run messages`.
export type PageMessages = Readonly<Record<never, never>>;
