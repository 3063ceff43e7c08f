// What each message of en/lab.ftl takes. Written by `npm run messages`.
export type LabMessages = Readonly<Record<never, never>>;
