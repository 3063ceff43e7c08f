import { describe, expect, it } from 'vitest';
import { developmentOrigin, pageAddress } from '../../../src/main/window/page';

describe("the page's address", () => {
  it('says so where the command line names a theme', () => {
    expect(pageAddress('app://corelane', {}, 'en')).toBe('app://corelane/index.html');
    expect(pageAddress('app://corelane', { theme: 'dark' }, 'en')).toBe(
      'app://corelane/index.html?theme=dark',
    );
  });

  it('says which language is named, and which one the system has', () => {
    expect(pageAddress('app://corelane', {}, 'zh')).toBe('app://corelane/index.html?system=zh');
    expect(pageAddress('app://corelane', { theme: 'dark', language: 'en' }, 'zh')).toBe(
      'app://corelane/index.html?theme=dark&language=en&system=zh',
    );
  });
});

describe('the development server', () => {
  const asked = { developmentPage: true } as const;
  const origin = (address: string | undefined, request = asked as object, packaged = false) =>
    developmentOrigin(request, packaged, { ELECTRON_RENDERER_URL: address });

  it.each(['http://localhost:5173/', 'http://127.0.0.1:5173/', 'http://[::1]:5173/x'])(
    'serves the page from %s where a developer asks for it',
    (address) => {
      expect(origin(address)).toBe(new URL(address).origin);
    },
  );

  it('serves nothing for the environment alone, in a packaged app, or from elsewhere', () => {
    expect(origin('http://localhost:5173/', {})).toBeUndefined();
    expect(origin('http://localhost:5173/', asked, true)).toBeUndefined();
    expect(origin(undefined)).toBeUndefined();
    for (const other of ['http://example.com/', 'https://localhost/', 'file:///etc/passwd']) {
      expect(origin(other), other).toBeUndefined();
    }
  });
});
