// Relays the live port's batches to the page, and says when each is taken in. What comes before anybody
// listens waits in the port.
import type { IpcRenderer } from 'electron';
import type { LiveEvent } from '@shared/report/live';
import type { LiveBatch } from '@shared/wire/ipc';
import { livePortChannel } from '@shared/wire/ipc-names';

type Listener = (events: readonly LiveEvent[]) => void;

export interface LiveRelay {
  /** Adds a listener; the returned function takes it back. */
  listen(listener: Listener): () => void;
}

export function createLiveRelay(ipc: Pick<IpcRenderer, 'on'>): LiveRelay {
  const listeners = new Set<Listener>();
  let port: MessagePort | undefined;

  const open = (): void => {
    if (listeners.size > 0) port?.start();
  };

  ipc.on(livePortChannel, ({ ports }) => {
    port?.close();
    port = ports[0];
    const own = port;
    own?.addEventListener('message', ({ data }: MessageEvent<LiveBatch>) => {
      try {
        for (const listener of listeners) listener(data.events);
      } finally {
        // A listener that fails has had its batch: the stream goes on.
        own.postMessage(data.number);
      }
    });
    open();
  });

  return {
    listen(listener) {
      listeners.add(listener);
      open();
      return () => void listeners.delete(listener);
    },
  };
}
