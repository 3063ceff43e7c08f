// Marks, logo and fonts have one home each; what is painted before any code repeats it, and is held to it here.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { glyphs } from '@shared/look/glyphs';
import { logoParts } from '@shared/look/logo';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|vue|css|html)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join('src', name), 'utf8') }));

const filesWith = (text: string): readonly string[] =>
  sources.filter((source) => source.text.includes(text)).map(({ name }) => name);

describe('one look', () => {
  it("keeps the strategies' paths in one file", () => {
    for (const { d } of Object.values(glyphs).flat()) {
      expect(filesWith(d)).toEqual(['shared/look/glyphs.ts']);
    }
  });

  it('keeps the logo in one file, but for the frame that is painted before any code', () => {
    for (const { d, width } of logoParts) {
      expect(filesWith(d).toSorted()).toEqual(['renderer/index.html', 'shared/look/logo.ts']);
      const frame = readFileSync('src/renderer/index.html', 'utf8');
      expect(frame).toContain(`<path d="${d}" stroke-width="${width}" />`);
    }
  });

  it('names fonts in one file, but where they are loaded and in that frame', () => {
    expect(filesWith('IBM Plex').toSorted()).toEqual([
      'renderer/start.ts',
      'renderer/styles/frame.css',
      'shared/look/fonts.ts',
    ]);
  });
});
