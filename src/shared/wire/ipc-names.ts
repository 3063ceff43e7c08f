// The names of the calls and events between window and main process, and of the channels that
// carry them. Apart from their schemas, so that the preload carries no schema library.

/** Every call the window may make: the allow-list of preload and main. */
export const callNames = [
  'app:info',
  'app:theme',
  'app:language',
  'app:shown',
  'app:show-data',
  'machine:read',
  'machine:watch',
  'pythons:list',
  'own-code:choose',
  'own-code:exports',
  'experiment:open',
  'experiment:save',
  'experiment:estimate',
  'run:start',
  'run:stop',
  'run:state',
  'runs:list',
  'runs:open',
  'runs:discard',
  'runs:limit',
  'file:read',
  'report:last',
  'report:open',
  'report:export',
  'picture:save',
  'picture:save-svg',
  'picture:copy',
  'picture:copy-rows',
  'claims:run',
  'claims:stop',
  'claims:last',
  'claims:predict',
  'claims:export',
] as const;

export type CallName = (typeof callNames)[number];

/** Every event main may send to the window. */
export const ipcEventNames = [
  'report:ready',
  'runs:changed',
  'claims:changed',
  'problem',
  'closing',
  'command',
] as const;

export type EventName = (typeof ipcEventNames)[number];

/** Carries every call: its name, then its input. */
export const callChannel = 'corelane:call';

/** Carries every event: its name, then its payload. */
export const eventChannel = 'corelane:event';

/** Hands the window its live port: batches come over it (`LiveBatch`), and their numbers go back. */
export const livePortChannel = 'corelane:live-port';
