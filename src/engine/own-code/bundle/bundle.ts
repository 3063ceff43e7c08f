// A user's own file and all it imports as one text that a worker can run.
import { errorText } from '@shared/base/error-text';
import { access } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { ProblemArgs, RunProblem } from '@shared/base/problems';
import { fail, ok, type Result } from '@shared/base/result';
import { fileName, languageOfFile, type ModuleWorkload } from '@shared/experiment/own-code';
import { whyNotUtf8 } from '../../files/decode-text';
import { fileFault } from '../../files/file-error';
import { readFileBytes, storedPieces } from '../../files/read-file';
import { fullUser } from '../../machine/process-limit';
import { shortageIn } from '../../processes/shortage';
import { runBundler, type Bundled } from './bundler';

/** The largest source whose encoding is looked at. */
const sourceBytes = 10e6;

/** Terminal colours, which the bundler's sentences have. */
// eslint-disable-next-line no-control-regex -- they begin with one
const colours = /\u001b\[[0-9;]*m/g;

/** Where the bundler could not read a text, or not make sense of it. */
const places = [
  /^(?:\[[A-Z_]+\]\s*|Error:\s*)?Could not load (.+?)(?: - .*)?$/m,
  /^\s*[╭,]─*\[\s*(\S.*?):\d+:\d+\s*\]/m,
];

/** A path of another machine. */
const elsewhere = /^(?:file:)?[\\/]{2}(?!\/)/;

type WhyNotBundled = ProblemArgs['not-bundled']['why'];

/** The encoding of a file that the bundler fails at, which it does not name; undefined where it is UTF-8. */
async function findEncoding(error: unknown, folder: string): Promise<WhyNotBundled | undefined> {
  const text = errorText(error).replace(colours, '');
  const [, name] = places.map((place) => place.exec(text)).find((match) => match !== null) ?? [];
  if (name === undefined || elsewhere.test(name)) return undefined;
  const path = resolve(folder, name);
  const bytes = await readFileBytes(path, sourceBytes, storedPieces(path));
  const fault = bytes.ok ? whyNotUtf8(bytes.value) : undefined;
  return fault && { kind: 'text', name: path, fault };
}

/** What kind of error the bundler calls its sentence, before it. */
const kind = /^(?:\[[A-Z_]+\]|[A-Za-z]*Error:)\s*/;

/** A line that only announces a reason. */
const isHeading = /^(?:(?:RolldownError: )?(?:Build|Parse) failed with \d+ errors?:|\[plugin .*)$/;

/** The bundler's own first sentence, with file and line: `work.mts:3:9: Expected `}`. */
function describeBundleError(error: unknown, folder: string): string {
  const text = errorText(error).replace(colours, '');
  const lines = text.split('\n').map((line) => line.trim());
  const reasons = lines.filter((line) => line !== '' && !isHeading.test(line));
  const said = reasons.find((line) => kind.test(line)) ?? reasons[0] ?? lines[0] ?? '';
  const what = said.replace(kind, '').replace(/\.$/, '');
  const at = /\[\s*(\S.*?):(\d+):(\d+)\s*\]/.exec(text);
  return at === null ? what : `${resolve(folder, at[1] ?? '')}:${at[2]}:${at[3]}: ${what}`;
}

/** What the bundler starts: two pools, each of a thread for each core, and some of its own. */
const bundlerThreads = (): number => 2 * availableParallelism() + 4;

/** Bundles a file; `no-such-file`, `content-not-read` or `not-bundled` where it can't be. Runs nothing of it. */
export async function readOwnCode(path: string): Promise<Result<Bundled, RunProblem>> {
  const folder = dirname(path);
  try {
    await access(path);
  } catch (error) {
    return fail('no-such-file', { path, why: fileFault(error) });
  }
  // The bundler aborts the whole process where the system has no thread for it.
  if (fullUser(bundlerThreads()) !== undefined) {
    return fail('not-bundled', { path, why: { kind: 'processes' } });
  }
  try {
    return ok(await runBundler(path, folder));
  } catch (error) {
    // The bundler itself could not be loaded then.
    if (shortageIn(errorText(error)) === 'files') {
      return fail('content-not-read', { path, why: { code: 'too-many-open' } });
    }
    const said = describeBundleError(error, folder);
    const why = (await findEncoding(error, folder)) ?? { kind: 'said', said };
    return fail('not-bundled', { path, why });
  }
}

/**
 * Bundles the file of an own workload.
 * @returns `no-such-file`, `not-bundled` or `no-such-export` where it can't be run
 */
export async function bundleOwnCode(workload: ModuleWorkload): Promise<Result<string, RunProblem>> {
  const read = await readOwnCode(workload.path);
  if (!read.ok) return read;
  const exported = checkExport(workload, read.value);
  return exported.ok ? ok(read.value.code) : exported;
}

/** Fails with `no-such-export` where a file is known not to export the function. */
export function checkExport(
  { path, export: name }: ModuleWorkload,
  { exports }: Pick<Bundled, 'exports'>,
): Result<undefined, RunProblem> {
  // The exports of a CommonJS file are known only when it runs.
  if (exports.length > 0 && !exports.includes(name)) {
    return fail('no-such-export', { file: fileName(path), export: name, exports: [...exports] });
  }
  return ok(undefined);
}

/** Returns whether Node.js is what runs a workload's file. */
export function needsBundle(workload: { readonly kind: string }): workload is ModuleWorkload {
  return workload.kind === 'module' && languageOfFile((workload as ModuleWorkload).path) === 'node';
}
