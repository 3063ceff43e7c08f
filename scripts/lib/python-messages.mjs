// The Python files of message types, made from the contract in TypeScript: what `npm run messages:python` writes.
import { basename, join } from 'node:path';
import ts from 'typescript';
import { PythonTypes } from './python-types.mjs';

/**
 * The files, each with the contract that it follows and the messages that Python takes or gives. A file takes types
 * from those before it.
 */
const FILES = [
  {
    path: 'src/python/corelane/wire/messages.py',
    about: 'The messages between the engine and a Python program that runs trials, as types.',
    contract: 'src/shared/wire/messages.ts',
    names: ['ToHost', 'FromHost'],
  },
  {
    path: 'src/python/corelane/wire/probe_messages.py',
    about: 'The messages between the engine and a Python program that tries claims, as types.',
    contract: 'src/shared/claims/probes.ts',
    names: ['ProbeRequest', 'ProbeAnswer'],
  },
];

/** Numbers that need not be whole. All others are: times in nanoseconds, bytes, indexes, numbers of the kernel. */
const FRACTIONAL = new Set(['HostFinishedResults.checksum', 'RawFigure.values', 'RawFigure.x']);

/**
 * What the contract leaves open: a user's own parameters; those of a probe, which knows what it takes; and reasons,
 * which only workers of Node.js give.
 */
const OPEN = new Set([
  'Json',
  'ProbeRequest.params',
  'FromHostNote.reason',
  'FromHostFault.reason',
]);

/** What the types may be made of. */
const TYPING = ['Any', 'Dict', 'List', 'Literal', 'Sequence', 'TypedDict', 'Union'];

/**
 * @param {{ about: string, contract: string }} file
 * @param {readonly string[]} imports
 * @returns {string}
 */
const head = ({ about, contract }, imports) => `"""${about}

Written by \`npm run messages:python\` from ${contract}: change that. For type checkers only: no program
imports this file, so that none takes the time to load it.
"""

${imports.join('\n\n')}
`;

/**
 * @param {string} name
 * @param {readonly string[]} definitions
 * @returns {boolean} whether one of them uses it
 */
const isUsed = (name, definitions) =>
  definitions.some((one) => new RegExp(`\\b${name}\\b`).test(one));

/**
 * @param {string} module
 * @param {readonly string[]} names
 * @param {readonly string[]} definitions
 * @returns {string[]} the import of those names that the definitions use; none where they use none
 */
function importOf(module, names, definitions) {
  const used = names.filter((name) => isUsed(name, definitions));
  return used.length === 0 ? [] : [`from ${module} import ${used.join(', ')}`];
}

/**
 * @param {string} root
 * @returns {{ path: string, text: string }[]} the files, whole
 */
export function pythonMessages(root) {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, 'tsconfig.pure.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
      },
    },
  );
  const files = FILES.map(({ contract }) => join(root, contract));
  const program = ts.createProgram(files, { ...config?.options, noEmit: true });
  const checker = program.getTypeChecker();
  const types = new PythonTypes(checker, FRACTIONAL, OPEN);
  /** @type {{ module: string, names: readonly string[] }[]} */
  const before = [];
  const written = FILES.map((file) => {
    const known = new Set(types.definitions.keys());
    const source = program.getSourceFile(join(root, file.contract));
    const symbol = source && checker.getSymbolAtLocation(source);
    const exported = symbol ? checker.getExportsOfModule(symbol) : [];
    for (const name of file.names) {
      const found = exported.find((one) => one.name === name);
      if (!found) throw new Error(`${file.contract} exports no ${name}.`);
      types.define(name, checker.getDeclaredTypeOfSymbol(found));
    }
    const own = [...types.definitions].filter(([name]) => !known.has(name));
    const definitions = own.map(([, text]) => text);
    const imports = [
      ...importOf('typing', TYPING, definitions),
      ...before.flatMap(({ module, names }) => importOf(module, names, definitions)),
    ];
    before.push({ module: `.${basename(file.path, '.py')}`, names: own.map(([name]) => name) });
    return { path: file.path, text: [head(file, imports), ...definitions].join('\n\n') };
  });
  if (types.unmet.length > 0) throw new Error(`No message has ${types.unmet.join(', ')}.`);
  return written;
}
