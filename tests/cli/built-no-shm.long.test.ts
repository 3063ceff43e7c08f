// A /dev/shm that can't be written: what needs it says so, and everything else is measured.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { canMount, expectMeasured, places } from './no-shm-runs';

describe.runIf(canMount)('a /dev/shm that', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corelane-test-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(['is read-only', 'is full'] as const)('%s', { timeout: 120_000 }, (what) =>
    expectMeasured(folder, places[what]),
  );
});
