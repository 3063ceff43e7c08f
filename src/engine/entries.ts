// Locates the built entry files of the children.
import { join } from 'node:path';
import type { EntryPaths } from './types';

/** The children's entries in the folder of the built main process. */
export function entryPaths(folder: string): EntryPaths {
  return {
    host: join(folder, 'host.js'),
    thread: join(folder, 'thread.js'),
    sampler: join(folder, 'sampler.js'),
    httpPeer: join(folder, 'http-peer.js'),
    probe: join(folder, 'probe.js'),
    python: outsideArchive(join(folder, '..', 'python', 'corelane_agent.py')),
    pythonProbe: outsideArchive(join(folder, '..', 'python', 'corelane_probe.py')),
  };
}

/** Python can't read from the application's archive: its files lie beside it. */
function outsideArchive(path: string): string {
  return path.replace(/\bapp\.asar(?=[\\/])/, 'app.asar.unpacked');
}
