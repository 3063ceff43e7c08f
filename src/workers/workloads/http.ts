// Requests: asks the local server, over connections that are kept, as many as there are tasks at once.
import { saidError } from '@engine/host/base/said-error';
import { defined } from '@shared/base/defined';
import { errorText } from '@shared/base/error-text';
import type { RequestFault } from '@shared/base/said';
import { Agent, get, type IncomingMessage, type RequestOptions } from 'node:http';
import { urlToHttpOptions } from 'node:url';
import { foldBytes } from './checksum';
import { param, type LoadedWorkload, type WorkloadContext } from './context';

function ask(options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(options, resolve).on('error', reject);
  });
}

/** The server gave another answer than it was asked for. */
class OtherAnswer extends Error {
  constructor(readonly fault: RequestFault) {
    super(fault.code);
  }
}

async function readAll(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function fetchBody(options: RequestOptions, bytes: number): Promise<Buffer> {
  const response = await ask(options);
  const body = await readAll(response);
  if (response.statusCode !== 200) {
    const status = response.statusCode;
    const said = body.toString().slice(0, 200);
    throw new OtherAnswer({ code: 'status', said, ...defined({ status }) });
  }
  if (body.length !== bytes) {
    throw new OtherAnswer({ code: 'length', bytes: body.length, expected: bytes });
  }
  return body;
}

/** The checksum folds the answer's bytes. */
export function create(context: WorkloadContext): LoadedWorkload {
  const delayMs = param(context, 'delayMs');
  const bytes = param(context, 'bytes');
  const { url } = context.inputs;
  if (url === undefined) throw new Error('the http workload needs the address of the local server');
  const address = new URL(`/?delayMs=${delayMs}&bytes=${bytes}`, url);
  // By default only 256 idle connections are kept; a larger concurrency would connect anew each time.
  const agent = new Agent({ keepAlive: true, maxFreeSockets: Infinity });
  const options = { ...urlToHttpOptions(address), agent };
  return {
    run: async () => {
      try {
        return foldBytes(await fetchBody(options, bytes));
      } catch (cause) {
        const why: RequestFault =
          cause instanceof OtherAnswer ? cause.fault : { code: 'other', said: errorText(cause) };
        throw saidError('request-failed', { url: address.href, why }, { cause });
      }
    },
    close: () => agent.destroy(),
  };
}
