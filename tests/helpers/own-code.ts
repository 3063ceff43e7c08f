// Files of a user's own, in a folder that is gone when the tests are.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { ExperimentInput } from '@shared/experiment/experiment';

export class OwnFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'own-code-'));

  /** Packages are found from it as from this repository. */
  constructor() {
    const packages = resolve(import.meta.dirname, '../../node_modules');
    symlinkSync(packages, join(this.path, 'node_modules'));
  }

  /** Writes a file, in folders that are made for it; its path. */
  write(name: string, text: string | Uint8Array): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  /** Writes a file and gives the workload that runs it. */
  workload(
    name: string,
    text: string,
    more: { readonly export?: string; readonly params?: Record<string, unknown> } = {},
  ): ExperimentInput['workload'] {
    return { kind: 'module', path: this.write(name, text), ...more };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
