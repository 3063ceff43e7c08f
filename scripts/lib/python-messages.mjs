// The Python file of message types, made from the contract in TypeScript: what `npm run messages:python` writes.
import { join } from 'node:path';
import ts from 'typescript';
import { PythonTypes } from './python-types.mjs';

/** Where the file lies. */
export const PYTHON_MESSAGES = 'src/python/corelane/wire/messages.py';

/** The messages that Python takes or gives, with the file of the contract that has them. */
const MESSAGES = [
  ['src/shared/wire/messages.ts', ['ToHost', 'FromHost']],
  ['src/shared/claims/probes.ts', ['ProbeRequest', 'ProbeAnswer']],
];

/** Numbers that need not be whole. All others are: times in nanoseconds, bytes, indexes, numbers of the kernel. */
const FRACTIONAL = new Set(['HostFinishedResults.checksum', 'RawFigure.values', 'RawFigure.x']);

/** What the contract leaves open: a user's own parameters, and each probe knows those that it takes. */
const OPEN = new Set(['Json', 'ProbeRequest.params']);

/** What the types may be made of. */
const TYPING = ['Any', 'Dict', 'List', 'Literal', 'Sequence', 'TypedDict', 'Union'];

const head = (
  /** @type {string} */ names,
) => `"""The messages between the engine and a Python program, as types.

Written by \`npm run messages:python\` from src/shared/wire/messages.ts and src/shared/claims/probes.ts: change
those. For type checkers only: no program imports this file, so that none takes the time to load it.
"""

from typing import ${names}
`;

/**
 * @param {string} root
 * @returns {string} the whole file
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
  const files = MESSAGES.map(([file]) => join(root, String(file)));
  const program = ts.createProgram(files, { ...config?.options, noEmit: true });
  const checker = program.getTypeChecker();
  const types = new PythonTypes(checker, FRACTIONAL, OPEN);
  for (const [file, names = []] of MESSAGES) {
    const source = program.getSourceFile(join(root, String(file)));
    const symbol = source && checker.getSymbolAtLocation(source);
    const exported = symbol ? checker.getExportsOfModule(symbol) : [];
    for (const name of names) {
      const found = exported.find((one) => one.name === name);
      if (!found) throw new Error(`${String(file)} exports no ${name}.`);
      types.define(name, checker.getDeclaredTypeOfSymbol(found));
    }
  }
  if (types.unmet.length > 0) throw new Error(`No message has ${types.unmet.join(', ')}.`);
  const definitions = [...types.definitions.values()];
  const used = TYPING.filter((name) =>
    definitions.some((one) => new RegExp(`\\b${name}\\b`).test(one)),
  );
  return [head(used.join(', ')), ...definitions].join('\n\n');
}
