// Recognises what a strategy can't do by its nature: not a failure to fix, but a reason for another strategy. Pure.
import type { NatureLimit } from './failures';

/** What Node.js says where a function works on the whole process: `process.chdir() is not supported in workers`. */
const unsupported = /\b(process\.[\w.]+)\(\) is not supported in workers/;

/** What it says where an add-on is loaded for the second time in a process and was made for one. */
const notRegistered = /\bModule did not self-register/;

/** Reads it out of what a thread of Node.js threw, or of a sentence with it; undefined where it is an ordinary mistake. */
export function threadLimitIn(thrown: string): NatureLimit | undefined {
  const call = unsupported.exec(thrown)?.[1];
  if (call === 'process.chdir') return { code: 'thread-folder', args: {} };
  if (call !== undefined) return { code: 'thread-call', args: { call } };
  return notRegistered.test(thrown) ? { code: 'thread-add-on', args: {} } : undefined;
}

type PythonCode = Exclude<NatureLimit['code'], 'thread-folder' | 'thread-call' | 'thread-add-on'>;

interface Sign {
  readonly said: RegExp;
  readonly code: PythonCode;
}

/** What libraries say where an object that one thread has made is used by another. */
const otherThread =
  /objects created in a thread can only be used in that same thread|cannot switch to a different thread|main thread is not in main loop|Calling Tcl from different apartment|is unsendable, but|'_thread\._local' object has no attribute|(attached|is bound) to a different (event )?loop/;

const threads: readonly Sign[] = [
  { said: /signal only works in main thread/, code: 'thread-signals' },
  { said: otherThread, code: 'thread-bound' },
];

/** By the name of the strategy in a host's set-up. */
const signs: Readonly<Record<string, readonly Sign[]>> = {
  threads,
  'thread-pool': threads,
  asyncio: [
    {
      said: /cannot be called from a running event loop|event loop is already running/,
      code: 'loop-running',
    },
  ],
  interpreters: [
    { said: /does not support loading in subinterpreters/, code: 'interpreter-module' },
    {
      said: /isolated subinterpreter|disabled in this \(sub\)interpreter|signal only works in main thread/,
      code: 'interpreter-call',
    },
  ],
};

/** The lines of a stack of Python's that say what was thrown, causes included; not those of a source. */
const thrownIn = (stack: string): string => stack.replace(/^\s.*$/gm, '');

/** The same for what a strategy of Python threw, or what caused that. */
export function pythonLimitIn(
  strategy: string,
  thrown: string,
  stack = '',
): NatureLimit | undefined {
  const text = `${thrown}\n${thrownIn(stack)}`;
  const code = signs[strategy]?.find(({ said }) => said.test(text))?.code;
  return code === undefined ? undefined : { code, args: {} };
}
