// The menus, as each platform has them: on a Mac the app's own menu first, elsewhere File, Edit, View and Help. Pure.
import type { MenuItemConstructorOptions } from 'electron';
import { message } from '@present/messages/message';
import { defined } from '@shared/base/defined';
import { places, type MenuCommand } from '@shared/wire/ipc';

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  /** Developers have a few more items. */
  readonly packaged: boolean;
  readonly act: (command: MenuCommand) => void;
}

type Items = MenuItemConstructorOptions[];

const line: MenuItemConstructorOptions = { type: 'separator' };

/** Returns the template of all menus, in the language of the messages. */
export function menuTemplate({ platform, packaged, act }: MenuOptions): Items {
  const mac = platform === 'darwin';
  /** The page does what its own keys say: the menu only shows them. */
  const own = (label: string, keys: string | undefined, command: MenuCommand) => ({
    ...defined({ accelerator: keys }),
    label,
    click: () => act(command),
    registerAccelerator: mac,
  });
  const settings = own(message('menu-settings'), 'CmdOrCtrl+,', {
    name: 'sheet',
    sheet: 'settings',
  });
  const quit = { label: message('menu-quit'), role: 'quit' } as const;
  const appMenu: Items = [
    { label: message('menu-about'), role: 'about' },
    line,
    settings,
    line,
    { label: message('menu-services'), role: 'services' },
    line,
    { label: message('menu-hide'), role: 'hide' },
    { label: message('menu-hide-others'), role: 'hideOthers' },
    { label: message('menu-show-all'), role: 'unhide' },
    line,
    quit,
  ];
  const file: Items = [
    {
      label: message('menu-open-experiment'),
      accelerator: 'CmdOrCtrl+O',
      click: () => act({ name: 'file', file: 'open-experiment' }),
    },
    {
      label: message('menu-open-report'),
      accelerator: 'CmdOrCtrl+Shift+O',
      click: () => act({ name: 'file', file: 'open-report' }),
    },
    {
      label: message('menu-save-experiment'),
      accelerator: 'CmdOrCtrl+S',
      click: () => act({ name: 'file', file: 'save-experiment' }),
    },
    line,
    ...(mac ? [{ label: message('menu-close'), role: 'close' } as const] : [settings, line, quit]),
  ];
  const edit: Items = [
    { label: message('menu-undo'), role: 'undo' },
    { label: message('menu-redo'), role: 'redo' },
    line,
    { label: message('menu-cut'), role: 'cut' },
    { label: message('menu-copy'), role: 'copy' },
    { label: message('menu-paste'), role: 'paste' },
    { label: message('menu-select-all'), role: 'selectAll' },
  ];
  const view: Items = [
    ...places.map((place, index) =>
      own(message('place-name', { place }), `CmdOrCtrl+${index + 1}`, { name: 'go', place }),
    ),
    line,
    own(message('menu-palette'), 'CmdOrCtrl+K', { name: 'sheet', sheet: 'palette' }),
    line,
    { label: message('menu-zoom-reset'), role: 'resetZoom' },
    { label: message('menu-zoom-in'), role: 'zoomIn' },
    { label: message('menu-zoom-out'), role: 'zoomOut' },
    line,
    { label: message('menu-full-screen'), role: 'togglefullscreen' },
    ...(packaged
      ? []
      : [
          line,
          { label: message('menu-reload'), role: 'reload' } as const,
          { label: message('menu-tools'), role: 'toggleDevTools' } as const,
        ]),
  ];
  const window: Items = [
    { label: message('menu-minimise'), role: 'minimize' },
    { label: message('menu-zoom-window'), role: 'zoom' },
    line,
    { label: message('menu-front'), role: 'front' },
  ];
  const help: Items = [own(message('menu-keys'), undefined, { name: 'sheet', sheet: 'help' })];
  return [
    ...(mac ? [{ label: 'Corelane', submenu: appMenu }] : []),
    { label: message('menu-file'), submenu: file },
    { label: message('menu-edit'), submenu: edit },
    { label: message('menu-view'), submenu: view },
    ...(mac ? [{ label: message('menu-window'), role: 'window' as const, submenu: window }] : []),
    { label: message('menu-help'), role: 'help', submenu: help },
  ];
}
