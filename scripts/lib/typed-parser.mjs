// The parser of the typed lint. All files share one program: with `project` alone, each component costs a program of
// its own, because what a component's parser hands on is not what stands in its file.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as tsParser from '@typescript-eslint/parser';
import ts from 'typescript';
import vueParser from 'vue-eslint-parser';

/**
 * @typedef {import('@typescript-eslint/parser').ParserOptions & { filePath?: string }} Options
 * @typedef {ReturnType<typeof tsParser.parseForESLint>} Parsed
 */

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
  const { config: json, error } = ts.readConfigFile(config, ts.sys.readFile);
  const { fileNames, options, errors } = ts.parseJsonConfigFileContent(
    json,
    ts.sys,
    dirname(config),
    { noEmit: true, composite: false, incremental: false, allowNonTsExtensions: true },
    config,
    undefined,
    [{ extension: '.vue', isMixedContent: true, scriptKind: ts.ScriptKind.Deferred }],
  );
  const [mistake] = error ? [error] : errors;
  if (mistake) throw new Error(ts.flattenDiagnosticMessageText(mistake.messageText, '\n'));
  const host = ts.createCompilerHost(options, true);
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
      program ??= createProgram(config);
      const known = program.getSourceFile(options.filePath ?? '')?.text;
      // Text that is not the file's, as after a fix or in an editor, is given a program of its own.
      return known === code
        ? tsParser.parseForESLint(code, { ...options, project: null, programs: [program] })
        : tsParser.parseForESLint(code, options);
    },
  };
}
