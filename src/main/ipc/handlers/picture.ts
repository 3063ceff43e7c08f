// Calls about pictures of charts: into a file, or into the clipboard.
import { message } from '@present/messages/message';
import { failInWords } from '@present/words/engine/problems';
import { plainCsv, writeRow } from '@report/base/csv-field';
import { ok, type Result } from '@shared/base/result';
import { refuseInput, type CallInput, type Cancelled, type Saved } from '@shared/wire/ipc';
import type { FileData } from '@engine/files/write-file';
import type { Handlers } from '../ipc';
import type { HandlerContext } from './context';
import { copyPng, copyText } from '../../base/clipboard';
import { datedName, saveAs } from './save-as';

type PictureCall = 'picture:save' | 'picture:save-svg' | 'picture:copy' | 'picture:copy-rows';

/** The bytes that a data address holds. */
const bytesOf = (dataUrl: string): Buffer =>
  Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');

/** More pixels than any picture of the window has: they would not fit into memory. */
const maxPixels = 200_000_000;

const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Where a PNG says its width and its height (PNG specification, IHDR). */
const [widthAt, heightAt] = [16, 20];

/** Pixels of a PNG by its own head; 0 where it is none. */
export function pixelsOf(png: Buffer): number {
  if (png.length < heightAt + 4 || !png.subarray(0, pngHead.length).equals(pngHead)) return 0;
  return png.readUInt32BE(widthAt) * png.readUInt32BE(heightAt);
}

/** Puts something into the clipboard; what the system says where it refuses. */
async function putIn(write: () => Promise<void>): Promise<Result<undefined>> {
  try {
    await write();
    return ok(undefined);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failInWords('not-copied', message('app-not-copied', { why }));
  }
}

export function pictureHandlers({
  window,
  saves,
}: Pick<HandlerContext, 'window' | 'saves'>): Pick<Handlers, PictureCall> {
  function save(
    { name, at }: Pick<CallInput<'picture:save'>, 'name' | 'at'>,
    extension: 'png' | 'svg' | 'webm',
    data: () => FileData,
  ): Promise<Result<Saved | Cancelled>> {
    return saveAs(
      { window, saves },
      {
        title: message(extension === 'webm' ? 'save-video' : 'save-picture'),
        defaultPath: datedName(name, at, extension),
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      },
      data,
    );
  }
  return {
    'picture:save': ({ dataUrl, ...subject }) =>
      save(subject, dataUrl.startsWith('data:video/webm') ? 'webm' : 'png', () => bytesOf(dataUrl)),
    'picture:save-svg': ({ svg, ...subject }) => save(subject, 'svg', () => svg),
    'picture:copy': async (dataUrl) => {
      const png = bytesOf(dataUrl);
      const pixels = pixelsOf(png);
      // The system decodes it: what a small file claims to be may be larger than memory.
      if (pixels === 0 || pixels > maxPixels) {
        return refuseInput({ path: '', fault: { code: 'invalid' } });
      }
      return putIn(() => copyPng(png));
    },
    'picture:copy-rows': (rows) =>
      putIn(() => copyText(rows.map((row) => writeRow(row, plainCsv)).join(''))),
  };
}
