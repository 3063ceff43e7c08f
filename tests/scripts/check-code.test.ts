// The types and the lint: every file once, in the first program that has it, components with their templates.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { lintWith } from '../../scripts/lib/code/lint.mjs';
import { checkTypes, describeMistakes } from '../../scripts/lib/code/programs.mjs';
import { forgetPrograms, offerProgram, typedParser } from '../../scripts/lib/code/typed-parser.mjs';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'check-types-')));
afterAll(() => rmSync(folder, { recursive: true }));
symlinkSync(resolve(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'));

function write(name: string, text: string): string {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const options = { module: 'esnext', moduleResolution: 'bundler', target: 'es2022', strict: true };
const config = (name: string, lib: readonly string[], include: readonly string[]): string =>
  write(name, JSON.stringify({ compilerOptions: { ...options, lib, types: [] }, include }));

const configs = [
  config('pure.json', ['es2015'], ['pure/*.ts']),
  config('web.json', ['es2023'], ['pure/*.ts', 'web/*.ts', 'web/*.vue']),
];
const good = write('pure/good.ts', 'export const size = (text: string): number => text.length;\n');
write('pure/page.ts', 'export const last = (text: string): string | undefined => text.at(-1);\n');
write(
  'web/page.ts',
  "import { size } from '../pure/good';\nexport const wide: number = size(5);\n",
);
write(
  'web/Part.vue',
  '<script setup lang="ts">\ndefineProps<{ readonly width: number }>();\n</script>\n' +
    '<template>\n  <p>{{ width.nothing }}</p>\n</template>\n',
);
write(
  'web/Whole.vue',
  '<script setup lang="ts">\nimport Part from \'./Part.vue\';\n</script>\n' +
    '<template>\n  <Part width="wide" />\n</template>\n',
);

it('finds what is wrong in each file, by the types of its own program', () => {
  const all = [...checkTypes(configs)];
  expect(all.map(({ paths }) => paths.map((path) => relative(folder, path)))).toEqual([
    ['pure/good.ts', 'pure/page.ts'],
    ['web/page.ts', 'web/Part.vue', 'web/Whole.vue'],
  ]);
  const [pure, web] = all.map(({ mistakes }) =>
    stripVTControlCharacters(describeMistakes(mistakes, folder)),
  );
  expect(pure).toMatch(/^pure\/page\.ts:1:\d+ - error TS2550: Property 'at' does not exist/);
  expect(pure?.match(/error TS/g)).toHaveLength(1);
  expect(web).toMatch(/web\/page\.ts:2:\d+ - error TS2345/);
  expect(web).toMatch(/web\/Part\.vue:5:\d+ - error TS2339: Property 'nothing'/);
  expect(web).toMatch(/web\/Whole\.vue:5:\d+ - error TS2322/);
  expect(web?.match(/error TS/g)).toHaveLength(3);
});

it('lends its programs to the lint', () => {
  const [pure] = checkTypes(configs.slice(0, 1));
  offerProgram(pure!.program, pure!.paths);
  const { services } = typedParser(configs[1]!).parseForESLint(
    'export const size = (text: string): number => text.length;\n',
    { filePath: good, project: configs[1]! },
  );
  forgetPrograms();
  expect(services.program).toBe(pure!.program);
});

it('lints what is in a program with its types, components too, and all the rest', async () => {
  const wait = 'const wait = (): Promise<void> => Promise.resolve();\nwait();\n';
  write('lint/late.ts', `${wait}export {};\n`);
  write('lint/Late.vue', `<script setup lang="ts">\n${wait}</script>\n`);
  write('lint/late.mjs', 'var late = 1;\n');
  const late = config('late.json', ['es2023'], ['lint/*.ts', 'lint/*.vue']);
  const library = resolve(import.meta.dirname, '../../scripts/lib/code/typed-parser.mjs');
  write(
    'eslint.config.mjs',
    `import tseslint from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';
import { typedParser } from ${JSON.stringify(library)};
const parser = typedParser(${JSON.stringify(late)});
const typed = { project: ${JSON.stringify(late)}, extraFileExtensions: ['.vue'] };
const plugins = { '@typescript-eslint': tseslint.plugin };
const rules = { '@typescript-eslint/no-floating-promises': 'error' };
export default [
  { ignores: ['pure/', 'web/'] },
  { files: ['**/*.ts'], languageOptions: { parser, parserOptions: typed }, plugins, rules },
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { ...typed, parser } },
    plugins,
    rules,
  },
  { files: ['**/*.mjs'], rules: { 'no-var': 'error' } },
];
`,
  );
  const lint = lintWith(folder);
  for (const checked of checkTypes([late])) await lint.files(checked);
  const { clean, text } = await lint.rest();
  expect(clean).toBe(false);
  const lines = stripVTControlCharacters(text)
    .split('\n')
    .flatMap((line) => /(late\.\w+)$|(\d+):\d+ .* (\S+)$/i.exec(line.trim())?.slice(1) ?? [])
    .filter((part) => part !== undefined);
  const floats = '@typescript-eslint/no-floating-promises';
  expect(lines).toEqual([
    ...['Late.vue', '3', floats],
    ...['late.mjs', '1', 'no-var'],
    ...['late.ts', '2', floats],
  ]);
});

it('says where a config is broken', () => {
  const broken = write('broken.json', '{ "compilerOptions": { "lib": ["no-such"] } }');
  expect(() => [...checkTypes([broken])]).toThrow("'--lib'");
});
