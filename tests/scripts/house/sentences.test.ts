// Texts for users in code: what is found as one, and what is none.
import { describe, expect, it } from 'vitest';
import { allSentences, findSentences } from '../../../scripts/lib/house/sentences.mjs';

const source = (text: string, path = 'src/cli/a.ts') => ({
  path,
  folder: 'src/cli',
  text,
  lines: 1,
});

const found = (text: string): readonly string[] =>
  findSentences(source(text)).map((one) => one.replace(/^src\/cli\/a\.ts:\d+ /, ''));

describe('texts in code', () => {
  it.each([
    ["say('There is no run.')", 'There is no run.'],
    ['say(`wrote ${path}`)', 'wrote §'],
    ['say(`${count} trials`)', '§ trials'],
    ['say(`${path}: ${many} of them`)', '§: § of them'],
    ['say(`a${many === 1 ? `is done` : "b"}`)', 'is done'],
    ["const heads = { cold: 'when warm' };", 'when warm'],
    ['page = markup`<td class="wide cell">not known</td>`', 'not known'],
    ['page = markup`<i title="no figure">–</i>`', 'no figure'],
  ])('are found: %s', (text, sentence) => {
    expect(found(text)).toEqual([sentence]);
  });

  it.each([
    "import { a } from 'a b c';",
    "throw new Error('There is no such cell.');",
    "// There is no run.\nsay('run');",
    "const path = 'M8 2 15 14H1z';",
    "say(message('cli-no-run', { id: `${folder}/run` }));",
    'page = markup`<td class="wide cell" d="M0 ${y} v8">${text}</td>`',
    'const style = sheet`:root { font: bold 10px Arial; }`;',
    'const module = code`let a = new Map();`;',
    'const runtime = `node ${version}`;',
    "const name = z.string().max(9).describe('The name of it');",
  ])('are not: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('are looked for where facts become texts, and where these are written', () => {
    const sentence = "say('There is no run.')";
    const layers = ['main', 'report/html', 'cli', 'present', 'analysis', 'engine', 'shared/base'];
    const others = ['renderer', 'workers', 'report/trace', 'engine/host'];
    const paths = [...layers, ...others].map((layer) => `src/${layer}/a.ts`);
    expect(allSentences(paths.map((path) => source(sentence, path)))).toEqual(
      layers.map((layer) => `src/${layer}/a.ts:1 There is no run.`),
    );
  });
});
