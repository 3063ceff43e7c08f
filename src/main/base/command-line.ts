// Parses the app's command line. Chromium's and Electron's own switches stand there too, so what is not known is
// left to them.
import { failInWords } from '@present/words/engine/problems';
import { listAny } from '@present/messages/list';
import { message } from '@present/messages/message';
import { parseArgs } from 'node:util';
import { defined } from '@shared/base/defined';
import { askedLanguage, takeLanguage, type Language } from '@shared/base/language';
import { themeNames, type ThemeName } from '@shared/look/palette';
import { refuseLanguage, refuseWords, shown } from '@present/words/command-words';
import { ok, type Result } from '@shared/base/result';
import { defaultSize, minSize, type WindowSize } from './window-size';

export interface DisplayRunRequest {
  /** Folder for the report's files. */
  readonly out: string;
  /** Experiment file; the default preset where there is none. */
  readonly experiment?: string;
}

export interface AppRequest {
  /** Run by itself, leave the report, exit. */
  readonly displayRun?: DisplayRunRequest;
  readonly size: WindowSize;
  /** Overrides the system's. */
  readonly theme?: ThemeName;
  /** Named on the command line or in the environment: overrides the system's and what was chosen. */
  readonly language?: Language;
  /** For developers: the page comes from the server that `npm run dev` starts. */
  readonly developmentPage?: true;
}

const options = {
  'run-default': { type: 'boolean' },
  out: { type: 'string' },
  experiment: { type: 'string' },
  size: { type: 'string' },
  theme: { type: 'string' },
  'development-page': { type: 'boolean' },
} as const;

const maxPixels = 8192;

/**
 * Reads the whole command line after the executable.
 * @returns `bad-arguments` with one sentence where an argument can't be used
 */
export function readAppRequest(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): Result<AppRequest> {
  const { rest, name } = takeLanguage(args);
  const refused = refuseWords(args) ?? refuseLanguage(name);
  if (refused !== undefined) return failInWords('bad-arguments', refused);
  const { values } = parseArgs({
    args: [...rest],
    options,
    strict: false,
    allowPositionals: true,
  });
  for (const name of ['out', 'experiment', 'size', 'theme'] as const) {
    const value = values[name];
    if (value === true || value === '' || value?.toString().startsWith('-') === true) {
      return failInWords(
        'bad-arguments',
        message('app-needs-value', { option: name, example: examples[name] }),
      );
    }
  }
  const size = values.size === undefined ? defaultSize : readSize(String(values.size));
  if (size === undefined) {
    return failInWords(
      'bad-arguments',
      message('app-bad-size', {
        size: shown(String(values.size)),
        min: `${minSize.width}x${minSize.height}`,
      }),
    );
  }
  const theme = themeNames.find((name) => name === values.theme);
  if (values.theme !== undefined && theme === undefined) {
    return failInWords('bad-arguments', message('app-bad-theme', { themes: listAny(themeNames) }));
  }
  return ok(
    defined({
      size,
      theme,
      language: askedLanguage(name, env),
      developmentPage: values['development-page'] === true ? true : undefined,
      displayRun: values['run-default'] === true ? readDisplayRun(values) : undefined,
    }),
  );
}

const examples = { out: 'reports', experiment: 'FILE', size: '1440x900', theme: 'dark' } as const;

function readDisplayRun(values: {
  readonly out?: string | boolean | undefined;
  readonly experiment?: string | boolean | undefined;
}): DisplayRunRequest {
  const out = values.out === undefined ? 'reports' : String(values.out);
  if (values.experiment === undefined) return { out };
  return { out, experiment: String(values.experiment) };
}

function readSize(text: string): WindowSize | undefined {
  const match = /^(\d{3,4})x(\d{3,4})$/.exec(text);
  if (match === null) return undefined;
  const width = Number(match[1]);
  const height = Number(match[2]);
  const fits =
    width >= minSize.width && height >= minSize.height && Math.max(width, height) <= maxPixels;
  return fits ? { width, height } : undefined;
}
