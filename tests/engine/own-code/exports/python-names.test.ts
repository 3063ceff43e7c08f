// A Python file that can't have the function is refused before anything runs; where only a run shows it, it is not.
import { afterAll, expect, it } from 'vitest';
import { readWorkContent } from '@engine/own-code/content/content';
import type { Experiment } from '@shared/experiment/experiment';
import { parseExperiment } from '@shared/experiment/parse-experiment';
import { problemText } from '@present/words/engine/problems';
import { OwnFolder } from '../../../helpers/own-code';
import { experiment } from '../../../helpers/run-experiment';

const own = new OwnFolder();
afterAll(() => own.remove());

function asking(text: string, name: string): Experiment {
  const workload = own.workload('work.py', text, { export: name });
  const parsed = parseExperiment(experiment({ workload, strategies: [{ kind: 'python-serial' }] }));
  if (!parsed.ok) throw new Error(problemText(parsed.problem));
  return parsed.value;
}

const text = 'def work(p, i, c):\n    return i\nclass Shop:\n    pass\ndef _hidden():\n    pass\n';

it.each(['wrok', 'default', 'Shap.price'])('is refused: %s', async (name) => {
  const read = await readWorkContent(asking(text, name));
  expect(!read.ok && problemText(read.problem)).toMatch(
    `work.py exports no function ${name}; it exports work, Shop.`,
  );
});

it.each([
  ['a function', text],
  ['a method, which the text may inherit', text, 'Shop.price'],
  ['an import', `${text}from other import wrok\n`],
  ['all that another module has', `${text}from other import *\n`],
  ['a name made as it runs', `${text}globals()["wr" + "ok"] = work\n`],
  ['a file without functions', 'import other\n'],
  ['a name whose letters Python may change', text, 'ﬁnd'],
])('is not refused: %s', async (_, written, name = 'wrok') => {
  const read = await readWorkContent(asking(written, _ === 'a function' ? 'work' : name));
  expect(read.ok).toBe(true);
});
