// Which language is spoken: what a user names, else what the system has.
import { describe, expect, it } from 'vitest';
import { askedLanguage, systemLanguage, takeLanguage } from '@shared/base/language';

describe("the system's language", () => {
  it.each([
    [{}, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'POSIX' }, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LANG: 'zha_CN' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh_TW' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN.UTF-8', LC_MESSAGES: 'C' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: '' }, 'zh'],
  ] as const)('%j: %s', (env, language) => {
    expect(systemLanguage(env)).toBe(language);
  });
});

describe('the language that a user names', () => {
  it('goes before that of the environment', () => {
    expect(askedLanguage('en', { CORELANE_LANGUAGE: 'zh' })).toBe('en');
    expect(askedLanguage(undefined, { CORELANE_LANGUAGE: 'zh' })).toBe('zh');
    expect(askedLanguage(undefined, { CORELANE_LANGUAGE: 'fr' })).toBeUndefined();
  });

  it.each([
    [['run', 'a.json'], ['run', 'a.json'], undefined],
    [['--language', 'zh', 'run', 'a.json'], ['run', 'a.json'], 'zh'],
    [['run', 'a.json', '--language=en'], ['run', 'a.json'], 'en'],
    [['run', '--language'], ['run'], ''],
    [['run', '--', '--language', 'zh'], ['run', '--', '--language', 'zh'], undefined],
  ])('is taken out of %j', (args, rest, name) => {
    const { rest: left, name: named } = takeLanguage(args);
    expect([left, named]).toEqual([rest, name]);
  });
});
