// The report of a kept run, opened; and whether it is still what was written, without unpacking it.
import { join } from 'node:path';
import type { RunAbout } from '@shared/kept/kept-run';
import type { Report } from '@shared/report/report';
import { parseReport } from '@shared/report/report-file';
import { fail, type Problem, type Result } from '@shared/base/result';
import { readReportText, storedPieces } from '../files/read-file';
import { crc32 } from './crc32';
import { runFiles } from './run-files';

/** What a file was when it was written: enough to find any damage of it. */
export type FileSum = NonNullable<RunAbout['file']>;

/** Passes pieces on, and knows afterwards what all of them were. */
export class FileSummer {
  #bytes = 0;
  #crc32 = 0;

  async *pass(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      this.#bytes += piece.length;
      this.#crc32 = crc32(piece, this.#crc32);
      yield piece;
    }
  }

  get sum(): FileSum {
    return { bytes: this.#bytes, crc32: this.#crc32 };
  }
}

/** The report in a run's folder; a problem names its path. */
export async function openReport(folder: string): Promise<Result<Report>> {
  const path = join(folder, runFiles.report);
  const text = await readReportText(path);
  if (!text.ok) return text;
  if (text.value.trim() === '') return fail('empty-file', { path });
  const report = parseReport(text.value);
  return report.ok ? report : fail('damaged-file', { path, why: report.problem });
}

/**
 * Why the report in a run's folder can't be opened; nothing where it can.
 * @param bytes how large it is
 * @param written what it was when it was written, where that is known
 * @param thorough whether all of it is read; else its size decides
 */
export async function whyDamaged(
  folder: string,
  bytes: number,
  written: FileSum | undefined,
  thorough: boolean,
): Promise<Problem | undefined> {
  if (!thorough && bytes > 0 && (written === undefined || written.bytes === bytes))
    return undefined;
  if (written?.bytes === bytes && (await crcOf(join(folder, runFiles.report))) === written.crc32) {
    return undefined;
  }
  const opened = await openReport(folder);
  return opened.ok ? undefined : opened.problem;
}

/** Nothing where it can't be read: opening it says why. */
async function crcOf(path: string): Promise<number | undefined> {
  try {
    let sum = 0;
    for await (const piece of storedPieces(path)) sum = crc32(piece, sum);
    return sum;
  } catch {
    return undefined;
  }
}
