// Problems of own code in words.
import type { ProblemArgs, RunProblemCode } from '@shared/base/problems';
import { message } from '../../messages/message';
import { fileFaultText, textFaultText } from './file-fault';

type OwnCode =
  | Exclude<RunProblemCode, 'no-temp-folder' | 'text-not-kept'>
  | 'not-whole-path'
  | 'not-runnable'
  | 'no-file'
  | 'not-readable'
  | 'bad-python';

function whyNotBundled(why: ProblemArgs['not-bundled']['why']): string {
  if (why.kind === 'said') return why.said;
  if (why.kind === 'processes') return message('shortage', { lacks: 'processes' });
  return withoutStop(textFaultText(why.name, why.fault));
}

/** How each is written. */
export const ownCodeWriters: { readonly [C in OwnCode]: (args: ProblemArgs[C]) => string } = {
  'relative-path': (args) => message('problem-relative-path', args),
  'remote-path': (args) => message('problem-remote-path', args),
  'no-such-file': ({ path, why }) =>
    message('problem-cannot-run', { path, why: fileFaultText(why) }),
  'not-bundled': ({ path, why }) =>
    message('problem-cannot-run', {
      path,
      why: whyNotBundled(why),
    }),
  'no-such-export': ({ exports, ...args }) =>
    message('problem-no-such-export', {
      ...args,
      exports: exports.join(message('list-separator')),
    }),
  'too-much-code': ({ most, ...args }) =>
    message('problem-too-much-code', { ...args, most: String(most) }),
  'content-not-read': ({ path, why }) =>
    message('problem-content-not-read', { path, why: fileFaultText(why) }),
  'code-changed': (args) => message('problem-code-changed', args),
  'code-unreadable': ({ path, why }) =>
    message('problem-code-unreadable', {
      why: message('problem-cannot-run', { path, why: fileFaultText(why) }),
    }),
  'not-whole-path': (args) => message('problem-not-whole-path', args),
  'not-runnable': (args) => message('problem-not-runnable', args),
  'no-file': (args) => message('problem-no-file', args),
  'not-readable': ({ path, why }) =>
    message('problem-not-readable', { path, why: fileFaultText(why) }),
  'bad-python': ({ file, line, said }) =>
    message('problem-bad-python', {
      ...{ file, said, number: String(line) },
      line: line === undefined ? 'unknown' : 'known',
    }),
};

/** A sentence as the part of another. */
export const withoutStop = (text: string): string => text.replace(/\.$/, '');
