// Lists the probes, and how they do what they measure: a figure's label is one of these methods, or the cell of a run.

export const probeNames = [
  'sharing',
  'counter',
  'killing',
  'crashing',
  'messaging',
  'window',
] as const;

export type ProbeName = (typeof probeNames)[number];

/** How a value that a worker writes is shared. */
const sharing = [
  'threads-object',
  'threads-shared-array',
  'threads-name',
  'processes-object',
  'processes-name-fork',
  'processes-name-spawn',
  'processes-name-forkserver',
  'processes-shared-memory',
] as const;

/** How threads add to one counter. */
const counting = ['plain', 'atomic', 'call', 'lock'] as const;

/** How a worker that receives nothing is ended. */
const ending = [
  'threads-terminate',
  'threads-join',
  'threads-flag',
  'threads-exception',
  'processes-sigkill',
  'processes-kill',
] as const;

/** How a worker misbehaves: its kind and its fault. */
const crashing = [
  'threads-throw',
  'threads-memory',
  'threads-abort',
  'threads-segv',
  'threads-exit',
  'threads-leak',
  'processes-throw',
  'processes-memory',
  'processes-abort',
  'processes-segv',
  'processes-exit',
  'processes-leak',
] as const;

/** How a payload is moved. */
const messaging = [
  'message-thread',
  'message-process',
  'transfer',
  'shared-array',
  'queue',
  'simple-queue',
  'process-queue',
  'process-pipe',
  'process-shared-memory',
] as const;

/** Where work runs beside a window. */
const places = ['place-page', 'place-main', 'place-thread', 'place-process', 'place-idle'] as const;

export const methodIds = [
  ...sharing,
  ...counting,
  ...ending,
  ...crashing,
  ...messaging,
  ...places,
] as const;

export type MethodId = (typeof methodIds)[number];
