// Which command installs, on which Linux, what Electron needs and a screen for where there is none.

/**
 * @typedef {object} Needs
 * @property {boolean} libraries the shared libraries that Electron links to
 * @property {boolean} screen Xvfb
 */

/** Packages by family: libraries, then screen. */
const FAMILIES = {
  debian: {
    install: ['apt-get', 'install', '-y', '--no-install-recommends'],
    libraries: ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'],
    screen: ['xvfb', 'xauth'],
  },
  fedora: {
    install: ['dnf', 'install', '-y'],
    libraries: ['gtk3', 'nss', 'alsa-lib', 'mesa-libgbm'],
    screen: ['xorg-x11-server-Xvfb'],
  },
  suse: {
    install: ['zypper', 'install', '-y'],
    libraries: ['libgtk-3-0', 'mozilla-nss', 'libasound2', 'libgbm1'],
    screen: ['xorg-x11-server-Xvfb'],
  },
  arch: {
    install: ['pacman', '-S', '--needed', '--noconfirm'],
    libraries: ['gtk3', 'nss', 'alsa-lib', 'mesa'],
    screen: ['xorg-server-xvfb'],
  },
};

/** The names that newer Debian and Ubuntu gave to libraries with 64-bit time. */
const T64 = { 'libgtk-3-0': 'libgtk-3-0t64', libasound2: 'libasound2t64' };

/**
 * Reads /etc/os-release.
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function parseOsRelease(text) {
  const fields = text.matchAll(/^([A-Z_]+)=(?:"([^"\n]*)"|'([^'\n]*)'|([^\n]*))$/gm);
  return Object.fromEntries(
    [...fields].map(([, name, double, single, bare]) => [name, double ?? single ?? bare]),
  );
}

/**
 * @param {Record<string, string>} release
 * @returns {keyof typeof FAMILIES | undefined}
 */
export function baseStrategyOf(release) {
  const names = `${release.ID ?? ''} ${release.ID_LIKE ?? ''}`.toLowerCase().split(/\s+/);
  if (names.includes('debian') || names.includes('ubuntu')) return 'debian';
  if (names.includes('fedora') || names.includes('rhel')) return 'fedora';
  if (names.some((name) => name.includes('suse'))) return 'suse';
  if (names.includes('arch')) return 'arch';
  return undefined;
}

/**
 * The installing commands to try, the likeliest first: on Debian there are two, because the names differ by release.
 * @param {Record<string, string>} release
 * @param {Needs} needs
 * @returns {string[][]} empty for a system that isn't known
 */
export function installCommands(release, needs) {
  const name = baseStrategyOf(release);
  if (!name) return [];
  const family = FAMILIES[name];
  const packages = [
    ...(needs.libraries ? family.libraries : []),
    ...(needs.screen ? family.screen : []),
  ];
  const plain = [...family.install, ...packages];
  if (name !== 'debian' || !needs.libraries) return [plain];
  const renamed = [...family.install, ...packages.map((each) => withT64(each))];
  return hasT64(release) ? [renamed, plain] : [plain, renamed];
}

/**
 * @param {string} name
 * @returns {string}
 */
function withT64(name) {
  return Object.entries(T64).find(([plain]) => plain === name)?.[1] ?? name;
}

/**
 * @param {Record<string, string>} release
 * @returns {boolean}
 */
function hasT64(release) {
  const version = Number(release.VERSION_ID);
  return release.ID === 'ubuntu' ? version >= 24.04 : release.ID === 'debian' && version >= 13;
}

/**
 * One line that a user can paste.
 * @param {Record<string, string>} release
 * @param {Needs} needs
 * @param {boolean} root
 * @returns {string} empty for a system that isn't known
 */
export function adviceLine(release, needs, root) {
  const [command] = installCommands(release, needs);
  if (!command) return '';
  const sudo = root ? '' : 'sudo ';
  const update = baseStrategyOf(release) === 'debian' ? `${sudo}apt-get update && ` : '';
  return `${update}${sudo}${command.join(' ')}`;
}

/**
 * Reads what `ldd` says of an executable.
 * @param {string} text
 * @returns {string[]} the libraries that the system lacks
 */
export function missingLibraries(text) {
  return [...text.matchAll(/^\s*(\S+) => not found\s*$/gm)].map(([, name]) => name ?? '');
}
