import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import type { MenuCommand } from '@shared/wire/ipc';
import { menuTemplate } from '../../../src/main/window/menu';

const items = ({ submenu }: MenuItemConstructorOptions): MenuItemConstructorOptions[] =>
  Array.isArray(submenu) ? submenu : [];

function menus(platform: NodeJS.Platform, packaged = true) {
  const did: MenuCommand[] = [];
  const template = menuTemplate({ platform, packaged, act: (command) => did.push(command) });
  return { template, did, all: template.flatMap(items) };
}

const roles = (all: readonly MenuItemConstructorOptions[]) => all.flatMap(({ role }) => role ?? []);

describe('the menus', () => {
  it('begin with the app\u2019s own on a Mac alone', () => {
    expect(menus('darwin').template.map(({ label }) => label)).toEqual([
      ...['Corelane', 'File', 'Edit', 'View', 'Window', 'Help'],
    ]);
    for (const platform of ['linux', 'win32'] as const) {
      expect(menus(platform).template.map(({ label }) => label)).toEqual([
        ...['File', 'Edit', 'View', 'Help'],
      ]);
      const file = menus(platform).template[0];
      expect(roles(file === undefined ? [] : items(file))).toEqual(['quit']);
    }
  });

  it('have zoom, copy and paste everywhere, and developers\u2019 tools in a checkout', () => {
    for (const platform of ['darwin', 'linux', 'win32'] as const) {
      expect(roles(menus(platform).all)).toEqual(
        expect.arrayContaining(['zoomIn', 'zoomOut', 'resetZoom', 'copy', 'paste', 'quit']),
      );
      expect(roles(menus(platform).all)).not.toContain('toggleDevTools');
      expect(roles(menus(platform, false).all)).toContain('toggleDevTools');
    }
  });

  it('name each item and tell the window what was chosen', () => {
    const { all, did } = menus('linux');
    for (const item of all)
      expect(item.label !== undefined || item.type === 'separator').toBe(true);
    for (const { click } of all) (click as (() => void) | undefined)?.();
    expect(did).toContainEqual({ name: 'go', place: 'race' });
    expect(did).toContainEqual({ name: 'file', file: 'open-report' });
    expect(did).toContainEqual({ name: 'sheet', sheet: 'palette' });
  });
});
