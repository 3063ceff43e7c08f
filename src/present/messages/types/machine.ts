// What each message of en/machine.ftl takes. Written by `npm run messages`.
export type MachineMessages = Readonly<Record<never, never>>;
