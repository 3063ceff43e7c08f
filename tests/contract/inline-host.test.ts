// The host inside the engine's own process ends like a child: what comes too late is not heard.
import { afterEach, describe, expect, it } from 'vitest';
import { nowNs } from '@engine/clock';
import { launchInlineHost } from '@engine/launch/inline-host';
import { makeRunMark } from '@engine/processes/run-mark';
import { builtEntries } from '../helpers/entries';
import { ProbeHost } from './probe-host';

let spawned = 0;
const count = (): void => void (spawned += 1);
process.on('worker', count);
afterEach(() => {
  spawned = 0;
});

function readyHost(): { readonly host: ProbeHost } {
  const host = new ProbeHost(
    {
      kind: 'fork',
      launch: () => launchInlineHost(builtEntries.thread, makeRunMark().env) as never,
    },
    builtEntries,
  );
  host.setUp(
    { kind: 'powers', params: { number: 7, iterations: 10 } },
    { threads: 2, originNs: String(nowNs()) },
  );
  return { host };
}

describe('an inline host', () => {
  it('spawns its threads when it decides', async () => {
    const { host } = readyHost();
    await host.until('ready');
    host.handle.send({ type: 'decide' });
    await host.until('finished');
    host.handle.kill();
    await host.exit;
    expect(spawned).toBe(2);
  });

  it('spawns none when it was ended before it heard of the decision', async () => {
    const { host } = readyHost();
    await host.until('ready');
    host.handle.send({ type: 'decide' });
    host.handle.kill();
    await host.exit;
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(spawned).toBe(0);
  });
});
