// The type checks: one program for each tsconfig, each file checked in the first of them that has it.
import { proxyCreateProgram } from '@volar/typescript';
import { createParsedCommandLine, createVueLanguagePlugin } from '@vue/language-core';
import ts from 'typescript';
import { readConfig } from './read-config.mjs';
import { sharingHost } from './shared-files.mjs';

/**
 * @typedef {object} Checked
 * @property {ts.Program} program
 * @property {string[]} paths of the files that were checked in it
 * @property {readonly ts.Diagnostic[]} mistakes
 */

/** Programs that see components as TypeScript, templates included, as vue-tsc does. */
const createVueProgram = proxyCreateProgram(ts, ts.createProgram, (_, { options }) => {
  const { vueOptions } = createParsedCommandLine(ts, ts.sys, String(options.configFilePath));
  return [createVueLanguagePlugin(ts, options, vueOptions, (id) => id)];
});

/**
 * Checks the files of some tsconfigs, each file once. The first that has a file should be the one that allows least: a
 * file that is right without the types of Node or of the browser is right with them.
 * @param {readonly string[]} configs paths, in their order
 * @returns {Generator<Checked>} one for each, so that a program need not outlive its turn
 */
export function* checkTypes(configs) {
  /** @type {Set<string>} */
  const seen = new Set();
  for (const config of configs) {
    const { fileNames, options } = readConfig(config);
    const paths = fileNames.filter((path) => !seen.has(path));
    for (const path of paths) seen.add(path);

    const all = { ...options, configFilePath: config };
    const program = createVueProgram({
      rootNames: fileNames,
      options: all,
      host: sharingHost(options),
    });
    const mistakes = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
    for (const path of paths) {
      const file = program.getSourceFile(path);
      if (!file) throw new Error(`${path} is not in its program.`);
      mistakes.push(
        ...program.getSyntacticDiagnostics(file),
        ...program.getSemanticDiagnostics(file),
      );
    }
    yield { program, paths, mistakes };
  }
}

/**
 * @param {readonly ts.Diagnostic[]} mistakes
 * @param {string} root
 * @returns {string} as tsc prints them
 */
export function describeMistakes(mistakes, root) {
  return ts.formatDiagnosticsWithColorAndContext(ts.sortAndDeduplicateDiagnostics(mistakes), {
    getCanonicalFileName: (path) => path,
    getCurrentDirectory: () => root,
    getNewLine: () => '\n',
  });
}
