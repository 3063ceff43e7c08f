// The boundary between the window and everything else, tried in the real app: after Electron's own checklist.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, openExperiment, type OpenedApp } from './open-app';

let opened: OpenedApp;
const said: string[] = [];

beforeAll(async () => {
  // Of the environment alone nothing is taken.
  process.env['ELECTRON_RENDERER_URL'] = 'http://127.0.0.1:9/';
  opened = await openApp();
  delete process.env['ELECTRON_RENDERER_URL'];
  opened.page.on('console', (message) => void said.push(`${message.type()}: ${message.text()}`));
  opened.page.on('pageerror', (error) => void said.push(`error: ${error.message}`));
});
afterAll(() => opened.close());

describe('the window', () => {
  it('has its own page, sandboxed and isolated', async () => {
    expect(opened.page.url()).toMatch(/^app:\/\/corelane\/index\.html/);
    const preferences = await opened.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      // Electron's types leave it out.
      const contents = window?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      ...{ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true },
      ...{ nodeIntegrationInSubFrames: false, webviewTag: false },
      ...{ allowRunningInsecureContent: false, experimentalFeatures: false },
    });
    const seen = await opened.page.evaluate(() => ({
      names: ['require', 'process', 'module', 'global', 'Buffer'].filter((name) => name in window),
      api: Object.keys((window as unknown as { corelane: object }).corelane).sort(),
    }));
    expect(seen).toEqual({ names: [], api: ['call', 'live', 'on'] });
  });

  it('works under its policy in every place, without a word of complaint', async () => {
    const { page } = opened;
    for (const place of ['Race', 'Results', 'Claims', 'Machine', 'Lab']) {
      await page.getByRole('navigation', { name: 'Places' }).getByText(place).first().click();
      await page.locator('main').first().waitFor();
    }
    expect(said.filter((line) => /^(?:error|warning)/.test(line))).toEqual([]);
  });

  it('makes neither code nor markup of a text, and reaches nothing', async () => {
    const outcome = await opened.page.evaluate(async () => {
      // In a turn of its own: what the test itself calls may evaluate text.
      const tried = (act: () => unknown): Promise<string> =>
        new Promise((resolve) => {
          setTimeout(() => {
            void (async () => `done: ${String(await act())}`)().then(resolve, (error: Error) =>
              resolve(error.name),
            );
          });
        });
      const trusted = (
        window as unknown as {
          trustedTypes: { createPolicy(name: string, policy: object): unknown };
        }
      ).trustedTypes;
      const asText = (value: unknown) => value as string;
      return {
        eval: await tried(() => (0, eval)('1')),
        // eslint-disable-next-line no-new-func -- that it is refused is what is tried
        function: await tried(() => new Function('return 1')()),
        timer: await tried(() => setTimeout(asText('1'))),
        markup: await tried(() => (document.createElement('p').innerHTML = '<b>x</b>')),
        write: await tried(() => document.write('<b>x</b>')),
        script: await tried(() => (document.createElement('script').src = 'assets/x.js')),
        frame: await tried(() => (document.createElement('iframe').srcdoc = '<b>x</b>')),
        policy: await tried(() => trusted.createPolicy('mine', {})),
        second: await tried(() => trusted.createPolicy('vue', {})),
        network: await tried(() => fetch('https://example.com/')),
        file: await tried(() => fetch('file:///etc/passwd')),
        own: await tried(() => fetch('app://corelane/../main/index.js')),
        opened: await tried(() => window.open('https://example.com/')),
        notify: await tried(() => Notification.requestPermission()),
        camera: await tried(() => navigator.mediaDevices.getUserMedia({ video: true })),
        place: await tried(
          () =>
            new Promise((resolve, reject) => {
              navigator.geolocation.getCurrentPosition(resolve, () => reject(new Error('refused')));
            }),
        ),
        clipboard: await tried(() => navigator.clipboard.readText()),
      };
    });
    // Where there is no camera, there is none to refuse.
    expect(outcome).toEqual({
      ...{ eval: 'EvalError', function: 'EvalError', timer: 'TypeError' },
      ...{ markup: 'TypeError', write: 'TypeError', script: 'TypeError', frame: 'TypeError' },
      ...{ policy: 'TypeError', second: 'TypeError' },
      ...{ network: 'TypeError', file: 'TypeError', own: 'TypeError' },
      ...{
        opened: 'done: null',
        notify: 'done: denied',
        camera: expect.stringMatching(/^Not(?:Allowed|Found)Error$/) as string,
      },
      ...{ place: 'Error', clipboard: 'NotAllowedError' },
    });
  });
});

