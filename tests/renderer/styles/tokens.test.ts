// The lengths of the window: each token that is used is there, each that is there is used.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breakpoints, customMedia } from '@renderer/styles/breakpoints';

const root = join(import.meta.dirname, '../../../src/renderer');
const texts = new Map(
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(vue|css|ts)$/.test(file))
    .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
);
const all = [...texts.values()].join('\n');
const tokens = new Set(
  [...(texts.get(join('styles', 'tokens.css')) ?? '').matchAll(/^\s*(--[\w-]+):/gm)].map(
    ([, name]) => name,
  ),
);
const used = new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));

describe('the tokens', () => {
  it('are loaded by the window', () => {
    expect(texts.get('start.ts')).toContain("import './styles/tokens.css'");
  });

  it('are all there: a name that is not has no length at all', () => {
    const set = new Set([...all.matchAll(/['"\s](--[\w-]+)['"]?:/g)].map(([, name]) => name));
    const themed = /^--(on-|ground|surface|sunk|hair|grid|line|ink|signal|sans|mono|\$)/;
    const missing = [...used].filter(
      (name) => name !== undefined && !set.has(name) && !themed.test(name),
    );
    expect(missing).toEqual([]);
  });

  it('are all used', () => {
    expect([...tokens].filter((name) => !used.has(name))).toEqual([]);
  });
});

describe('the breakpoints', () => {
  const queryOf = (params: string): string => {
    const rule = { params };
    customMedia.AtRule.media(rule);
    return rule.params;
  };

  it('stand in the place of their names', () => {
    expect(queryOf('(--narrow)')).toBe('(max-width: 1279px)');
    expect(queryOf('print and (--wide)')).toBe('print and (min-width: 1600px)');
    expect(queryOf('(prefers-reduced-motion: reduce)')).toBe('(prefers-reduced-motion: reduce)');
  });

  it('are refused under a name that is none', () => {
    expect(() => queryOf('(--narow)')).toThrow('There is no breakpoint --narow.');
  });

  it('are written nowhere else', () => {
    const places = [...texts].filter(([, text]) => /@media[^{]*\dpx/.test(text));
    expect(places.map(([file]) => file)).toEqual([]);
    for (const name of Object.keys(breakpoints)) expect(all).toContain(`@media (${name})`);
  });
});
