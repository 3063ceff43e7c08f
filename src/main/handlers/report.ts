// Calls about reports: the last one, one from a file, exports of it.
import { readReportText } from '@engine/read-file';
import { exporters } from '@report/index';
import { parseReport } from '@shared/report-file';
import { fail, ok } from '@shared/result';
import { askForFile, type SaveQuestion } from '../dialogs';
import type { Handlers } from '../ipc';
import type { HandlerContext } from './context';
import { saveAs } from './save-as';

type ReportCall =
  'report:last' | 'report:open' | 'report:read' | 'report:export' | 'report:save-picture';

export function reportHandlers({ window, shelf }: HandlerContext): Pick<Handlers, ReportCall> {
  const take = (text: string): ReturnType<typeof parseReport> => {
    const report = parseReport(text);
    if (report.ok) shelf.last = report.value;
    return report;
  };

  const save = (question: SaveQuestion, data: () => Uint8Array | Iterable<string>) =>
    saveAs(window, question, data);

  return {
    'report:last': () => ok(shelf.last),
    'report:open': async () => {
      const path = await askForFile(window, {
        title: 'Open a report',
        filters: [{ name: 'Report', extensions: ['json', 'corelane'] }],
      });
      if (path === undefined) return ok({ cancelled: true });
      const text = await readReportText(path);
      return text.ok ? take(text.value) : text;
    },
    'report:read': (text) => take(text),
    'report:export': async (format) => {
      const report = shelf.last;
      if (report === undefined) {
        return fail('no-report', 'There is no report yet. Run an experiment or open a report.');
      }
      const { extension, render } = exporters[format];
      return save(
        {
          title: 'Export the report',
          defaultPath: `report.${extension}`,
          filters: [{ name: format.toUpperCase(), extensions: [extension.split('.').pop() ?? ''] }],
        },
        () => render(report),
      );
    },
    'report:save-picture': async ({ name, dataUrl }) =>
      save(
        {
          title: 'Save the picture',
          defaultPath: `${fileName(name)}.png`,
          filters: [{ name: 'PNG', extensions: ['png'] }],
        },
        () => Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64'),
      ),
  };
}

/** The name as every file system takes it. */
function fileName(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9 _-]+/g, '-').trim();
  // Names of devices on Windows, whatever follows them.
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(plain);
  return plain === '' || isDevice ? `picture ${plain}`.trim() : plain;
}