describe('own code', () => {
  /** The questions that were asked, each answered as told. */
  async function answerQuestions(answers: readonly number[]): Promise<() => Promise<string[]>> {
    await opened.app.evaluate(({ dialog }, given) => {
      const asked: string[] = [];
      Object.assign(globalThis, { asked });
      dialog.showMessageBox = (...question: readonly unknown[]) => {
        const { message, detail } = question.at(-1) as { message: string; detail: string };
        const response = given[asked.length] ?? 1;
        asked.push(`${message}\n${detail}`);
        return Promise.resolve({ response, checkboxChecked: false });
      };
    }, answers);
    return () => opened.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  }

  it('runs once its content was agreed to, and is asked about again when a part has changed', async () => {
    const { page, folder } = opened;
    await writeFile(join(folder, 'part.cjs'), 'module.exports = 1;');
    const work = join(folder, 'work.mjs');
    await writeFile(work, "import one from './part.cjs';\nexport default () => one;\n");
    const questions = await answerQuestions([1, 0, 0]);
    await openExperiment(opened, {
      ...{ version: 1, name: 'Own', workload: { kind: 'module', path: 'work.mjs' }, tasks: 2 },
      ...{ strategies: [{ kind: 'serial' }], repeats: 1, warmup: 0, emptyRepeats: 0 },
    });
    const run = page.getByRole('button', { name: /^Run/ });
    await run.click();
    await page.getByText('was not allowed').waitFor();
    const [first = ''] = await questions();
    expect(first.split('\n').slice(0, 5)).toEqual([
      'Run this code?',
      work,
      'function: default',
      'params: {}',
      '2 files',
    ]);
    for (const asked of [2, 2, 3]) {
      if (asked === 3) await writeFile(join(folder, 'part.cjs'), 'module.exports = 2;');
      await page.getByRole('navigation', { name: 'Places' }).getByText('Lab').first().click();
      await run.click();
      await page.getByRole('button', { name: 'Export' }).waitFor({ timeout: 60_000 });
      expect(await questions()).toHaveLength(asked);
    }
  });
});

// Last: the test's own driver waits for navigations that never come.
describe('the page', () => {
  it('stays where it is, and opens no other', async () => {
    const before = opened.page.url();
    for (const attempt of ['assign', 'link', 'frame', 'form'] as const) {
      await opened.page.evaluate((how) => {
        const to = 'https://example.com/';
        if (how === 'assign') return location.assign(to);
        if (how === 'link') {
          const link = document.createElement('a');
          Object.assign(link, { href: to, target: '_blank' });
          return link.click();
        }
        if (how === 'frame') {
          const frame = document.createElement('iframe');
          frame.src = 'app://corelane/index.html';
          return void document.body.append(frame);
        }
        const form = document.createElement('form');
        Object.assign(form, { action: to, method: 'post' });
        document.body.append(form);
        return form.submit();
      }, attempt);
    }
    // A call that goes to the main process and back comes after all of them.
    await opened.page.evaluate(() =>
      (window as unknown as { corelane: { call(name: string): Promise<unknown> } }).corelane.call(
        'app:info',
      ),
    );
    expect(opened.page.url()).toBe(before);
    const windows = await opened.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
    );
    expect(windows).toBe(1);
  });
});
