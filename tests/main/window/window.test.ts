import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ BrowserWindow: vi.fn(), nativeTheme: {} }));

const { isOwnPage } = await import('../../../src/main/window/window');

const origin = 'app://corelane';
const mainFrame = { origin };
const webContents = { mainFrame };
const window = { webContents, isDestroyed: () => false } as unknown as BrowserWindow;

const event = (sender: unknown, senderFrame: unknown) =>
  ({ sender, senderFrame }) as unknown as IpcMainInvokeEvent;

describe("our own window's page", () => {
  it('is its top frame at our origin', () => {
    expect(isOwnPage(window, event(webContents, mainFrame), origin)).toBe(true);
  });

  it.each([
    ['another window', event({ mainFrame }, mainFrame)],
    ['a frame in the page', event(webContents, { origin })],
    ['a frame that is gone', event(webContents, null)],
  ])('is not %s', (_, sent) => {
    expect(isOwnPage(window, sent, origin)).toBe(false);
  });

  it.each(['https://corelane', 'app://other', 'null', 'app://corelane.example'])(
    'is not a page of %s',
    (other) => {
      const frame = { origin: other };
      const contents = { mainFrame: frame };
      const led = { webContents: contents, isDestroyed: () => false } as unknown as BrowserWindow;
      expect(isOwnPage(led, event(contents, frame), origin)).toBe(false);
    },
  );

  it('is none where the window is destroyed', () => {
    const gone = {
      isDestroyed: () => true,
      get webContents(): never {
        throw new Error('Object has been destroyed');
      },
    } as unknown as BrowserWindow;
    expect(isOwnPage(gone, event(webContents, mainFrame), origin)).toBe(false);
  });
});
