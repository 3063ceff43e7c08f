// The functions at the top of a Python file. A Python reads the file where there is one; none runs it.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileName, type ModuleWorkload, type OwnExports } from '@shared/experiment/own-code';
import type { RunProblem } from '@shared/base/problems';
import { fail, ok, type Result } from '@shared/base/result';
import { fileFault } from '../../files/file-error';
import { hiddenFromPython } from '../../python/ask-program';
import { trustedEnv } from '../../files/trusted-path';

const withinMs = 10_000;

/** Reads the text from its standard input, parses it and says what it found as one JSON object. */
const program = `import ast, json, sys
def names(body):
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.Assign) and isinstance(node.value, (ast.Lambda, ast.Call, ast.Name, ast.Attribute)):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    yield target.id
        elif isinstance(node, (ast.If, ast.Try)):
            yield from names(node.body)
            for handler in getattr(node, "handlers", []):
                yield from names(handler.body)
            yield from names(node.orelse)
try:
    said = {"names": list(dict.fromkeys(names(ast.parse(sys.stdin.buffer.read()).body)))}
except (SyntaxError, ValueError) as error:
    said = {"line": getattr(error, "lineno", None), "error": getattr(error, "msg", None) or str(error)}
print(json.dumps(said))`;

interface Said {
  readonly names?: readonly string[];
  readonly line?: number | null;
  readonly error?: string;
}

/** Resolves with what a Python says of the text; nothing where none can be started. */
function askPython(text: Buffer, command: string): Promise<Said | undefined> {
  return new Promise((resolve) => {
    // Isolated: what lies in this folder is not imported by it.
    const child = execFile(
      command,
      ['-I', '-S', '-B', '-c', program],
      { timeout: withinMs, windowsHide: true, env: { ...trustedEnv(), ...hiddenFromPython() } },
      (error, stdout) => {
        if (error !== null) return resolve(undefined);
        try {
          resolve(JSON.parse(stdout) as Said);
        } catch {
          // Another program of that name.
          resolve(undefined);
        }
      },
    );
    // Writing to one that could not be started is answered by its error.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(text);
  });
}

const top =
  /^(?:(?:async[ \t]+)?def|class)[ \t]+([\p{L}_][\p{L}\p{N}_]*)|^([\p{L}_][\p{L}\p{N}_]*)[ \t]*=[ \t]*lambda\b/gmu;

/** The names at the left margin: all that can be said without a Python. */
export function scanPythonNames(text: string): readonly string[] {
  return [
    ...new Set([...text.matchAll(top)].flatMap(([, first, second]) => first ?? second ?? [])),
  ];
}

/**
 * The functions a Python file defines at its top, without those that begin with `_`.
 * @param command the Python that reads it
 */
export async function listPythonNames(
  path: string,
  command = process.platform === 'win32' ? 'python' : 'python3',
): Promise<Result<OwnExports>> {
  let text: Buffer;
  try {
    text = await readFile(path);
  } catch (error) {
    return fail('not-readable', { path, why: fileFault(error) });
  }
  const said = await askPython(text, command);
  if (said?.error !== undefined) {
    return fail('bad-python', {
      ...{ file: fileName(path), said: said.error },
      line: said.line ?? undefined,
    });
  }
  const all = said?.names ?? scanPythonNames(text.toString('utf8'));
  return ok({ names: all.filter((name) => !name.startsWith('_')), known: true });
}

/** What gives a module names that its text does not contain. */
const unwritten =
  /\bimport[ \t]*\*|\b(?:globals|locals|vars|setattr|exec|eval|__dict__|__getattr__|modules)\b/;

/**
 * Fails with `no-such-export` where a file can't have the function: its name is nowhere in the text, not even in an
 * `import`, and nothing there makes names. Of a file that defines no function at the left margin nothing is known.
 */
export async function checkPythonExport({
  path,
  export: name,
}: ModuleWorkload): Promise<Result<undefined, RunProblem>> {
  const [first = ''] = name.split('.');
  const text = await readFile(path, 'utf8').catch(() => '');
  const exports = scanPythonNames(text).filter((one) => !one.startsWith('_'));
  // Python takes some letters for equal that are not; and text of two bytes for a letter is refused by it in its own words.
  const isKnown = /^\w+$/.test(first) && exports.length > 0 && !text.includes('\0');
  if (!isKnown || unwritten.test(text) || new RegExp(`\\b${first}\\b`).test(text)) {
    return ok(undefined);
  }
  return fail('no-such-export', { file: fileName(path), export: name, exports });
}
