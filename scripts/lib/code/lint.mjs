// The lint with programs that were checked already, one after the other, so that none need outlive its turn.
import { ESLint } from 'eslint';
import { forgetPrograms, offerProgram } from './typed-parser.mjs';

/**
 * @param {string} root of the project
 */
export function lintWith(root) {
  /** @type {ESLint.LintResult[]} */
  const results = [];
  /** @type {Set<string>} */
  const linted = new Set();
  const eslint = new ESLint({ cwd: root });

  return {
    /**
     * Lints files with the program that they were checked in.
     * @param {import('./programs.mjs').Checked} checked
     */
    async files({ program, paths }) {
      offerProgram(program, paths);
      results.push(...(await eslint.lintFiles(paths)));
      forgetPrograms();
      for (const path of paths) linted.add(path);
    },

    /** Lints what is in no program. @returns what was found in all files, and whether that is nothing */
    async rest() {
      const done = /** @type {string[]} */ (
        /** @type {unknown} */ ([(/** @type {string} */ path) => linted.has(path)])
      );
      const others = new ESLint({ cwd: root, overrideConfig: [{ ignores: done }] });
      results.push(...(await others.lintFiles(['.'])));
      const { format } = await eslint.loadFormatter('stylish');
      results.sort((one, other) => (one.filePath < other.filePath ? -1 : 1));
      const clean = results.every(({ messages }) => messages.length === 0);
      return { clean, text: await format(results, {}) };
    },
  };
}
