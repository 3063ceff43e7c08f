// The sampler's process, and the same file again as the thread in it that keeps time.
import { runSampler } from '@engine/probe/sampler-process';
import { isTickerThread, runTicker } from '@engine/probe/ticker-thread';

if (isTickerThread) runTicker();
else runSampler(__filename);
