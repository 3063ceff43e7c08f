// Exposes the app to the window's page: the contract's calls and events, and the live stream. Runs sandboxed, so it
// is one file and knows Electron's two modules only.
import { contextBridge, ipcRenderer } from 'electron';
import type { CorelaneApi } from '@shared/wire/ipc';
import { callChannel, callNames, eventChannel, ipcEventNames } from '@shared/wire/ipc-names';
import { createListeners } from './listeners';
import { createLiveRelay } from './live-relay';

const events = createListeners();
const live = createLiveRelay(ipcRenderer);

ipcRenderer.on(eventChannel, (_, name: string, payload: unknown) => events.tell(name, payload));

function known(names: readonly string[], name: string): void {
  if (!names.includes(name)) throw new Error(`there is no ${name}`);
}

const api = {
  call: (name: string, input?: unknown): Promise<unknown> => {
    known(callNames, name);
    return ipcRenderer.invoke(callChannel, name, input);
  },
  on: (name: string, listener: (payload: unknown) => void) => {
    known(ipcEventNames, name);
    return events.add(name, listener);
  },
  live: live.listen,
} satisfies Record<keyof CorelaneApi, unknown>;

contextBridge.exposeInMainWorld('corelane', api);
