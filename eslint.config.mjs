// The lint: strict types, small files, and one owner for each thing that must have one.
// Formatting is prettier's business alone.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'eslint/config';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';
import { typedParser } from './scripts/lib/code/typed-parser.mjs';

const fsModules = '/^(node:)?fs(\\u002Fpromises)?$/';
const writes =
  '/^(promises$|write|append|createWriteStream|mkdir|mkdtemp|rm|rmdir|unlink|rename|copyFile|cp|truncate|ftruncate|symlink|link|chmod|chown|utimes)/';

/**
 * What only certain files may touch.
 * @type {readonly { owners: readonly string[], selectors: readonly string[], message: string }[]}
 */
const restrictions = [
  {
    owners: ['src/engine/clock.ts', 'src/renderer/canvas/frame.ts', 'src/renderer/probe/frames.ts'],
    selectors: [
      "MemberExpression[object.name='Date'][property.name='now']",
      "NewExpression[callee.name='Date'][arguments.length=0]",
      "MemberExpression[object.name='performance'][property.name='now']",
      "MemberExpression[object.name='process'][property.name='hrtime']",
    ],
    message: 'Clocks are read in engine/clock.ts (and, to draw, renderer/canvas/frame.ts) alone.',
  },
  {
    owners: ['src/renderer/canvas/frame.ts', 'src/renderer/probe/frames.ts'],
    selectors: [
      'CallExpression[callee.name=/^(request|cancel)AnimationFrame$/]',
      'CallExpression[callee.property.name=/^(request|cancel)AnimationFrame$/]',
    ],
    message:
      'Animation frames are asked for in renderer/canvas/frame.ts (and, as what is measured, renderer/probe/frames.ts) alone.',
  },
  {
    owners: ['src/main/ipc/ipc.ts'],
    selectors: [
      "ImportSpecifier[imported.name='ipcMain']",
      "MemberExpression[property.name='ipcMain']",
      "MemberExpression[property.name='ipc']",
    ],
    message: 'Calls from the window come in through the gate in main/ipc/ipc.ts alone.',
  },
  {
    owners: [
      'src/engine/files/write-file.ts',
      'src/engine/files/partial-file.ts',
      'src/engine/files/make-folder.ts',
      'src/engine/store/journal-writer.ts',
      'src/engine/store/output-folder.ts',
      'src/engine/store/run-keeper.ts',
      'src/engine/store/measured-store.ts',
      'src/engine/store/run-store.ts',
      'src/engine/store/take-run.ts',
      'src/engine/files/temp-folder.ts',
      'src/engine/processes/holder.ts',
      // Into nothing, and to standard error.
      'src/engine/host/quiet-output.ts',
      'src/workers/workloads/files.ts',
      'src/workers/claim-probes/own-files.ts',
    ],
    selectors: [
      `ImportDeclaration[source.value=${fsModules}] ImportSpecifier[imported.name=${writes}]`,
      `ImportDeclaration[source.value=${fsModules}] ImportNamespaceSpecifier`,
      `ImportDeclaration[source.value=${fsModules}] ImportDefaultSpecifier`,
      'CallExpression[callee.name=/^open(Sync)?$/] > Literal[value=/^[rwa]s?x?[+]?$/]:not([value="r"])',
    ],
    message:
      'Files are written by engine/files/write-file.ts; the store, temporary folders and the file workload ' +
      'have their own. Import functions of fs by name, so that this can be seen.',
  },
];

/** @param {string | undefined} owner a file that may touch what is its own */
function ownerRules(owner) {
  const others = restrictions.filter(
    ({ owners }) => owner === undefined || !owners.includes(owner),
  );
  const selectors = others.flatMap(({ selectors, message }) =>
    selectors.map((selector) => ({ selector, message })),
  );
  return /** @type {const} */ ({ 'no-restricted-syntax': ['error', ...selectors] });
}

const owners = [...new Set(restrictions.flatMap((restriction) => restriction.owners))];

/** One program for `.ts` and `.vue` alike: two would each take the memory and the time of the whole. */
const parser = typedParser(fileURLToPath(new URL('tsconfig.tests.json', import.meta.url)));
const typedProgram = {
  project: './tsconfig.tests.json',
  tsconfigRootDir: import.meta.dirname,
  extraFileExtensions: ['.vue'],
};

/** Rules that need types: promises that nobody waits for, and kinds that nobody handles. */
const typedRules = /** @type {const} */ ({
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true },
  ],
});

export default defineConfig(
  { ignores: ['out/', 'reports/', 'dist/', 'coverage/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'no-warning-comments': [
        'error',
        { terms: ['todo', 'fixme', 'hack', 'xxx'], location: 'anywhere' },
      ],
      eqeqeq: 'error',
      'no-empty': 'error',
      'no-duplicate-imports': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-control-regex': 'error',
      'no-cond-assign': 'error',
      'no-fallthrough': 'error',
      'no-self-assign': 'error',
      'no-self-compare': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-escape': 'error',
      'no-useless-catch': 'error',
      'no-loss-of-precision': 'error',
      'no-unreachable': 'error',
    },
  },
  ...tseslint.configs.strict.map((config) => ({ ...config, files: ['**/*.{ts,mts,vue}'] })),
  ...vue.configs['flat/essential'],
  {
    files: ['**/*.{ts,mts,vue}'],
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    // The preload's few files have a program of their own, not worth building.
    files: ['src/**/*.ts', 'tests/**/*.ts'],
    ignores: ['src/preload/**'],
    languageOptions: { parser, parserOptions: typedProgram },
    rules: typedRules,
  },
  {
    files: ['src/**/*.vue'],
    languageOptions: {
      parser: vueParser,
      parserOptions: { ...typedProgram, parser },
    },
    rules: typedRules,
  },
  {
    files: ['tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['src/**/*.vue'],
    rules: {
      'vue/no-v-html': 'error',
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/no-unused-refs': 'error',
    },
  },
  { files: ['src/**'], rules: { 'no-console': 'error', ...ownerRules(undefined) } },
  ...owners.map((owner) => ({ files: [owner], rules: ownerRules(owner) })),
  {
    files: ['**/*.{mjs,cjs}'],
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
);
