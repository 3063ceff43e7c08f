// The bundler gives the same in another process as in this one.
import { afterAll, expect, it } from 'vitest';
import { runBundler, runElsewhere } from '@engine/own-code/bundle/bundler';
import { OwnFolder } from '../../../helpers/own-code';

const own = new OwnFolder();
afterAll(() => own.remove());

it('bundles elsewhere as here', async () => {
  own.write('part.ts', 'export const part = (n: number): number => n + 1;');
  const path = own.write('a.mts', "import { part } from './part.ts';\nexport default part;");
  const here = await runBundler(path, own.path);
  expect(here.exports).toEqual(['default']);
  expect(await runElsewhere(path, own.path, true)).toEqual(here);
});

it('says the same of what does not parse', async () => {
  const path = own.write('b.mts', 'export default function(');
  const said = (bundled: Promise<unknown>): Promise<string> =>
    bundled.then(
      () => '',
      (error: Error) => error.message,
    );
  const [here, elsewhere] = await Promise.all([
    said(runBundler(path, own.path)),
    said(runElsewhere(path, own.path, true)),
  ]);
  expect(here).toContain('PARSE_ERROR');
  expect(elsewhere.split('\n').length).toBe(here.split('\n').length);
});
