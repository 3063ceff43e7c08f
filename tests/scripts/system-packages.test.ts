// The command that a user is told to paste, or that is run for root, has to fit the system.
import { describe, expect, it } from 'vitest';
import {
  adviceLine,
  baseStrategyOf,
  installCommands,
  missingLibraries,
  parseOsRelease,
} from '../../scripts/lib/system-packages.mjs';

const all = { libraries: true, screen: true };
const debian12 = { ID: 'debian', VERSION_ID: '12' };
const ubuntu24 = { ID: 'ubuntu', ID_LIKE: 'debian', VERSION_ID: '24.04' };
const install = 'apt-get install -y --no-install-recommends';
const plain = `${install} libgtk-3-0 libnss3 libasound2 libgbm1 xvfb xauth`;
const renamed = `${install} libgtk-3-0t64 libnss3 libasound2t64 libgbm1 xvfb xauth`;
const lines = (commands: string[][]) => commands.map((command) => command.join(' '));

it('reads os-release with and without quotation marks', () => {
  const text = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nID=debian\n# no\n';
  expect(parseOsRelease(text)).toEqual({
    PRETTY_NAME: 'Debian GNU/Linux 12 (bookworm)',
    VERSION_ID: '12',
    ID: 'debian',
  });
});

describe('which command', () => {
  it('tries both names on Debian and Ubuntu, the likelier first', () => {
    expect(lines(installCommands(debian12, all))).toEqual([plain, renamed]);
    expect(lines(installCommands(ubuntu24, all))).toEqual([renamed, plain]);
    expect(lines(installCommands({ ID: 'debian', VERSION_ID: '13' }, all))).toEqual([
      renamed,
      plain,
    ]);
    expect(lines(installCommands({ ID: 'linuxmint', ID_LIKE: 'ubuntu debian' }, all))).toEqual([
      plain,
      renamed,
    ]);
  });

  it('installs only what is missing', () => {
    expect(lines(installCommands(debian12, { libraries: false, screen: true }))).toEqual([
      `${install} xvfb xauth`,
    ]);
    expect(lines(installCommands(debian12, { libraries: true, screen: false }))).toEqual([
      `${install} libgtk-3-0 libnss3 libasound2 libgbm1`,
      `${install} libgtk-3-0t64 libnss3 libasound2t64 libgbm1`,
    ]);
  });

  it.each([
    [{ ID: 'fedora' }, 'dnf'],
    [{ ID: 'rocky', ID_LIKE: 'rhel centos fedora' }, 'dnf'],
    [{ ID: 'opensuse-leap', ID_LIKE: 'suse opensuse' }, 'zypper'],
    [{ ID: 'manjaro', ID_LIKE: 'arch' }, 'pacman'],
  ])('knows %o', (release, program) => {
    expect(installCommands(release, all).map(([first]) => first)).toEqual([program]);
  });

  it('knows when it does not know', () => {
    expect(baseStrategyOf({ ID: 'alpine' })).toBeUndefined();
    expect(installCommands({}, all)).toEqual([]);
    expect(adviceLine({}, all, true)).toBe('');
  });

  it('gives one line to paste, with sudo for an ordinary user', () => {
    expect(adviceLine(debian12, all, true)).toBe(`apt-get update && ${plain}`);
    expect(adviceLine(debian12, all, false)).toBe(`sudo apt-get update && sudo ${plain}`);
    expect(adviceLine({ ID: 'arch' }, { libraries: false, screen: true }, false)).toBe(
      'sudo pacman -S --needed --noconfirm xorg-server-xvfb',
    );
  });
});

it('reads what ldd misses', () => {
  const text = [
    '\tlinux-vdso.so.1 (0x00007fb9a8ff6000)',
    '\tlibgtk-3.so.0 => not found',
    '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007fb9a8c90000)',
    '\tlibnss3.so => not found',
  ].join('\n');
  expect(missingLibraries(text)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
  expect(missingLibraries('\tnot a dynamic executable\n')).toEqual([]);
});
