// The address of the window's page.
import { defined } from '@shared/base/defined';
import type { Language } from '@shared/base/language';
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

/**
 * The page's address; it says so where the command line names a theme or a language, for those go before stored ones.
 * @param system the system's language, which the page can't read by the same rule
 */
export function pageAddress(
  origin: string,
  { theme, language }: Pick<AppRequest, 'theme' | 'language'>,
  system: Language,
): string {
  const said = Object.entries(
    defined({ theme, language, system: system === 'en' ? undefined : system }),
  );
  const query = said.map(([name, value]) => `${name}=${value}`).join('&');
  return `${origin}/index.html${query === '' ? '' : `?${query}`}`;
}
