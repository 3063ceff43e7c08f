// Lists the faults that the probe `crashing` tries.

/** How the worker of the probe `crashing` misbehaves. */
export const crashFaults = ['throw', 'memory', 'abort', 'segv', 'exit', 'leak'] as const;

export type CrashFault = (typeof crashFaults)[number];

/** Workers of the probe `crashing` beside the one that misbehaves. */
export const bystanders = 3;
