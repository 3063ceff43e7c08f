// Calls about reports: the last one, one from a file, exports of it.
import { failInWords } from '@present/words/engine/problems';
import { message } from '@present/messages/message';
import { readReportText } from '@engine/files/read-file';
import { exporters } from '@report/index';
import { parseReport } from '@shared/report/report-file';
import { ok } from '@shared/base/result';
import { askForFile } from '../dialogs';
import type { Handlers } from '../ipc';
import type { HandlerContext } from './context';
import { datedName, saveAs } from './save-as';

type ReportCall = 'report:last' | 'report:open' | 'report:export';

export function reportHandlers({
  window,
  saves,
  shelf,
  gaps,
}: Pick<HandlerContext, 'window' | 'saves' | 'shelf' | 'gaps'>): Pick<Handlers, ReportCall> {
  return {
    'report:last': () => ok(shelf.last),
    'report:open': async () => {
      const path = await askForFile(window, {
        title: message('open-report'),
        filters: [{ name: message('file-report'), extensions: ['json', 'corelane'] }],
      });
      if (path === undefined) return ok({ cancelled: true });
      await gaps.next();
      const text = await readReportText(path);
      if (!text.ok) return text;
      const report = parseReport(text.value);
      if (report.ok) shelf.last = report.value;
      return report;
    },
    'report:export': async (format) => {
      const report = shelf.last;
      if (report === undefined) {
        return failInWords('no-report', message('app-no-report'));
      }
      const { extension, render } = exporters[format];
      return saveAs(
        { window, saves },
        {
          title: message('save-report'),
          defaultPath: datedName(report.experiment.name, report.run.startedAt, extension),
          filters: [{ name: format.toUpperCase(), extensions: [extension.split('.').pop() ?? ''] }],
        },
        async () => {
          await gaps.next();
          return render(report);
        },
      );
    },
  };
}
