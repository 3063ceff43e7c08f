// Where a user's own Python module lies, asked of the code that tells it, in a Python.
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { hasPython, interpreters } from '../../helpers/interpreters';

const folder = resolve(import.meta.dirname, '../../../src/python');

/** Whether each text imports `json`. */
const imports = (texts: readonly string[]): unknown => {
  const program = `import json, sys; sys.path.append(sys.argv[1])
from corelane.own_code.own_place import imports
print(json.dumps([imports(text.encode(), "json") for text in json.loads(sys.argv[2])]))`;
  const args = ['-I', '-S', '-B', '-c', program, folder, JSON.stringify(texts)];
  const python = interpreters[0]?.path ?? '';
  return JSON.parse(execFileSync(python, args, { encoding: 'utf8', timeout: 10_000 }));
};

it.skipIf(!hasPython)('tells what a file imports', () => {
  const imported = [
    ...['import json', '  import  json as j', 'from json import loads', 'import os,json'],
    ...['import os, sys as s,\t json.decoder', 'x = 1\nfrom json.decoder import a'],
  ];
  expect(imports(imported)).toEqual(imported.map(() => true));
  const others = ['import jsonlike', 'from .json import a', 'import os', '# import json', 'json'];
  expect(imports(others)).toEqual(others.map(() => false));
});

it.skipIf(!hasPython)('takes no longer for a line of many names', () => {
  expect(imports([`import ${'name, '.repeat(10_000)}other`])).toEqual([false]);
});
