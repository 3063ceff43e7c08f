// The small program that reports what an interpreter is, and what it may answer. Understood by old ones as well, so
// that they can say how old they are; what is older than 3.4 can't be isolated, and is known by that.
import { cleanText } from '@shared/base/clean-text';
import { minPython } from '@shared/experiment/python';
import {
  pythonAnswerSchema,
  versionSchema,
  type PythonAnswer,
} from '@shared/experiment/python-answer';
import { fail, ok, type Result } from '@shared/base/result';
import { describeFileError } from '../files/file-error';
import type { Asked } from './ask-program';

/** Prints one line of JSON; the fields of {@link PythonAnswer}. */
const probeProgram = `
import json, os, platform, sys
answer = {
    "path": sys.executable,
    "version": platform.python_version(),
    "implementation": platform.python_implementation(),
}
if sys.version_info >= (3, 8):
    import multiprocessing, sysconfig
    answer["freeThreaded"] = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
    answer["gil"] = getattr(sys, "_is_gil_enabled", lambda: True)()
    answer["startMethods"] = multiprocessing.get_all_start_methods()
    answer["subInterpreters"] = sys.version_info >= (3, 12)
    folder = os.path.dirname(os.path.dirname(sys.executable))
    if os.path.isfile(os.path.join(folder, "pyvenv.cfg")):
        answer["environment"] = folder
sys.stdout.write(json.dumps(answer))
`;

/** How long an answer is at most; the real one has some hundred characters. */
export const answerBytes = 64_000;

/**
 * Returns the arguments to start an interpreter with. Isolated and without its site packages, so that nothing that
 * lies in this folder or in an environment is run; of what it then no longer reads, the lock's switch counts.
 */
export function probeArguments(
  env: Readonly<Record<string, string | undefined>> = process.env,
): readonly string[] {
  return ['-I', '-S', '-B', ...lockSwitch(env), '-c', probeProgram];
}

/** The switch of the lock as arguments: an isolated Python no longer reads it. */
export function lockSwitch(
  env: Readonly<Record<string, string | undefined>> = process.env,
): readonly string[] {
  const lock = env['PYTHON_GIL'];
  return lock === '0' || lock === '1' ? ['-X', `gil=${lock}`] : [];
}

/** Returns what an interpreter is, by what it said; a problem explains why it can't be used. */
export function readAnswer(asked: Asked): Result<PythonAnswer> {
  const silent = whySilent(asked);
  if (silent !== undefined) return fail('unusable', silent);
  const said = parse(asked.stdout);
  const version = versionSchema.safeParse(said);
  if (!version.success) return fail('unusable', describeWords(asked.stdout));
  const [major = 0, minor = 0] = version.data.version.split('.').map(Number);
  const { major: oldMajor, minor: oldMinor } = minPython;
  if (major < oldMajor || (major === oldMajor && minor < oldMinor)) {
    const why = `it is version ${version.data.version}; ${oldMajor}.${oldMinor} is the oldest that works`;
    return fail('unusable', why);
  }
  const answer = pythonAnswerSchema.safeParse(said);
  return answer.success ? ok(answer.data) : fail('unusable', 'it does not tell what it is');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A program that is no Python, or one that something makes speak before it is asked. */
function describeWords(said: string): string {
  const first = said.trim().split('\n', 1)[0] ?? '';
  if (first === '') return 'it does not tell what it is: it says nothing';
  if (first === said.trim()) return 'it does not tell what it is';
  return `it prints something before it is asked: ${cleanText(first, 80)}`;
}

/** Why an interpreter gave no answer: the last thing it said, or what the system says of it. */
function whySilent({ error, ended, code, signal, stderr }: Asked): string | undefined {
  if (error !== undefined) return `it does not run: ${describeFileError(error)}`;
  if (ended === 'time') return 'it does not answer';
  if (ended === 'size') return 'it does not tell what it is: it prints without end';
  if (code === 0) return undefined;
  if (stderr.startsWith('Unknown option: -I')) {
    return `it is older than 3.4; ${minPython.major}.${minPython.minor} is the oldest that works`;
  }
  const said = cleanText(stderr.trim().split('\n').at(-1)?.trim() ?? '', 200);
  if (said !== '') return `it does not run: ${said}`;
  return signal === undefined
    ? `it does not run: it ends with exit code ${code}`
    : `it does not run: it is ended by ${signal}`;
}
