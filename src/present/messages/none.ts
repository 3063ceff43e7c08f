/** Of a message that takes nothing. */
export type None = Readonly<Record<string, never>>;
