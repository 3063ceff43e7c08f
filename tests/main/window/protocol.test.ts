import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ protocol: {} }));

const { appOrigin, assetAt } = await import('../../../src/main/window/protocol');

const root = '/opt/corelane/out/renderer';
const at = (address: string) => assetAt(root, address);

describe('the app protocol', () => {
  it.each([
    ['/index.html', `${root}/index.html`, 'text/html; charset=utf-8'],
    ['/assets/index-a1.js', `${root}/assets/index-a1.js`, 'text/javascript; charset=utf-8'],
    ['/assets/a%20b.woff2?v=1#x', `${root}/assets/a b.woff2`, 'font/woff2'],
  ])('serves %s', (path, file, type) => {
    expect(at(`${appOrigin}${path}`)).toEqual({ path: file, type });
  });

  it('stays in its folder however the way out is written', () => {
    for (const path of [
      '/../preload/index.js',
      '/%2e%2e/preload/index.js',
      '/..%2fpreload%2findex.js',
      '/%2e%2e%2fpreload/index.js',
      '/assets/..%2f..%2fpreload/index.js',
      '//etc/passwd.js',
      '/..%5cpreload%5cindex.js',
      '/index.html%00.js',
      '/%',
    ]) {
      const asset = at(`${appOrigin}${path}`);
      if (asset !== undefined) expect(asset.path.startsWith(`${root}/`), path).toBe(true);
    }
    expect(at(`${appOrigin}/..%2fpreload%2findex.js`)).toBeUndefined();
    expect(at(`${appOrigin}/index.html%00.js`)).toBeUndefined();
    expect(at(`${appOrigin}/..%5cpreload%5cindex.js`)).toBeUndefined();
    expect(at(`${appOrigin}/%`)).toBeUndefined();
  });

  it('is not fooled by a folder whose name begins alike', () => {
    expect(at(`${appOrigin}/..%2frenderer-other%2fx.js`)).toBeUndefined();
  });

  it.each([
    'app://elsewhere/index.html',
    'app://corelane:80/index.html',
    'file:///opt/corelane/out/renderer/index.html',
    'https://corelane/index.html',
    'not an address',
    '',
  ])('does not serve %s', (address) => {
    expect(at(address)).toBeUndefined();
  });

  it.each(['/', '/package.json', '/data.wasm', '/source.map', '/noname'])(
    'has no file %s',
    (path) => {
      expect(at(`${appOrigin}${path}`)).toBeUndefined();
    },
  );
});
