import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPeerServer } from '@workers/http-peer-server';
import { loadWorkload } from '@workers/workloads';
import { afterEach, describe, expect, it } from 'vitest';
import { drawBytes, firstState, polynomial, wordsOf } from './independent';
import { runTasks } from './run-task';
import { whyOf } from '../../helpers/said';

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  server.listen({ host: '127.0.0.1', port: 0, backlog: 4096 });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function askOnce(listener: RequestListener): Promise<number[]> {
  const url = await listen(createServer(listener));
  return runTasks('http', { delayMs: 0, bytes: 8 }, [0], { inputs: { url } });
}

describe('http', () => {
  it.each([1, 16_384, 70_001])('folds the %i bytes of the answer', async (bytes) => {
    const url = await listen(createPeerServer());
    const expected = polynomial(wordsOf(drawBytes(firstState(0, 0), bytes)));
    const params = { delayMs: 0, bytes };
    expect(await runTasks('http', params, [0, 1], { seed: 9, inputs: { url } })).toEqual([
      expected,
      expected,
    ]);
  });

  it('keeps its connections, as many as there are tasks at once', async () => {
    const server = createPeerServer();
    let connections = 0;
    server.on('connection', () => (connections += 1));
    const params = { delayMs: 20, bytes: 10 };
    const { run, close } = await loadWorkload({ kind: 'http', params }, 1, {
      url: await listen(server),
    });
    const round = () => Promise.all(Array.from({ length: 300 }, async (_, task) => run(task)));
    const first = await round();
    expect(connections).toBe(300);
    expect(await round()).toEqual(first);
    expect(connections).toBe(300);
    await close?.();
  });

  it('says what the server answered instead', async () => {
    const listener: RequestListener = (_, response) => response.writeHead(503).end('busy');
    expect(await whyOf(askOnce(listener))).toMatch(/delayMs=0&bytes=8 failed: status 503: busy$/);
  });

  it('says when fewer bytes came', async () => {
    expect(await whyOf(askOnce((_, response) => response.end('short')))).toContain(
      '5 bytes came instead of 8',
    );
  });

  it('says when the connection broke', async () => {
    const before: RequestListener = (request) => request.socket.destroy();
    expect(await whyOf(askOnce(before))).toContain('failed: socket hang up');
    const within: RequestListener = (request, response) => {
      response.writeHead(200, { 'content-length': 8 });
      response.write('half', () => request.socket.destroy());
    };
    expect(await whyOf(askOnce(within))).toContain('failed: aborted');
  });

  it('says where nobody listens, or no address was given', async () => {
    const server = createServer();
    const url = await listen(server);
    server.close();
    await once(server, 'close');
    servers.length = 0;
    expect(await whyOf(runTasks('http', {}, [0], { inputs: { url } }))).toContain('ECONNREFUSED');
    await expect(runTasks('http', {}, [0])).rejects.toThrow('needs the address');
  });
});
