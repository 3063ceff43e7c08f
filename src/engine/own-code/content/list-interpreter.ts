// The files of an interpreter that an experiment names: itself, what says where its library lies, and what its
// environment runs unasked. What is installed in the environment is not among them.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileCollector } from './file-collector';

const unasked = /^(?:sitecustomize|usercustomize)\.py$|\.pth$/;

/** Adds the interpreter at this path. */
export function listInterpreter(path: string, files: FileCollector): void {
  files.add(path, 'interpreter');
  const environment = dirname(dirname(path));
  for (const folder of [dirname(path), environment]) {
    if (namesIn(folder).includes('pyvenv.cfg')) files.add(join(folder, 'pyvenv.cfg'), 'settings');
  }
  const libraries = ['lib', 'lib64'].flatMap((lib) =>
    namesIn(join(environment, lib)).map((name) => join(environment, lib, name, 'site-packages')),
  );
  for (const folder of [...libraries, join(environment, 'Lib', 'site-packages')]) {
    for (const name of namesIn(folder)) {
      if (unasked.test(name)) files.add(join(folder, name), 'python');
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // No environment has such a folder everywhere.
    return [];
  }
}
