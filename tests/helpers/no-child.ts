// Set-up of `npm run test:quick`: a test that starts a process fails there, so that the list of quick files is true.
import childProcess, { ChildProcess } from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, expect } from 'vitest';

let refused = 0;

function refuse(): never {
  refused += 1;
  throw new Error(
    'A quick test started a process. Add its file to `startsProcesses` in vitest.config.mts.',
  );
}

const starters = childProcess as unknown as Record<string, unknown>;
for (const name of ['spawnSync', 'execFileSync', 'execSync']) starters[name] = refuse;
(ChildProcess.prototype as unknown as { spawn: unknown }).spawn = refuse;
syncBuiltinESMExports();

// Code that takes a program that can't be started for one that is missing would skip its tests unseen.
afterAll(() => expect(refused, 'processes that this file would have started').toBe(0));
