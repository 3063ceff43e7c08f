// The command line: from words to a request, or to one sentence that says what is wrong.
import { failInWords } from '@present/words/engine/problems';
import { message } from '@present/messages/message';
import { refuseLanguage, refuseWords, shown } from '@present/words/command-words';
import { defined } from '@shared/base/defined';
import { claimIds, type ClaimId } from '@shared/claims/claims';
import { exportFormats, usualFormats, type ExportFormat } from '@shared/report/export-formats';
import { ok, type Result } from '@shared/base/result';
import { readOptions } from './read-options';

export const commandNames = ['run', 'claims', 'recover', 'runs', 'init', 'machine'] as const;

export type CommandName = (typeof commandNames)[number];

export interface RunRequest {
  readonly command: 'run';
  /** Path of the experiment; `-` is the standard input. */
  readonly file: string;
  readonly out: string;
  readonly formats: readonly ExportFormat[];
  /** Whether files that stand where links to the newest report are to be may be replaced. */
  readonly force: boolean;
  readonly dryRun: boolean;
  /** Whether a pilot estimates beforehand what the run will cost. */
  readonly pilot: boolean;
  readonly quiet: boolean;
  /** Whether whatever code the experiment names may be run. */
  readonly allowCode: boolean;
  /** Files that may be run. */
  readonly modules: readonly string[];
}

/** Runs that were left unfinished, or are kept. */
export interface RecoverRequest extends Pick<RunRequest, 'out' | 'formats' | 'force'> {
  readonly command: 'recover';
  /** Names of runs; all that were left unfinished where there are none. */
  readonly ids: readonly string[];
  /** Whether they are removed instead. */
  readonly discard: boolean;
}

/** The article's claims, tried. */
export interface ClaimsRequest {
  readonly command: 'claims';
  readonly ids: readonly ClaimId[];
  /** File for the findings. */
  readonly json?: string;
  /** File for the page of the findings. */
  readonly html?: string;
  /** Whether earlier findings are printed, and nothing is tried. */
  readonly kept: boolean;
  readonly quiet: boolean;
}

/** A start for a user's own code. */
export interface InitModuleRequest {
  readonly command: 'init-module';
  readonly python: boolean;
  /** Folder for the files; without one the experiment is printed. */
  readonly out?: string;
}

export type CliRequest =
  | RunRequest
  | ClaimsRequest
  | RecoverRequest
  | { readonly command: 'runs' }
  | { readonly command: 'init'; readonly preset: string }
  | InitModuleRequest
  | { readonly command: 'machine'; readonly json: boolean }
  | { readonly command: 'help'; readonly about?: CommandName }
  | { readonly command: 'version' };

const help = { help: { type: 'boolean', short: 'h' } } as const;

/**
 * Reads the arguments after the program's name, without those of the language; `bad-arguments` where they can't be
 * used.
 * @param language what was named as one
 */
export function readArguments(args: readonly string[], language?: string): Result<CliRequest> {
  const refused = refuseWords(args) ?? refuseLanguage(language);
  if (refused !== undefined) return bad(refused);
  const [first, ...rest] = args;
  if (first === undefined || first === '--help' || first === '-h') return ok({ command: 'help' });
  if (first === '--version' || first === '-v') return ok({ command: 'version' });
  if (first === 'help') return readHelp(rest);
  const name = commandOf(first);
  if (name === undefined) {
    return bad(noCommand(first));
  }
  return readers[name](rest);
}

/** Earlier names of commands. */
const aliases: Readonly<Record<string, CommandName>> = { experiment: 'claims' };

/** The command that a word names. */
function commandOf(word: string): CommandName | undefined {
  return (
    commandNames.find((known) => known === word) ??
    (Object.hasOwn(aliases, word) ? aliases[word] : undefined)
  );
}

const readers: Readonly<Record<CommandName, (args: readonly string[]) => Result<CliRequest>>> = {
  run: readRun,
  claims: readClaimsRequest,
  recover: readRecover,
  runs: readRuns,
  init: readInit,
  machine: readMachineRequest,
};

function readHelp([topic]: readonly string[]): Result<CliRequest> {
  if (topic === undefined) return ok({ command: 'help' });
  const about = commandOf(topic);
  return about === undefined ? bad(noCommand(topic)) : ok({ command: 'help', about });
}

function readRun(args: readonly string[]): Result<CliRequest> {
  const parsed = readOptions('run', args, {
    ...help,
    out: { type: 'string', default: 'reports' },
    format: { type: 'string', default: usualFormats.join(',') },
    force: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    'no-pilot': { type: 'boolean', default: false },
    quiet: { type: 'boolean', short: 'q', default: false },
    'allow-code': { type: 'boolean', default: false },
    module: { type: 'string', multiple: true, default: [] },
  });
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help === true) return ok({ command: 'help', about: 'run' });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    return bad(message('cli-one-file'));
  }
  if (file === '') return bad(message('cli-empty-name'));
  if (values.out === '') return bad(message('cli-empty-out', { example: 'reports' }));
  const formats = readFormats(String(values.format));
  if (!formats.ok) return formats;
  return ok({
    command: 'run',
    file,
    out: String(values.out),
    formats: formats.value,
    force: values.force === true,
    dryRun: values['dry-run'] === true,
    pilot: values['no-pilot'] !== true,
    quiet: values.quiet === true,
    allowCode: values['allow-code'] === true,
    modules: [values.module ?? []].flat().map(String),
  });
}

