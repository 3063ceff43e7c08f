// The real app with no test tool attached to its page, led through a hook in its main process.
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const electronPath = createRequire(import.meta.url)('electron') as unknown as string;

type Command = 'page' | 'crash' | 'hang' | 'stop' | 'asked' | 'loads';

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

export interface BareApp {
  /** The app's folder, with its profile and its data. */
  readonly folder: string;
  /** What the hook gives for a command. */
  do(name: Command): Promise<unknown>;
  /** Does what its page is loaded again for, and waits for that. */
  reload(name: 'crash' | 'hang'): Promise<void>;
  /** The value of a script in the page. */
  page(script: string): Promise<unknown>;
  /** Waits until the page shows a text. */
  shows(text: RegExp): Promise<void>;
  /** Ends it; its exit code or signal. */
  end(signal: NodeJS.Signals): Promise<number | string | null>;
  /** Ends it for certain and removes its folder. */
  remove(): Promise<void>;
}

/** An answer of the page that does not come within this never does: it was gone. */
const pageWithinMs = 3_000;
/** Of the app, while a run takes every core. */
const answerWithinMs = 30_000;

/** Starts the app and waits for its window's first place. */
export async function startBareApp(): Promise<BareApp> {
  const folder = await mkdtemp(join(tmpdir(), 'corelane-bare-'));
  const child: ChildProcess = fork(
    root,
    ['--no-sandbox', `--user-data-dir=${join(folder, 'profile')}`],
    {
      execPath: electronPath,
      execArgv: ['-r', join(root, 'tests/fixtures/app-hook.cjs')],
      cwd: root,
      env: { ...process.env, CORELANE_DATA: join(folder, 'data') },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  );
  const gone = new Promise<number | string | null>((tell) =>
    child.once('exit', (code, signal) => tell(code ?? signal)),
  );
  let last = 0;

  function ask(name: Command, input?: string): Promise<unknown> {
    const id = (last += 1);
    return new Promise((answered, refused) => {
      const timer = setTimeout(
        () => {
          child.off('message', take);
          refused(new Error(`no answer to ${name}`));
        },
        name === 'page' ? pageWithinMs : answerWithinMs,
      );
      const take = (message: unknown): void => {
        const answer = message as Answer;
        if (answer.id !== id) return;
        clearTimeout(timer);
        child.off('message', take);
        if (answer.error === undefined) answered(answer.value);
        else refused(new Error(answer.error));
      };
      child.on('message', take);
      child.send({ id, name, input });
    });
  }

  const page = (script: string): Promise<unknown> => ask('page', script);
  const shows = (text: RegExp): Promise<void> =>
    expect
      .poll(() => page('document.body.innerText').catch(String), { timeout: 60_000 })
      .toMatch(text);
  await shows(/Heavy powers/);

  return {
    folder,
    do: (name) => ask(name),
    reload: async (name) => {
      const before = Number(await ask('loads'));
      await ask(name);
      await expect.poll(() => ask('loads'), { timeout: 60_000 }).toBeGreaterThan(before);
    },
    page,
    shows,
    end: (signal) => {
      child.kill(signal);
      return gone;
    },
    remove: async () => {
      child.kill('SIGKILL');
      await gone;
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
