// The sampler's process, and the same file again as the thread in it that keeps time.
import { rmSync } from 'node:fs';
import { runSampler } from '@engine/probe/sampler-process';
import { isTickerThread, runTicker } from '@engine/probe/ticker-thread';

if (isTickerThread) runTicker();
else runSampler(__filename, removeFolder);

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
