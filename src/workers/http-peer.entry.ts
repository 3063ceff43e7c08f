// The process of the local server: listens on loopback only, reports its address to its parent, and ends with it.
import type { AddressInfo } from 'node:net';
import { parentPort } from '@engine/host/parent-port';
import type { FromHttpPeer, ToHttpPeer } from '@shared/wire/messages';
import { createPeerServer } from './http-peer-server';

/** Connections that may wait to be accepted: more than Node's 511, as all tasks connect at once. */
const backlog = 4096;

const parent = parentPort<FromHttpPeer, ToHttpPeer>();
const server = createPeerServer();
const end = (): never => process.exit(0);

parent.onDisconnect(end);
parent.onMessage((message) => {
  if (message.type === 'end') end();
});
server.listen({ host: '127.0.0.1', port: 0, backlog }, () => {
  const { port } = server.address() as AddressInfo;
  parent.send({ type: 'listening', url: `http://127.0.0.1:${port}/` });
});
