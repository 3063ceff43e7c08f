// The typed lint: files and components share one program, and text that is no file's has one of its own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import vueParser from 'vue-eslint-parser';
import { typedParser } from '../../scripts/lib/code/typed-parser.mjs';

const folder = mkdtempSync(join(tmpdir(), 'typed-parser-'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = {
  'one.ts': 'export const one = (): Promise<number> => Promise.resolve(1);\n',
  'two.ts': "import { one } from './one';\nexport const two = one();\n",
  'Part.vue':
    '<script setup lang="ts">\nimport { one } from \'./one\';\nconst three = one();\n</script>\n' +
    '<template>\n  <p>{{ three }}</p>\n</template>\n',
} as const;
type Name = keyof typeof files;

const config = join(folder, 'tsconfig.json');
const compilerOptions = { module: 'esnext', moduleResolution: 'bundler', strict: true, types: [] };
writeFileSync(config, JSON.stringify({ compilerOptions, include: ['*.ts', '*.vue'] }));
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);

const parser = typedParser(config);

/** The program that a file is parsed with, as the lint does it. */
function programOf(name: Name, text: string = files[name]): object | null | undefined {
  const options: Parameters<typeof parser.parseForESLint>[1] = {
    filePath: join(folder, name),
    sourceType: 'module',
    project: config,
    tsconfigRootDir: folder,
    extraFileExtensions: ['.vue'],
  };
  const { services } = name.endsWith('.vue')
    ? vueParser.parseForESLint(text, { ...options, parser })
    : parser.parseForESLint(text, options);
  return (services as { readonly program?: object | null }).program;
}

it('has one program for all files, components included', () => {
  const program = programOf('one.ts');
  expect(program).toBeTypeOf('object');
  expect(program).not.toBeNull();
  expect(programOf('two.ts')).toBe(program);
  expect(programOf('Part.vue')).toBe(program);
});

it('gives text that is not the file’s a program of its own', () => {
  const program = programOf('one.ts');
  const edited = programOf('one.ts', `${files['one.ts']}export const more = 2;\n`);
  expect(edited).toBeTypeOf('object');
  expect(edited).not.toBe(program);
  expect(programOf('one.ts')).toBe(program);
});

it('needs no program where no types are asked for', () => {
  const { services } = parser.parseForESLint(files['one.ts'], {
    filePath: join(folder, 'one.ts'),
  });
  expect(services.program).toBeNull();
});
