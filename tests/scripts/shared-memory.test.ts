// What is left in shared memory is told, and what is removed in time is not.
import { rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { leftPieces, sharedPieces } from '../../scripts/lib/shared-memory.mjs';

it.runIf(process.platform === 'linux')('names the pieces that stay', async () => {
  const name = `corelane-test-${randomUUID()}`;
  const before = sharedPieces();
  writeFileSync(join('/dev/shm', name), '');
  try {
    expect(await leftPieces(before, 0)).toContain(name);
    const left = leftPieces(before, 10_000);
    rmSync(join('/dev/shm', name));
    expect(await left).not.toContain(name);
  } finally {
    rmSync(join('/dev/shm', name), { force: true });
  }
});
