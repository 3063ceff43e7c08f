#!/usr/bin/env node
// The command line. What is heavy is loaded only by the command that needs it.
import { languageWarning } from '@present/words/command-words';
import { problemText } from '@present/words/engine/problems';
import { askedLanguage, systemLanguage, takeLanguage } from '@shared/base/language';
import { Refused } from '@shared/base/refused';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntryPaths } from '@engine/types';
import { message, speak } from '@present/messages/message';
import { readArguments, type CliRequest } from './arguments';
import { helpText } from './help';
import { presetText } from './init';
import { complain, refuse } from './refuse';
import type { CliContext } from './shell';
import { end, leave, mention, print as write, watchOutputs } from './terminal';

/** Does what is asked; the exit code. */
async function execute(request: CliRequest): Promise<number> {
  switch (request.command) {
    case 'help':
      return print(helpText(request.about));
    case 'version':
      return print(`${ownVersion()}\n`);
    case 'init': {
      const text = presetText(request.preset);
      return text.ok ? print(text.value) : refuse(problemText(text.problem));
    }
    case 'init-module': {
      const { initModule } = await import('./init-module');
      const made = await initModule(request.python, request.out);
      if (!made.ok) return refuse(problemText(made.problem));
      for (const line of made.value.said) mention(`${line}\n`);
      return print(made.value.printed);
    }
    case 'machine': {
      const { machineText } = await import('./machine');
      return print(await machineText(request.json));
    }
    case 'recover':
      return (await import('./recover')).recoverCommand(request);
    case 'runs':
      return (await import('./recover')).runsCommand();
    case 'claims': {
      (await import('./shell')).complainOfLowLimits();
      const [{ claimsCommand }, { entryPaths }] = await Promise.all([
        import('./claims'),
        import('@engine/entries'),
      ]);
      return claimsCommand(request, contextOf(entryPaths(__dirname)));
    }
    case 'run': {
      (await import('./shell')).complainOfLowLimits();
      const [{ runCommand }, { entryPaths }] = await Promise.all([
        import('./run'),
        import('@engine/entries'),
      ]);
      return runCommand(request, contextOf(entryPaths(__dirname)));
    }
  }
}

function print(text: string): 0 {
  write(text);
  return 0;
}

const root = join(__dirname, '../..');

function contextOf(entries: EntryPaths): CliContext {
  return { entries, version: ownVersion(), root };
}

function ownVersion(): string {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

/** Whether something asked for the current folder, which has been removed. */
const isFolderGone = (error: NodeJS.ErrnoException): boolean =>
  error.code === 'ENOENT' && error.syscall === 'uv_cwd';

watchOutputs();
process.on('uncaughtException', (error) => {
  if (error instanceof Refused) {
    complain(problemText(error.problem));
    end(1);
  }
  if (isFolderGone(error)) {
    complain(message('cli-folder-gone'));
    end(2);
  }
  mention(`${message('cli-problem', { problem: error.stack ?? error.message })}\n`);
  end(1);
});

/** Speaks the language that is asked for, else the system's, from the first word on. */
async function begin(words: readonly string[]): Promise<number> {
  const { rest, name } = takeLanguage(words);
  await speak(askedLanguage(name, process.env) ?? systemLanguage(process.env));
  const warning = languageWarning(name, process.env);
  if (warning !== undefined) complain(warning);
  const request = readArguments(rest, name);
  return request.ok ? execute(request.value) : refuse(problemText(request.problem));
}

void begin(process.argv.slice(2)).then(leave);
