// Figures, lists and dates are written for a locale in one place: nowhere else does code format by itself.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = join(import.meta.dirname, '../../../src');
const layers = ['present', 'report', 'renderer', 'cli', 'main', 'analysis', 'shared', 'engine'];
const owners = ['present/locale/', 'present/messages/'];

const files = layers
  .flatMap((layer) =>
    readdirSync(join(src, layer), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${layer}/${path.replaceAll('\\', '/')}`,
    ),
  )
  .filter((path) => /\.(?:ts|vue)$/.test(path) && !owners.some((owner) => path.startsWith(owner)));

/** Rounding to a number is no formatting: `Number(value.toFixed(2))`. */
const rounding = /(?:Number\(|\+)[\w.]+\.toFixed\(\d+\)/g;

const formatting = (text: string): readonly string[] =>
  text.replaceAll(rounding, '').match(/\.toFixed\(|\.toLocale\w*String\(|\bIntl\.\w+/g) ?? [];

describe('formatting by locale', () => {
  it.each([
    ['`${cores.toFixed(1)} cores`', 1],
    ['count.toLocaleString()', 1],
    ['new Intl.NumberFormat("en")', 1],
    ['Number(limit.cores.toFixed(2))', 0],
    ['String(+part.toFixed(2))', 0],
  ])('is seen in %s: %d', (text, times) => {
    expect(formatting(text)).toHaveLength(times);
  });

  it('is done by present/locale and present/messages alone', () => {
    expect(files.length).toBeGreaterThan(300);
    const found = files.flatMap((path) =>
      formatting(readFileSync(join(src, path), 'utf8')).map((one) => `${path}: ${one}`),
    );
    expect(found).toEqual([]);
  });
});
