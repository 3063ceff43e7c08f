// Each folder of src says in three lines what it is for, and the lines are true.
import { expect, it } from 'vitest';
import { checkReadmes, parseReadme, writeReadme } from '../../../scripts/lib/house/readmes.mjs';
import { ROOT } from '../../../scripts/lib/paths.mjs';

const readme = { role: 'Reads.', imports: '`shared`', start: 'read.ts', link: 'read.ts' };

it('is there in every folder, with the imports that the folder has and a file that is there', () => {
  expect(checkReadmes(ROOT)).toEqual([]);
});

it('is read as it is written', () => {
  expect(parseReadme(writeReadme(readme))).toEqual(readme);
});

it.each([
  '',
  '# A title\n\nText.\n',
  writeReadme(readme) + 'More.\n',
  writeReadme(readme).slice(9),
])('is nothing but the three lines: %j', (text) => {
  expect(parseReadme(text)).toBeUndefined();
});
