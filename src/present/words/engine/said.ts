// What is said of a task that failed, in words: own code's as they are, and what Corelane says beside it.
import type { ProgramFault, RequestFault, SaidWords, SaidOf, SaidReason } from '@shared/base/said';
import { message } from '../../messages/message';

type Code = SaidReason['code'];

const writers: { readonly [C in Code]: (args: SaidOf<C>['args']) => string } = {
  unreadable: () => message('said-unreadable'),
  'empty-text': () => message('said-empty-text'),
  value: (args) => message('said-value', args),
  function: ({ name }) =>
    message('said-function', { is: name === undefined ? 'unnamed' : 'named', name: name ?? '' }),
  object: ({ keys, more }) =>
    message('said-object', {
      ...{ has: keys.length === 0 ? 'nothing' : 'keys', keys: inOne(keys) },
      ...moreOf(more),
    }),
  'no-message': (args) => message('said-no-message', args),
  inner: sayInner,
  'no-checksum': ({ what, name = '', place }) =>
    message('said-no-checksum', {
      ...{ what, name, place: place ?? '' },
      at: place === undefined ? 'top' : 'place',
    }),
  'nested-too-deep': ({ levels }) => message('said-nested-too-deep', { levels: String(levels) }),
  'no-such-export': ({ exports, ...args }) =>
    message('said-no-such-export', {
      ...args,
      exports: exports.length === 0 ? message('said-no-exports') : inOne(exports),
    }),
  'export-is-class': (args) => message('said-export-is-class', args),
  'export-is-value': (args) => message('said-export-is-value', args),
  'backslash-in-path': (args) => message('said-backslash-in-path', args),
  replaced: (args) => message('said-replaced', args),
  'sets-then': (args) => message('said-sets-then', args),
  'program-not-started': ({ command, why }) =>
    message('said-program-not-started', { command, why: programFaultText(why) }),
  'program-ended': ({ command, exitCode, said, codes }) =>
    message('said-program-ended', {
      ...{ command, code: String(exitCode), ...toldOf(said) },
      codes: `[${inOne(codes.map(String))}]`,
    }),
  'program-killed': ({ command, signal, said }) =>
    message('said-program-killed', { command, signal, ...toldOf(said) }),
  'request-failed': ({ url, why }) =>
    message('said-request-failed', { url, why: requestFaultText(why) }),
  'read-back': (args) => message('said-read-back', args),
  'on-purpose': ({ task }) => message('said-on-purpose', { task: String(task) }),
  'thread-ended': ({ exitCode }) => message('said-thread-ended', { code: String(exitCode) }),
};

/** What is said, as a part of a sentence without its full stop. */
export function saidText(said: SaidWords): string {
  if (typeof said === 'string') return said;
  const write = writers[said.code] as (args: SaidReason['args']) => string;
  return write(said.args);
}

const inOne = (texts: readonly string[]): string => texts.join(message('list-separator'));

const moreOf = (more: number) => ({ others: more > 0 ? 'more' : 'none', more }) as const;

const toldOf = (said: string) => ({ told: said === '' ? 'nothing' : 'text', said }) as const;

function sayInner({ said, inner, more, because }: SaidOf<'inner'>['args']): string {
  const numbered = inner.map((one, at) =>
    message('said-numbered', { number: at + 1, said: saidText(one) }),
  );
  return message('said-inner', {
    said: saidText(said),
    holds: inner.length === 0 ? 'nothing' : 'errors',
    inner: inOne(numbered),
    ...moreOf(more),
    cause: because === undefined ? 'unknown' : 'known',
    because: because === undefined ? '' : saidText(because),
  });
}

function programFaultText(fault: ProgramFault): string {
  return message('program-fault', {
    code: fault.code,
    interpreter: fault.code === 'no-interpreter' ? fault.interpreter : '',
    said: fault.code === 'other' ? fault.said : '',
  });
}

function requestFaultText(fault: RequestFault): string {
  switch (fault.code) {
    case 'status': {
      const { status, said } = fault;
      const known = status === undefined ? 'unknown' : 'known';
      return message('request-status', { known, status: String(status), said });
    }
    case 'length':
      return message('request-length', {
        bytes: String(fault.bytes),
        expected: String(fault.expected),
      });
    case 'other':
      return fault.said;
  }
}
