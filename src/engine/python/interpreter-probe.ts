// The small program that reports what an interpreter is, and what it may answer. Understood by old ones as well, so
// that they can say how old they are; what is older than 3.4 can't be isolated, and is known by that.
import { cleanText } from '@shared/base/clean-text';
import { minPython } from '@shared/experiment/python';
import {
  pythonAnswerSchema,
  versionSchema,
  type PythonAnswer,
} from '@shared/experiment/python-answer';
import type { PythonFault } from '@shared/experiment/python-fault';
import { failWith, ok, type Result } from '@shared/base/result';
import { fileFault } from '../files/file-error';
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

/** Returns what an interpreter is, by what it said, or why it can't be used. */
export function readAnswer(asked: Asked): Result<PythonAnswer, PythonFault> {
  const silent = whySilent(asked);
  if (silent !== undefined) return failWith(silent);
  const said = parse(asked.stdout);
  const version = versionSchema.safeParse(said);
  if (!version.success) return failWith(faultOfWords(asked.stdout));
  const [major = 0, minor = 0] = version.data.version.split('.').map(Number);
  const { major: oldMajor, minor: oldMinor } = minPython;
  if (major < oldMajor || (major === oldMajor && minor < oldMinor)) {
    return failWith({ code: 'too-old', version: version.data.version });
  }
  const answer = pythonAnswerSchema.safeParse(said);
  return answer.success ? ok(answer.data) : failWith({ code: 'unknown' });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A program that is no Python, or one that something makes speak before it is asked. */
function faultOfWords(said: string): PythonFault {
  const first = said.trim().split('\n', 1)[0] ?? '';
  if (first === '') return { code: 'says-nothing' };
  if (first === said.trim()) return { code: 'unknown' };
  return { code: 'speaks-first', said: cleanText(first, 80) };
}

/** Why an interpreter gave no answer: the last thing it said, or what the system says of it. */
function whySilent({ error, ended, code, signal, stderr }: Asked): PythonFault | undefined {
  if (error !== undefined) return { code: 'not-started', fault: fileFault(error) };
  if (ended === 'time') return { code: 'no-answer' };
  if (ended === 'size') return { code: 'endless' };
  if (code === 0) return undefined;
  if (stderr.startsWith('Unknown option: -I')) return { code: 'too-old' };
  const said = cleanText(stderr.trim().split('\n').at(-1)?.trim() ?? '', 200);
  if (said !== '') return { code: 'failed', said };
  return signal === undefined ? { code: 'exited', exitCode: code } : { code: 'killed', signal };
}
