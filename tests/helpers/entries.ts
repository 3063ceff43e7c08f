// Where the built entries lie: tests of real processes run what users run.
import { resolve } from 'node:path';
import type { EntryPaths } from '@engine/types';

const built = (name: string): string => resolve(import.meta.dirname, '../../out/main', name);

export const builtEntries: EntryPaths = {
  host: built('host.js'),
  thread: built('thread.js'),
  sampler: built('sampler.js'),
  httpPeer: built('http-peer.js'),
};

export const builtCli = built('cli.js');
