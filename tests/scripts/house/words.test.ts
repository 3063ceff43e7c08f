// The words that the glossary rules out are found as words, wherever users read.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findWords, ruledOut } from '../../../scripts/lib/house/words.mjs';
import { ROOT } from '../../../scripts/lib/paths.mjs';

const words = ruledOut(readFileSync(join(ROOT, 'docs', 'GLOSSARY.md'), 'utf8'));

it('are the last column of the glossary', () => {
  expect(words).toContain('way');
  expect(words).toContain('person');
  expect(words).not.toContain('not');
});

it('are found as whole words in whatever case', () => {
  expect(findWords('Every Way, always on its way; `way` is under way.', words)).toEqual([
    'Way',
    'way',
  ]);
});
