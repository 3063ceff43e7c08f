// The launcher contract inside the real Electron: runs every case over utility processes and
// prints one JSON line a case. Built and started by tests/e2e/utility-launcher.test.ts.
import { app } from 'electron';
import { resolve } from 'node:path';
import type { EntryPaths } from '@engine/types';
import { createUtilityLauncher } from '../../src/main/launch/utility-launcher';
import { launcherCases } from './launcher-cases';

const out = process.env['CORELANE_TEST_OUT'];
if (out === undefined) throw new Error('CORELANE_TEST_OUT names the folder of built entries');

const entries: EntryPaths = {
  host: resolve(out, 'host.js'),
  thread: resolve(out, 'thread.js'),
  sampler: resolve(out, 'sampler.js'),
  httpPeer: resolve(out, 'http-peer.js'),
  probe: resolve(out, 'probe.js'),
  python: resolve(out, '../python/corelane_agent.py'),
  pythonProbe: resolve(out, '../python/corelane_probe.py'),
};

async function main(): Promise<void> {
  await app.whenReady();
  for (const { name, run } of launcherCases) {
    let error: string | undefined;
    try {
      await run(createUtilityLauncher(), entries);
    } catch (reason) {
      error = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    }
    process.stdout.write(`${JSON.stringify({ name, error })}\n`);
  }
  app.exit(0);
}

process.on('uncaughtException', (error) => {
  process.stdout.write(`${JSON.stringify({ name: 'uncaught', error: error.stack })}\n`);
  app.exit(1);
});
void main();
