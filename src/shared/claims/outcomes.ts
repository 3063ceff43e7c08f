// What a claim can come to.

/** `depends`: in one language or version so, in another not; `unavailable`: it could not be measured. */
export const outcomes = ['holds', 'fails', 'depends', 'unavailable'] as const;

export type Outcome = (typeof outcomes)[number];
