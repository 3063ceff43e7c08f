// What was thrown, as one sentence: anything can be, and looking at it can throw as well.

export interface Thrown {
  readonly message: string;
  readonly stack?: string;
}

/** Inner errors that are told, of one error and one below another. */
const mostInner = 5;
const mostDepth = 3;
const mostLength = 500;

const unreadable = "it threw a value that can't be read";

/** Of a value of own code: reading it may run a getter or a trap that throws. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function textOf(value: object, key: 'message' | 'name' | 'stack'): string | undefined {
  const text = attempt(() => (value as Readonly<Record<string, unknown>>)[key]);
  return typeof text === 'string' && text !== '' ? text.slice(0, 20_000) : undefined;
}

/** One of an instance or of another realm's: what has a stack and a message. */
function isError(value: object): boolean {
  return attempt(() => value instanceof Error) === true || textOf(value, 'stack') !== undefined;
}

function describeObject(value: object): string {
  const json = attempt(() => JSON.stringify(value) as string | undefined);
  if (json === undefined) return unreadable;
  return `it threw ${typeof value === 'function' ? 'a function' : json.slice(0, 200)}`;
}

function describeInner(error: object, depth: number): string {
  const inner = attempt(() => (error as { readonly errors?: unknown }).errors);
  const cause = attempt(() => (error as { readonly cause?: unknown }).cause);
  const told: string[] = [];
  if (depth < mostDepth && Array.isArray(inner) && inner.length > 0) {
    const texts = inner
      .slice(0, mostInner)
      .map((one, index) => `(${index + 1}) ${describe(one, depth + 1)}`);
    const more = inner.length > mostInner ? `, and ${inner.length - mostInner} more` : '';
    told.push(`: ${texts.join(', ')}${more}`);
  }
  if (depth < mostDepth && cause !== undefined)
    told.push(`, because: ${describe(cause, depth + 1)}`);
  return told.join('');
}

function describe(value: unknown, depth: number): string {
  if (typeof value === 'string' && value !== '') return value.slice(0, mostLength);
  if (typeof value !== 'function' && (typeof value !== 'object' || value === null)) {
    return `it threw ${typeof value === 'string' ? 'an empty text' : String(value)}`;
  }
  const message = textOf(value, 'message')?.slice(0, mostLength);
  const inner = describeInner(value, depth);
  if (message !== undefined) return message + inner;
  if (isError(value)) return `${textOf(value, 'name') ?? 'Error'} without a message${inner}`;
  return describeObject(value) + inner;
}

/** What was thrown or what a promise was rejected with. Never throws itself. */
export function describeThrown(value: unknown): Thrown {
  const message = attempt(() => describe(value, 0)) ?? unreadable;
  const stack = typeof value === 'object' && value !== null ? textOf(value, 'stack') : undefined;
  return { message, ...(stack === undefined ? {} : { stack: readablePlaces(stack) }) };
}

/** A stack with paths where it has addresses of files. */
function readablePlaces(stack: string): string {
  return stack.replace(/file:\/\/\/[^\s)]*/g, (address) => {
    const path = attempt(() => decodeURIComponent(address.slice('file://'.length)));
    // eslint-disable-next-line no-control-regex -- a path may hold one, and then stays an address
    if (path === undefined || /[\u0000-\u001f]/.test(path)) return address;
    return process.platform === 'win32' ? path.slice(1).replaceAll('/', '\\') : path;
  });
}
