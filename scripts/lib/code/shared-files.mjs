// Parsed files that all programs of this process share: parsing and binding a file once is enough for all of them, as
// long as their options differ in nothing that the parser asks for.
import ts from 'typescript';

/** @type {Map<string, ts.SourceFile | undefined>} */
const parsed = new Map();

/**
 * @param {ts.CompilerOptions} options
 * @returns {ts.CompilerHost} whose files are shared with those of all others
 */
export function sharingHost(options) {
  const host = ts.createCompilerHost(options, true);
  const read = host.getSourceFile.bind(host);
  // Comments are parsed only where types stand in them.
  host.jsDocParsingMode = ts.JSDocParsingMode.ParseForTypeErrors;
  host.getSourceFile = (path, language, ...rest) => {
    const format = typeof language === 'object' ? language.impliedNodeFormat : undefined;
    const key = `${format} ${path}`;
    if (!parsed.has(key)) parsed.set(key, read(path, language, ...rest));
    return parsed.get(key);
  };
  return host;
}
