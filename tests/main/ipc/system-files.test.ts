import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exporters } from '@report/index';
import type { IpcEvents } from '@shared/wire/ipc';
import { makeReport } from '../../helpers/make/report';

vi.mock('electron', () => ({ dialog: {} }));

const { filesNamed, SystemFiles } = await import('../../../src/main/ipc/system-files');

describe('files on a command line', () => {
  it('are what ends like one, whole, and neither options nor their values', () => {
    const words = ['--user-data-dir=/p.json', '.', 'a.corelane.json', '/b/R.CORELANE', 'c.txt'];
    expect(filesNamed(words, '/home/a')).toEqual(['/home/a/a.corelane.json', '/b/R.CORELANE']);
    expect(filesNamed(['--experiment', 'x.json', '--out', 'y.json'], '/')).toEqual([]);
  });
});

describe('a file that the system opens', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corelane-files-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  function open() {
    const told: IpcEvents['command'][] = [];
    const problems: string[] = [];
    const opened: string[] = [];
    const shelf = { last: undefined as unknown };
    const files = new SystemFiles({
      consent: { openFile: (path: string) => opened.push(path) },
      shelf,
      gaps: { next: () => Promise.resolve() },
      command: (payload: IpcEvents['command']) => told.push(payload),
      onProblem: ({ code }: { code: string }) => problems.push(code),
    } as unknown as ConstructorParameters<typeof SystemFiles>[0]);
    return { files, told, problems, opened, shelf };
  }

  it('waits for the page, and the last one counts', async () => {
    const path = join(folder, 'one.corelane.json');
    await writeFile(path, '{"version":1}');
    const { files, told, opened } = open();
    files.open([join(folder, 'none.json'), join(folder, 'gone.json')]);
    files.open([path]);
    expect(told).toEqual([]);
    files.pageShown();
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(told).toEqual([{ name: 'open-experiment', text: '{"version":1}', path }]);
    expect(opened).toEqual([path]);
  });

  it('is shown where it is a report, and told of where it can\u2019t be read', async () => {
    const path = join(folder, 'report.json');
    await writeFile(path, exporters.json.render(makeReport()));
    const { files, told, problems, shelf } = open();
    files.pageShown();
    files.open([path]);
    await vi.waitFor(() => expect(told).toEqual([{ name: 'show-report' }]));
    expect(shelf.last).toMatchObject({ id: makeReport().id });
    files.open([join(folder, 'gone.json')]);
    await vi.waitFor(() => expect(problems).toHaveLength(1));
  });
});
