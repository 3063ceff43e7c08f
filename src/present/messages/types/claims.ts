// What each message of en/claims.ftl takes. Written by `npm run messages`.
export type ClaimsMessages = Readonly<Record<never, never>>;
