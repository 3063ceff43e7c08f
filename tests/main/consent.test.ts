// The app runs own code only after a yes to this very file.
import { afterAll, expect, it } from 'vitest';
import type { Experiment } from '@shared/experiment';
import { parseExperiment } from '@shared/parse-experiment';
import { Consent } from '../../src/main/consent';
import { OwnFolder } from '../helpers/own-code';

const own = new OwnFolder();
afterAll(() => own.remove());

const running = (path: string): Experiment => doing({ kind: 'module', path });

function doing(workload: unknown): Experiment {
  const parsed = parseExperiment({
    ...{ version: 1, name: 'own', workload, strategies: [{ kind: 'serial' }] },
  });
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value;
}

function asked(answer: boolean) {
  const questions: string[] = [];
  const consent = new Consent((what) => {
    questions.push(what);
    return Promise.resolve(answer);
  });
  return { consent, questions };
}

it('asks once for a file, and again when it has changed', async () => {
  const { consent, questions } = asked(true);
  const path = own.write('a.mjs', 'export default () => 1;');
  expect((await consent.forPilot(running(path))).ok).toBe(false);
  expect((await consent.forRun(running(path))).ok).toBe(true);
  expect((await consent.forRun(running(path))).ok).toBe(true);
  expect((await consent.forPilot(running(path))).ok).toBe(true);
  expect(questions).toEqual([path]);
  own.write('a.mjs', 'export default () => 2;');
  expect((await consent.forPilot(running(path))).ok).toBe(false);
  expect((await consent.forRun(running(path))).ok).toBe(true);
  expect(questions).toEqual([path, path]);
});

it('refuses after a no, and asks again', async () => {
  const { consent, questions } = asked(false);
  const path = own.write('b.mjs', 'export default () => 1;');
  for (let time = 0; time < 2; time += 1) {
    expect(await consent.forRun(running(path))).toMatchObject({
      ok: false,
      problem: { code: 'not-allowed' },
    });
  }
  expect(questions).toHaveLength(2);
});

it('does not ask about what cannot be run', async () => {
  const { consent, questions } = asked(true);
  const gone = await consent.forRun(running(`${own.path}/gone.mjs`));
  const relative = await consent.forRun(running('gone.mjs'));
  expect([gone.ok, relative.ok]).toEqual([false, false]);
  expect(questions).toEqual([]);
});

it('asks about an interpreter that the experiment names, until it changes', async () => {
  const { consent, questions } = asked(true);
  const path = own.write('python.sh', '#!/bin/sh\n');
  const experiment = parseExperiment({
    ...{ version: 1, name: 'named', workload: { kind: 'powers' } },
    strategies: [{ kind: 'python-serial', interpreters: [path, `${own.path}/gone`, '3.12'] }],
  });
  if (!experiment.ok) throw new Error(experiment.problem.message);
  expect((await consent.forRun(experiment.value)).ok).toBe(true);
  expect((await consent.forRun(experiment.value)).ok).toBe(true);
  expect(questions).toEqual([path]);
  own.write('python.sh', '#!/bin/sh\nexit 1\n');
  expect((await consent.forRun(experiment.value)).ok).toBe(true);
  expect(questions).toEqual([path, path]);
});

it('asks again when a file that is imported has changed', async () => {
  const { consent, questions } = asked(true);
  own.write('inner.mjs', 'export const value = 1;');
  const path = own.write(
    'outer.mjs',
    "import { value } from './inner.mjs';\nexport default () => value;",
  );
  expect((await consent.forRun(running(path))).ok).toBe(true);
  expect((await consent.forRun(running(path))).ok).toBe(true);
  expect(questions).toEqual([path]);
  own.write('inner.mjs', 'export const value = 2;');
  expect((await consent.forRun(running(path))).ok).toBe(true);
  expect(questions).toEqual([path, path]);
});

it('asks again when a Python file, or a program that is a file, has changed', async () => {
  const { consent, questions } = asked(true);
  const python = own.write('work.py', 'def work(*_): return 1');
  const command = own.write('do.sh', 'echo 1');
  const both = [running(python), doing({ kind: 'command', command, args: ['-v'] })];
  const askBoth = async () => {
    for (const one of [...both, ...both]) expect((await consent.forRun(one)).ok).toBe(true);
  };
  await askBoth();
  expect(questions).toEqual([python, `${command} -v`]);
  own.write('work.py', 'def work(*_): return 2');
  own.write('do.sh', 'echo 2');
  await askBoth();
  expect(questions).toHaveLength(4);
});
