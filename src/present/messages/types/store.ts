// What each message of en/store.ftl takes. Written by `npm run messages`.
export type StoreMessages = Readonly<Record<never, never>>;
