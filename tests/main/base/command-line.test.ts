import { describe, expect, it } from 'vitest';
import { readAppRequest } from '../../../src/main/base/command-line';

const size = { width: 1440, height: 900 };

describe("the app's command line", () => {
  it('asks for a plain window by default, whatever else stands there', () => {
    for (const args of [
      [],
      ['.'],
      ['--no-sandbox', '.'],
      ['--inspect=0', '-r', '/somewhere/loader.js', '.', '--user-data-dir=/tmp/x'],
      ['--ozone-platform-hint=auto', '.'],
    ]) {
      expect(readAppRequest(args, {})).toEqual({ ok: true, value: { size } });
    }
  });

  it('reads an unattended run', () => {
    expect(readAppRequest(['--no-sandbox', '.', '--run-default', '--out', 'there'], {})).toEqual({
      ok: true,
      value: { size, displayRun: { out: 'there' } },
    });
    expect(
      readAppRequest(
        ['.', '--run-default', '--experiment', 'a.json', '--size', '1280x800', '--theme=dark'],
        {},
      ),
    ).toEqual({
      ok: true,
      value: {
        size: { width: 1280, height: 800 },
        theme: 'dark',
        displayRun: { out: 'reports', experiment: 'a.json' },
      },
    });
  });

  it('names a language, before the environment does', () => {
    const env = { CORELANE_LANGUAGE: 'zh' };
    expect(readAppRequest(['.'], env)).toEqual({ ok: true, value: { size, language: 'zh' } });
    expect(readAppRequest(['.', '--language=en'], env)).toEqual({
      ok: true,
      value: { size, language: 'en' },
    });
  });

  it.each([
    [['--size', '1280'], '--size 1280'],
    [['--size', '1000x700'], '1024x700'],
    [['--size', '99999x900'], '--size'],
    [['--theme', 'pink'], 'light or dark'],
    [['--language', 'fr'], '--language takes en or zh'],
    [['--language'], '--language takes en or zh'],
    [['--run-default', '--out'], '--out needs a value'],
    [['--run-default', '--out='], '--out needs a value'],
    [['--run-default', '--out', '--theme', 'dark'], '--out needs a value'],
    [['--experiment'], '--experiment needs a value'],
  ])('refuses %j', (args, part) => {
    expect(readAppRequest(args, {})).toMatchObject({
      ok: false,
      problem: { code: 'bad-arguments', message: expect.stringContaining(part) as string },
    });
  });
});
