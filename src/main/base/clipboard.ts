// Writes into the system's clipboard, with the calls that the running Electron has: a newer one takes items as the web
// does, an older one takes images.
import * as electron from 'electron';

/** What an older Electron has in its place. */
interface ImageClipboard {
  readonly writeImage?: (image: electron.NativeImage) => void;
}

/** Writes a PNG. Rejects where the system refuses. */
export async function copyPng(png: Buffer): Promise<void> {
  const { clipboard, nativeImage } = electron;
  const { writeImage } = clipboard as ImageClipboard;
  if (writeImage !== undefined) {
    writeImage.call(clipboard, nativeImage.createFromBuffer(png));
    return;
  }
  const blob = new Blob([new Uint8Array(png)], { type: 'image/png' });
  await clipboard.write([new electron.ClipboardItem({ 'image/png': blob })]);
}

/** Writes a text. Rejects where the system refuses. */
export async function copyText(text: string): Promise<void> {
  await electron.clipboard.writeText(text);
}
