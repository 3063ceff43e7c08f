// The local server that the `http` workload asks: answers with so many bytes after so long.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { workloads, type ParameterSpec } from '@shared/experiment/workloads';
import { randomBytes, taskState } from './workloads/random';

interface Wish {
  readonly delayMs: number;
  readonly bytes: number;
}

function readFigure(text: string | null, { min, max }: ParameterSpec): number | undefined {
  if (text === null || !/^\d{1,12}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= min && value <= max ? value : undefined;
}

/** Returns what a request asks for, or undefined where it is not one this server answers. */
function readWish(request: IncomingMessage): Wish | undefined {
  const [path, query] = (request.url ?? '').split('?', 2);
  if (request.method !== 'GET' || path !== '/') return undefined;
  const search = new URLSearchParams(query);
  const delayMs = readFigure(search.get('delayMs'), workloads.http.params.delayMs);
  const bytes = readFigure(search.get('bytes'), workloads.http.params.bytes);
  return delayMs === undefined || bytes === undefined ? undefined : { delayMs, bytes };
}

const limitsOf = ({ min, max }: ParameterSpec) => ({ min, max });

/** Answers with what can be asked, as a code with its arguments: this server knows no language. */
function refuse(response: ServerResponse): void {
  const { delayMs, bytes } = workloads.http.params;
  const ask = { method: 'GET', path: '/', delayMs: limitsOf(delayMs), bytes: limitsOf(bytes) };
  response.writeHead(400, { 'content-type': 'application/json' });
  response.end(`${JSON.stringify({ code: 'bad-request', args: ask })}\n`);
}

/**
 * A server, not yet listening, that answers `GET /?delayMs=…&bytes=…` (limits as in the catalogue)
 * with bytes that depend only on their number. Anything else is answered with status 400 and the
 * limits as JSON.
 */
export function createPeerServer(): Server {
  let latest: Buffer = Buffer.alloc(0);

  function body(bytes: number): Buffer {
    if (latest.length !== bytes) latest = randomBytes(bytes, taskState(0, 0));
    return latest;
  }

  const server = createServer((request, response) => {
    const wish = readWish(request);
    if (wish === undefined) return refuse(response);
    const { delayMs, bytes } = wish;
    const answer = (): void => {
      response.writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-length': bytes,
      });
      response.end(body(bytes));
    };
    if (delayMs === 0) return answer();
    const timer = setTimeout(answer, delayMs);
    response.on('close', () => clearTimeout(timer));
  });
  // A connection closed for being idle could be the one a client is just about to use.
  server.keepAliveTimeout = 0;
  return server;
}