function readRecover(args: readonly string[]): Result<CliRequest> {
  const parsed = readOptions('recover', args, {
    ...help,
    out: { type: 'string', default: 'reports' },
    format: { type: 'string', default: usualFormats.join(',') },
    force: { type: 'boolean', default: false },
    discard: { type: 'boolean', default: false },
  });
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help === true) return ok({ command: 'help', about: 'recover' });
  if (values.out === '') return bad(message('cli-empty-out', { example: 'reports' }));
  const discard = values.discard === true;
  if (discard && positionals.length === 0) {
    return bad(message('cli-discard-what'));
  }
  const formats = readFormats(String(values.format));
  if (!formats.ok) return formats;
  return ok({
    command: 'recover',
    ids: positionals,
    out: String(values.out),
    formats: formats.value,
    force: values.force === true,
    discard,
  });
}

function readRuns(args: readonly string[]): Result<CliRequest> {
  const parsed = readOptions('runs', args, help);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help === true) return ok({ command: 'help', about: 'runs' });
  if (positionals.length > 0) return bad(message('cli-takes-nothing', { command: 'runs' }));
  return ok({ command: 'runs' });
}

function readClaimsRequest(args: readonly string[]): Result<CliRequest> {
  const parsed = readOptions('claims', args, {
    ...help,
    json: { type: 'string' },
    html: { type: 'string' },
    kept: { type: 'boolean', default: false },
    quiet: { type: 'boolean', short: 'q', default: false },
  });
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help === true) return ok({ command: 'help', about: 'claims' });
  const ids = readClaims(positionals);
  if (!ids.ok) return ids;
  const { json, html } = values;
  if (json === '' || html === '') return bad(message('cli-empty-file'));
  return ok({
    command: 'claims',
    ids: ids.value,
    ...defined({
      json: json === undefined ? undefined : String(json),
      html: html === undefined ? undefined : String(html),
    }),
    kept: values.kept === true,
    quiet: values.quiet === true,
  });
}

/** Each claim once, in the order of the article; all of them where none is named. */
function readClaims(words: readonly string[]): Result<readonly ClaimId[]> {
  const unknown = words.find((word) => word !== 'all' && !claimIds.some((id) => id === word));
  if (unknown !== undefined) {
    return bad(message('cli-no-claim', { claim: shown(unknown), claims: claimIds.join(', ') }));
  }
  const all = words.length === 0 || words.includes('all');
  return ok(claimIds.filter((id) => all || words.includes(id)));
}

function readInit(args: readonly string[]): Result<CliRequest> {
  const parsed = readOptions('init', args, {
    ...help,
    python: { type: 'boolean', default: false },
    out: { type: 'string' },
  });
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help === true) return ok({ command: 'help', about: 'init' });
  if (positionals.length > 1) return bad(message('cli-one-preset'));
  const [preset = 'default'] = positionals;
  const { python, out } = values;
  if (preset === 'module') {
    if (out === '') return bad(message('cli-empty-out', { example: 'my-work' }));
    const folder = out === undefined ? {} : { out: String(out) };
    return ok({ command: 'init-module', python: python === true, ...folder });
  }
  if (python === true || out !== undefined) {
    return bad(message('cli-only-module'));
  }
  return ok({ command: 'init', preset });
}

function readMachineRequest(args: readonly string[]): Result<CliRequest> {
  const parsed = readOptions('machine', args, {
    ...help,
    json: { type: 'boolean', default: false },
  });
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help === true) return ok({ command: 'help', about: 'machine' });
  if (positionals.length > 0) return bad(message('cli-takes-nothing', { command: 'machine' }));
  return ok({ command: 'machine', json: values.json === true });
}

/** Each format once, in the order asked. */
function readFormats(text: string): Result<readonly ExportFormat[]> {
  const formats: ExportFormat[] = [];
  for (const word of text.split(',').map((part) => part.trim())) {
    const format = exportFormats.find((known) => known === word);
    if (format === undefined) {
      const known = exportFormats.join(', ');
      return bad(
        word === ''
          ? message('cli-empty-format', { formats: known })
          : message('cli-no-format', { format: shown(word), formats: known }),
      );
    }
    if (!formats.includes(format)) formats.push(format);
  }
  return ok(formats);
}

function noCommand(word: string): string {
  return message('cli-no-command', { command: shown(word), commands: commandNames.join(', ') });
}

function bad(problem: string): Result<never> {
  return failInWords('bad-arguments', problem);
}
