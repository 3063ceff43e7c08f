// The parser of the typed lint. All files share one program: with `project` alone, each component costs a program of
// its own, because what a component's parser hands on is not what stands in its file.
import { readFileSync } from 'node:fs';
import * as tsParser from '@typescript-eslint/parser';
import ts from 'typescript';
import vueParser from 'vue-eslint-parser';
import { readConfig } from './read-config.mjs';
import { sharingHost } from './shared-files.mjs';

/**
 * @typedef {import('@typescript-eslint/parser').ParserOptions & { filePath?: string }} Options
 * @typedef {ReturnType<typeof tsParser.parseForESLint>} Parsed
 */

/** @type {Map<string, ts.Program>} programs that were built already, by the path of a file */
const offered = new Map();

/**
 * Lets the parser take a program that was built and checked already: what it found out of a file's types is not found
 * out once more.
 * @param {ts.Program} program
 * @param {readonly string[]} paths
 */
export function offerProgram(program, paths) {
  for (const path of paths) offered.set(path, program);
}

/** Forgets the programs that were offered. */
export function forgetPrograms() {
  offered.clear();
}

/**
 * @param {string} path of a component
 * @returns {string} its script, as the component's parser hands it on to the parser of TypeScript
 */
function scriptOf(path) {
  let script = '';
  const parser = {
    /** @type {(code: string, options: Options) => Parsed} */
    parseForESLint(code, options) {
      // The parts of its template are handed on too, without a project.
      if (options.project) script = code;
      return tsParser.parseForESLint(code, { ...options, project: null });
    },
  };
  vueParser.parseForESLint(readFileSync(path, 'utf8'), {
    filePath: path,
    parser,
    project: true,
    sourceType: 'module',
  });
  return script;
}

/**
 * @param {string} config the path of a tsconfig
 * @returns {ts.Program} of all its files, components included
 */
function createProgram(config) {
  const { fileNames, options } = readConfig(config);
  const host = sharingHost(options);
  const readSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (path, language, ...rest) =>
    path.endsWith('.vue')
      ? ts.createSourceFile(path, scriptOf(path), language, true, ts.ScriptKind.TS)
      : readSourceFile(path, language, ...rest);
  return ts.createProgram({ rootNames: fileNames, options, host });
}

/**
 * A parser for `languageOptions`, of TypeScript and (below the parser of Vue) of components.
 * @param {string} config the path of the tsconfig that holds all the files
 */
export function typedParser(config) {
  /** @type {ts.Program | undefined} */
  let program;
  return {
    meta: { name: 'typed-parser', version: '1' },
    /**
     * @param {string} code
     * @param {Options} options
     * @returns {Parsed}
     */
    parseForESLint(code, options) {
      if (!options.project) return tsParser.parseForESLint(code, options);
      const path = options.filePath ?? '';
      const has = (/** @type {ts.Program} */ each) => each.getSourceFile(path)?.text === code;
      const given = offered.get(path);
      if (!given || !has(given)) program ??= createProgram(config);
      const known = [given, program].find((each) => each && has(each));
      // Text that is not the file's, as after a fix or in an editor, is given a program of its own.
      return known
        ? tsParser.parseForESLint(code, { ...options, project: null, programs: [known] })
        : tsParser.parseForESLint(code, options);
    },
  };
}
