// The built preload: it runs sandboxed, where there is nothing but Electron's two modules.
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import {
  callChannel,
  callNames,
  eventChannel,
  ipcEventNames,
  livePortChannel,
} from '@shared/wire/ipc-names';

const folder = resolve(import.meta.dirname, '../../out/preload');
const text = readFileSync(resolve(folder, 'index.js'), 'utf8');

interface Api {
  call(name: string, input?: unknown): Promise<unknown>;
  on(name: string, listener: (payload: unknown) => void): () => void;
  live(listener: (events: unknown) => void): () => void;
}

/** Runs the bundle as Electron does, with nothing else in reach. */
function load() {
  const exposed: Record<string, Api> = {};
  const heard = new Map<string, (...args: unknown[]) => void>();
  const required: string[] = [];
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: Api) => {
        exposed[name] = api;
      },
    },
    ipcRenderer: {
      on: (channel: string, listener: (...args: unknown[]) => void) =>
        void heard.set(channel, listener),
      invoke: vi.fn(() => Promise.resolve({ ok: true })),
    },
  };
  const require = (name: string): unknown => {
    required.push(name);
    if (name !== 'electron') throw new Error(`a sandboxed preload has no ${name}`);
    return electron;
  };
  runInContext(text, createContext({ require, module: { exports: {} }, exports: {} }));
  return { exposed, heard, required, invoke: electron.ipcRenderer.invoke };
}

describe('the built preload', () => {
  it('is one small file that needs Electron alone', () => {
    expect(readdirSync(folder).filter((name) => name.endsWith('.js'))).toEqual(['index.js']);
    expect(load().required).toEqual(['electron']);
    expect(text).not.toMatch(/require\(["'](?!electron["'])/);
    expect(text.length).toBeLessThan(8_000);
  });

  it('exposes the contract and nothing more', () => {
    const { exposed } = load();
    expect(Object.keys(exposed)).toEqual(['corelane']);
    expect(Object.keys(exposed['corelane'] ?? {}).sort()).toEqual(['call', 'live', 'on']);
  });

  it('passes on the calls and events of the contract alone', async () => {
    const { exposed, invoke, heard } = load();
    const api = exposed['corelane'] as Api;
    for (const name of callNames) await api.call(name, 1);
    expect(invoke.mock.calls).toEqual(callNames.map((name) => [callChannel, name, 1]));
    expect(() => api.call('shell:open')).toThrow('shell:open');
    expect(() => api.on('anything', () => undefined)).toThrow('anything');
    expect(invoke).toHaveBeenCalledTimes(callNames.length);
    for (const name of ipcEventNames) {
      const listener = vi.fn();
      api.on(name, listener);
      heard.get(eventChannel)?.({ sender: 'electron' }, name, 'payload');
      expect(listener.mock.calls).toEqual([['payload']]);
    }
  });

  it('tells an event to those alone who listen to it, until they stop', () => {
    const { exposed, heard } = load();
    const [one, other] = [vi.fn(), vi.fn()];
    const stop = exposed['corelane']?.on('problem', one);
    exposed['corelane']?.on('command', other);
    heard.get(eventChannel)?.({}, 'problem', 1);
    stop?.();
    heard.get(eventChannel)?.({}, 'problem', 2);
    expect(one).toHaveBeenCalledExactlyOnceWith(1);
    expect(other).not.toHaveBeenCalled();
  });
});

describe('the live relay of the built preload', () => {
  function stage() {
    const { exposed, heard } = load();
    const api = exposed['corelane'] as Api;
    /** Main's end of a new port. */
    const connect = (): MessagePort => {
      const { port1, port2 } = new MessageChannel();
      heard.get(livePortChannel)?.({ ports: [port2] });
      return port1;
    };
    /** Resolves with the first batches that a listener gets. */
    const collect = (count: number): Promise<unknown[]> =>
      new Promise((resolve) => {
        const batches: unknown[] = [];
        api.live((batch) => {
          batches.push(batch);
          if (batches.length === count) resolve(batches);
        });
      });
    return { api, connect, collect };
  }

  it('keeps what came before anybody listened', async () => {
    const { connect, collect } = stage();
    const port = connect();
    port.postMessage({ number: 1, events: ['a'] });
    port.postMessage({ number: 1, events: ['b'] });
    const batches = collect(3);
    port.postMessage({ number: 1, events: ['c'] });
    expect(await batches).toEqual([['a'], ['b'], ['c']]);
    port.close();
  });

  it('answers a batch with its number once the page has taken it in', async () => {
    const { connect, collect } = stage();
    const batches = collect(1);
    const port = connect();
    const answer = new Promise((resolve) => {
      port.onmessage = ({ data }) => resolve(data);
    });
    port.postMessage({ number: 7, events: ['a'] });
    expect(await answer).toBe(7);
    expect(await batches).toEqual([['a']]);
    port.close();
  });

  it('goes on with the next port', async () => {
    const { connect, collect } = stage();
    const batches = collect(1);
    connect();
    const second = connect();
    second.postMessage({ number: 1, events: ['new'] });
    expect(await batches).toEqual([['new']]);
    second.close();
  });

  it('tells nobody who has stopped listening', async () => {
    const { api, connect, collect } = stage();
    const gone = vi.fn();
    api.live(gone)();
    const batches = collect(1);
    const port = connect();
    port.postMessage({ number: 1, events: ['a'] });
    await batches;
    expect(gone).not.toHaveBeenCalled();
    port.close();
  });
});
