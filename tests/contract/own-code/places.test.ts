// Files that a user's code imports find what lies beside them, whatever kind of module they are.
import { whyOf } from '../../helpers/failures';
import { afterAll, expect, it } from 'vitest';
import { runBundler, runElsewhere } from '@engine/own-code/bundle/bundler';
import { OwnFolder } from '../../helpers/own-code';
import { everyStrategy } from '../../helpers/every-strategy';
import { beginRun, experiment } from '../../helpers/run-experiment';

const own = new OwnFolder();
afterAll(() => own.remove());

const required = `const { readFileSync } = require('node:fs');
module.exports = { whole: () => readFileSync(require('node:path').join(__dirname, 'data.txt'), 'utf8') };`;
const imported = `import { readFileSync } from 'node:fs';
export const part = () => readFileSync(new URL('./data.txt', import.meta.url), 'utf8');`;
const work = `import assert from 'node:assert';
import { fileURLToPath } from 'node:url';
import required from './parts/required.cjs';
import { whole } from './plain/index.js';
import { part } from './parts/imported.mjs';
import { typed } from './parts/typed.mts';
assert(fileURLToPath(import.meta.url).endsWith('work.mts'));
export default () => [required.whole(), whole(), part(), typed()].join('');`;

it('reads what lies beside a file, in every strategy', async () => {
  own.write('parts/data.txt', 'p');
  own.write('plain/data.txt', 'q');
  own.write('parts/required.cjs', required);
  own.write('parts/imported.mjs', imported);
  own.write('parts/typed.mts', imported.replace('part = () =>', 'typed = (): string =>'));
  own.write('plain/package.json', '{ "name": "plain" }');
  own.write('plain/index.js', required);
  const workload = own.workload('work.mts', work);
  const { run, cells } = await beginRun(experiment({ workload, strategies: everyStrategy })).report;
  expect(whyOf(run)).toBeUndefined();
  const trials = cells.flatMap((cell) => cell.trials);
  expect(trials.map(({ status, evidence }) => whyOf(evidence) ?? status)).toEqual(
    cells.map(() => 'ok'),
  );
});

it('bundles the same in another Node.js', async () => {
  const path = own.write('work.mts', work);
  const here = await runBundler(path, own.path);
  expect(await runElsewhere(path, own.path, true)).toEqual(here);
  const inOwn = (paths: readonly string[]) =>
    paths.map((one) => one.slice(own.path.length + 1)).filter((one) => !one.includes('..'));
  expect(inOwn(here.modules)).toEqual(['parts/imported.mjs', 'parts/typed.mts', 'work.mts']);
  expect(inOwn(here.outside)).toEqual(['parts/required.cjs', 'plain/index.js']);
  expect(here.code).toContain(JSON.stringify(own.write('parts/required.cjs', required)));
});

it.each(['//server/share/a.mjs', '\\\\\\\\server\\\\share\\\\a.mjs', 'file://server/share/a.mjs'])(
  'never looks at %s, which is on another machine',
  async (source) => {
    const path = own.write('remote.mjs', `import '${source}';\nexport default () => 1;`);
    await expect(runBundler(path, own.path)).rejects.toThrow('another machine');
  },
);
