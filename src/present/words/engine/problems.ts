// Problems in words: what happened, where, and what to do about it.
import {
  isOfNewer,
  type JournalFault,
  type Problem,
  type ProblemArgs,
  type ProblemCode,
  type SaidProblem,
} from '@shared/base/problems';
import { defined } from '@shared/base/defined';
import { errorText } from '@shared/base/error-text';
import { Refused } from '@shared/base/refused';
import type { Result } from '@shared/base/result';
import { notKnown } from '../../locale/format';
import { message } from '../../messages/message';
import { fileFaultText, limitText, textFaultText } from './file-fault';
import { inputWriters } from './input-problems';
import { ownCodeWriters, withoutStop } from './own-code-problems';

const writers: { readonly [C in ProblemCode]: (args: ProblemArgs[C], path?: string) => string } = {
  ...inputWriters,
  'not-read': ({ path, why }) => message('problem-not-read', { path, why: fileFaultText(why) }),
  'too-large': ({ name, bytes, unpacked }) =>
    message('problem-too-large', {
      ...{ name, limit: limitText(bytes) },
      unpacked: unpacked ? 'yes' : 'no',
    }),
  'not-text': ({ name, why }) => textFaultText(name, why),
  'not-written': ({ path, why }) =>
    message('problem-not-written', { path, why: fileFaultText(why) }),
  'file-exists': (args) => message('problem-file-exists', args),
  'not-set-aside': ({ path, why }) =>
    message('problem-not-set-aside', { path, why: fileFaultText(why) }),
  'not-removed': ({ path, why }) =>
    message('problem-not-removed', { path, why: fileFaultText(why) }),
  'not-replaced': ({ path, why }) =>
    message('problem-not-replaced', { path, why: problemText(why) }),
  'empty-file': (args) => message('problem-empty-file', args),
  'damaged-settings': (args) => message('problem-damaged-settings', args),
  'damaged-file': ({ path, why }) =>
    message(isOfNewer(why) ? 'problem-newer-file' : 'problem-damaged-file', {
      ...{ path, why: problemText(why) },
    }),
  'damaged-measurements': (args) => message('problem-damaged-measurements', args),
  'journal-not-read': ({ path, why }) =>
    message('problem-unread', { path, why: journalFaultText(why) }),
  'folder-not-read': ({ path, why }) =>
    message('problem-unread', { path, why: fileFaultText(why) }),
  'empty-run': (args) => message('problem-empty-run', args),
  'lost-run': ({ why, journalGone }) =>
    journalGone ? message('problem-lost-run', { why: problemText(why) }) : problemText(why),
  'no-such-run': ({ id }) =>
    message('problem-no-such-run', { run: id === undefined ? 'unnamed' : 'named', id: id ?? '' }),
  'run-under-way': ({ pid }) =>
    message('problem-running', { pid: pid === undefined ? notKnown() : String(pid) }),
  'run-taken': ({ pid }) =>
    message('problem-run-taken', {
      by: pid === undefined ? 'unknown' : 'known',
      pid: String(pid),
    }),
  'not-kept': () => message('problem-not-kept'),
  'link-left': (args) => message('problem-link-left', args),
  'link-not-made': ({ link, why }) =>
    message('problem-link-not-made', { link, why: fileFaultText(why) }),
  'no-temp-folder': ({ folder, why }) =>
    message('problem-no-temp-folder', { folder, why: fileFaultText(why) }),
  'text-not-kept': ({ path, why }) =>
    message('problem-text-not-kept', { path, why: fileFaultText(why) }),
  ...ownCodeWriters,
};

/** A problem as a user reads it: what happened, the figure, and the remedy. */
export function problemText(problem: Problem): string {
  const text = 'message' in problem ? problem.message : write(problem);
  return problem.of === undefined ? text : message('problem-of', { of: problem.of, problem: text });
}

function write({ code, args, path }: Exclude<Problem, SaidProblem>): string {
  return (writers[code] as (given: typeof args, at?: string) => string)(args, path);
}

/** What was thrown, in words: its problem where it has one, else what it says. */
export function thrownText(error: unknown): string {
  return error instanceof Refused ? problemText(error.problem) : errorText(error);
}

/** The end of a sentence, without a full stop. */
function journalFaultText(fault: JournalFault): string {
  if (fault.code === 'file') return fileFaultText(fault.fault);
  if (fault.code === 'damaged') return withoutStop(problemText(fault.problem));
  const { version, newest } = fault.code === 'newer' ? fault : { version: 0, newest: 0 };
  return message('journal-fault', {
    code: fault.code,
    version: String(version),
    newest: String(newest),
    limit: limitText(fault.code === 'long-line' ? fault.bytes : 0),
  });
}

/** A failure in words of one's own: for main and the command line, which have messages. */
export function failInWords(code: string, text: string, path?: string): Result<never, SaidProblem> {
  return { ok: false, problem: { code, message: text, ...defined({ path }) } };
}
