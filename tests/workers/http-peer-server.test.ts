import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPeerServer } from '@workers/http-peer-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawBytes, firstState } from './workloads/independent';

const server = createPeerServer();
let base = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('createPeerServer', () => {
  it('answers with bytes that depend only on their number', async () => {
    const answer = await fetch(`${base}/?delayMs=0&bytes=37`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-length')).toBe('37');
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual(
      drawBytes(firstState(0, 0), 37),
    );
    const other = await fetch(`${base}/?bytes=3&delayMs=1`);
    expect([...new Uint8Array(await other.arrayBuffer())]).toEqual(drawBytes(firstState(0, 0), 3));
  });

  it('waits before it answers, and answers others meanwhile', async () => {
    const left = new AbortController();
    const long = fetch(`${base}/?delayMs=60000&bytes=1`, { signal: left.signal });
    const ended = long.then(() => 'answered').catch(() => 'left');
    expect((await fetch(`${base}/?delayMs=10&bytes=1`)).status).toBe(200);
    left.abort();
    expect(await ended).toBe('left');
  });

  it('gives the largest answer', async () => {
    const answer = await fetch(`${base}/?delayMs=0&bytes=16777216`);
    expect((await answer.arrayBuffer()).byteLength).toBe(16_777_216);
  });

  it.each([
    '/',
    '/?delayMs=0',
    '/?bytes=1',
    '/?delayMs=60001&bytes=1',
    '/?delayMs=0&bytes=0',
    '/?delayMs=0&bytes=16777217',
    '/?delayMs=-1&bytes=1',
    '/?delayMs=1.5&bytes=1',
    '/?delayMs=1e3&bytes=1',
    '/?delayMs=&bytes=1',
    '/?delayMs=0&bytes=0x10',
    '/?delayMs=0&bytes=99999999999999999999',
    '/elsewhere?delayMs=0&bytes=1',
    '//?delayMs=0&bytes=1',
  ])('refuses %s', async (path) => {
    const asked = request(`${base}/`, { path }).end();
    const [answer] = (await once(asked, 'response')) as [{ statusCode: number; resume(): void }];
    answer.resume();
    expect(answer.statusCode).toBe(400);
  });

  it('refuses other methods', async () => {
    const answer = await fetch(`${base}/?delayMs=0&bytes=1`, { method: 'POST', body: 'x' });
    expect(answer.status).toBe(400);
    const limits = { delayMs: { min: 0, max: 60_000 }, bytes: { min: 1, max: 16_777_216 } };
    expect(await answer.json()).toEqual({
      code: 'bad-request',
      args: { method: 'GET', path: '/', ...limits },
    });
  });
});
