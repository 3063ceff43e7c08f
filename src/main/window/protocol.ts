// Serves the window's own files, and nothing else, under `app://corelane/`.
import { protocol, type Session } from 'electron';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const scheme = 'app';
const host = 'corelane';

/**
 * What the window's page may load: its own files and pictures it drew itself. No text becomes code or markup, but for
 * the policy that Vue makes once for its own templates.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types vue',
].join('; ');

/** The origin of the window's page. */
export const appOrigin = `${scheme}://${host}`;

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * The file that an address stands for.
 * @returns its path inside `root` and its type; nothing for another host, a path that leads out of
 * the folder, or a type that the window has no files of
 */
export function assetAt(
  root: string,
  address: string,
): { readonly path: string; readonly type: string } | undefined {
  const url = orNothing(() => new URL(address));
  if (url?.protocol !== `${scheme}:` || url.host !== host) return undefined;
  const path = orNothing(() => decodeURIComponent(url.pathname));
  if (path === undefined || path.includes('\0') || path.includes('\\')) return undefined;
  const file = normalize(join(root, path));
  const type = mimeTypes[extname(file)];
  if (type === undefined || !file.startsWith(normalize(root) + sep)) return undefined;
  return { path: file, type };
}

/** Nothing where it is malformed. */
function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Makes the scheme known as a secure one. Before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the files of `root` to the session's pages. After the app is ready. */
export function serveFiles(session: Session, root: string): void {
  session.protocol.handle(scheme, async ({ url, method }) => {
    const asset = method === 'GET' ? assetAt(root, url) : undefined;
    if (asset === undefined) return notFound();
    const body = await readFile(asset.path).catch(() => undefined);
    if (body === undefined) return notFound();
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': asset.type,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
      },
    });
  });
}

function notFound(): Response {
  return new Response('404', { status: 404, headers: { 'content-type': 'text/plain' } });
}
