// The call about a file that was dropped on the window: what it is, read like one that was chosen.
import { failInWords } from '@present/words/engine/problems';
import { message } from '@present/messages/message';
import { decodeText } from '@engine/files/decode-text';
import { experimentBytes, reportBytes, reportText } from '@engine/files/read-file';
import { isCompressed } from '@engine/files/kept-report';
import { cleanText } from '@shared/base/clean-text';
import { formatBytes } from '@present/locale/format';
import { parseReport } from '@shared/report/report-file';
import type { DroppedFile } from '@shared/wire/ipc';
import { ok, type Result } from '@shared/base/result';
import type { Handlers } from '../ipc';
import type { HandlerContext } from './context';

// A report's text begins with its schema; looking further would parse hundreds of megabytes twice.
const headLength = 4096;
const longestName = 80;

/** Returns whether a text is meant to be a report: it names the schema early on. */
export function looksLikeReport(text: string): boolean {
  return /"schema"\s*:\s*"corelane\.report"/.test(text.slice(0, headLength));
}

export function fileHandlers({
  shelf,
  gaps,
}: Pick<HandlerContext, 'shelf' | 'gaps'>): Pick<Handlers, 'file:read'> {
  return {
    'file:read': async ({ name, bytes }): Promise<Result<DroppedFile>> => {
      const shown = cleanText(name, longestName);
      await gaps.next();
      const text = await textOf(bytes, shown);
      if (!text.ok) return text;
      if (!isCompressed(bytes) && !looksLikeReport(text.value)) {
        if (bytes.length > experimentBytes) return tooLarge(shown, experimentBytes);
        return ok({ kind: 'experiment', text: text.value });
      }
      const report = parseReport(text.value);
      if (!report.ok) return { ok: false, problem: { ...report.problem, of: shown } };
      shelf.last = report.value;
      return ok({ kind: 'report', report: report.value });
    },
  };
}

async function textOf(bytes: Uint8Array, name: string): Promise<Result<string>> {
  if (bytes.length > reportBytes) return tooLarge(name, reportBytes);
  return isCompressed(bytes) ? reportText(bytes, name) : decodeText(bytes, name);
}

function tooLarge(name: string, limit: number): Result<never> {
  return failInWords('too-large', message('app-too-large', { name, limit: formatBytes(limit) }));
}
