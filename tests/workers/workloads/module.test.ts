// What Node.js says of own code that it can't load does not name Corelane's files.
import { saidText } from '@present/words/engine/said';
import { SaidError } from '@engine/host/base/said-error';
import { withoutImporter } from '@workers/workloads/module';
import { expect, it } from 'vitest';

const importer = '/opt/corelane/out/main/chunks/module-x.js';

const errorOf = (code: string, message: string): Error =>
  Object.assign(new Error(`${message} imported from ${importer}`), { code });

it('names a path with a backslash, and what to do', () => {
  const path = String.raw`/home/a\b/w.mjs`;
  const error = errorOf('ERR_INVALID_MODULE_SPECIFIER', 'Invalid module "/home/a%5Cb/w.mjs" must');
  const reason = SaidError.reasonOf(withoutImporter(error, path, importer));
  expect(reason && saidText(reason)).toBe(
    String.raw`Node.js can't load /home/a\b/w.mjs: a name in it has a backslash. Rename that folder or file`,
  );
});

it('leaves out who imports, and own errors as they are', () => {
  const gone = errorOf('ERR_MODULE_NOT_FOUND', "Cannot find module '/home/w.mjs'");
  expect(withoutImporter(gone, '/home/w.mjs', importer)).toEqual(
    new Error("Cannot find module '/home/w.mjs'"),
  );
  for (const own of [new Error("Cannot find package 'x' imported from /home/w.mjs"), 'text']) {
    expect(withoutImporter(own, '/home/w.mjs', importer)).toBe(own);
  }
});
