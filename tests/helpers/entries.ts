// Where the built entries lie: tests of real processes run what users run.
import { entryPaths } from '@engine/entries';
import type { EntryPaths } from '@engine/types';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../out/main');

export const builtEntries: EntryPaths = entryPaths(folder);

export const builtCli = join(folder, 'cli.js');
