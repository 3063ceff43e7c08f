// The address of the window's page.
import type { AppRequest } from '../base/command-line';

/**
 * The address of the development server that serves the page: only where a developer asks for it on the command
 * line, never in a packaged app, and only on this machine. An environment variable alone changes nothing.
 */
export function developmentOrigin(
  { developmentPage }: Pick<AppRequest, 'developmentPage'>,
  packaged: boolean,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const address = env['ELECTRON_RENDERER_URL'];
  if (packaged || developmentPage !== true || address === undefined) return undefined;
  const { protocol, hostname, origin } = new URL(address);
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'http:' && here ? origin : undefined;
}

/** The page's address; it says so where the command line names a theme, for that goes before a stored one. */
export function pageAddress(origin: string, { theme }: Pick<AppRequest, 'theme'>): string {
  return `${origin}/index.html${theme === undefined ? '' : `?theme=${theme}`}`;
}
