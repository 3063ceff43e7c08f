// The sampler's process, and the same file again as the thread in it that keeps time.
import { runSampler } from '@engine/sampler/sampler-process';
import { isTickerThread, runTicker } from '@engine/sampler/ticker-thread';

if (isTickerThread) runTicker();
else runSampler(__filename);
