// An HTML page that needs nothing else: no network, no script, the look within.
import { pageLanguage } from '@present/messages/intl-locale';
import { markup, type Markup } from './markup';
import { defineMarks } from './marks';
import { style } from './style';

/**
 * The whole document as text.
 * @param title what stands before the program's name in its title
 */
export function writeDocument(title: string, body: Markup): string {
  const page = markup`<meta name="viewport" content="width=device-width">
<title>${title} · Corelane</title>
</head>
<body>
${defineMarks()}
${body}
</body>
</html>
`;
  return `<!doctype html>
<html lang="${pageLanguage()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>${style}</style>
${page.written}`;
}
