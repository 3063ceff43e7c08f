// Where the Electron of this checkout is, for what only a real window can show.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronProgram } from '@engine/claims/context';

/**
 * The Electron that is installed beside the program; nothing where its runtime was not fetched yet.
 * @param root the program's own folder
 */
export function installedElectron(root: string): ElectronProgram | undefined {
  const home = join(root, 'node_modules', 'electron');
  try {
    const path = join(home, 'dist', readFileSync(join(home, 'path.txt'), 'utf8').trim());
    return existsSync(path) ? { path, args: [root] } : undefined;
  } catch {
    // It is not installed, or its runtime was not fetched: the caller says what is missing.
    return undefined;
  }
}
