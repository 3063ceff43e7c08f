// The options of one command: read by Node.js, and refused in this program's own words.
import { failInWords } from '@present/words/engine/problems';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { message } from '@present/messages/message';
import { shown } from '@present/words/command-words';
import { ok, type Result } from '@shared/base/result';

export type Options = NonNullable<ParseArgsConfig['options']>;

export interface ReadOptions {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

interface Given {
  readonly name: string;
  /** As it was written: `-q`, `--quiet`. */
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/**
 * Reads the words after a command's name.
 * @returns `bad-arguments` for an option that is unknown, lacks its value, has one too many or is given twice
 */
export function readOptions(
  command: string,
  args: readonly string[],
  options: Options,
): Result<ReadOptions> {
  // Not strict: what is wrong is found in the tokens below.
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const problem = refuseOption(command, token, options, seen);
    if (problem !== undefined) return failInWords('bad-arguments', problem);
  }
  return ok({ values, positionals });
}

/** Why the option can't be used; `seen` holds those of one value that were given before it. */
function refuseOption(
  command: string,
  { name, rawName, value, inlineValue }: Given,
  options: Options,
  seen: Set<string>,
): string | undefined {
  const option = shown(rawName);
  const known = Object.hasOwn(options, name) ? options[name] : undefined;
  if (known === undefined) return message('cli-unknown-option', { option, command });
  if (known.type === 'boolean') {
    return value === undefined ? undefined : message('cli-takes-no-value', { option, command });
  }
  if (value === undefined) return message('cli-no-value', { option, command });
  if (inlineValue === false && value.length > 1 && value.startsWith('-')) {
    return message('cli-dashed-value', { option, value: shown(value) });
  }
  if (known.multiple === true) return undefined;
  if (seen.has(name)) return message('cli-twice', { option: name });
  seen.add(name);
  return undefined;
}
