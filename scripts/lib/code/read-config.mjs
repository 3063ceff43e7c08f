// Reads a tsconfig.
import { dirname } from 'node:path';
import ts from 'typescript';

/**
 * @param {string} path
 * @returns {{ fileNames: string[], options: ts.CompilerOptions }} all its files, components included, for a program
 * that is only checked
 * @throws {Error} where it has a mistake
 */
export function readConfig(path) {
  const { config: json, error } = ts.readConfigFile(path, ts.sys.readFile);
  const { fileNames, options, errors } = ts.parseJsonConfigFileContent(
    json,
    ts.sys,
    dirname(path),
    { noEmit: true, composite: false, incremental: false, allowNonTsExtensions: true },
    path,
    undefined,
    [{ extension: '.vue', isMixedContent: true, scriptKind: ts.ScriptKind.Deferred }],
  );
  const [mistake] = error ? [error] : errors;
  if (mistake) throw new Error(ts.flattenDiagnosticMessageText(mistake.messageText, '\n'));
  return { fileNames, options };
}
