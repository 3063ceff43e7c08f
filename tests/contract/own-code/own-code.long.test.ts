// A user's own code on real processes, further cases: kinds of modules, of mistakes, and the oldest Python.
import { describe, expect, it } from 'vitest';
import { hasPython, interpreters, oldestAndNewest } from '../../helpers/interpreters';
import { everyStrategy } from '../../helpers/every-strategy';
import {
  cellsOfOne,
  expectAllWell,
  expectOwnState,
  expectRuns,
  expectTold,
  outcomes,
  own,
  pythonStrategies,
  run,
  runEach,
  work,
} from './own-code-runs';

describe('a function in a file', () => {
  it.each([
    ['named.js', 'exports.twice = (params, index) => index * params.by;', 'twice'],
    ['whole.cjs', 'module.exports = async (params, index) => `${index} ${params.by}`;', 'default'],
  ])('runs from %s', async (name, text, name_) => {
    const workload = own.workload(name, text, { export: name_, params: { by: 2 } });
    expectAllWell(await run({ workload, strategies: everyStrategy.slice(0, 3) }), 3);
  });
});

describe('code that misbehaves', () => {
  it('rejects with a text, or throws as it is loaded or made ready', async () => {
    const text = `export default () => Promise.reject('only text');`;
    for (const { message } of outcomes(await runEach(text, 'rejects.mjs'))) {
      expect(message).toMatch(/threw in task \d: only text/);
    }
    const load = `export default () => 1;\nthrow new Error('no table');\n`;
    for (const { message } of outcomes(await runEach(load, 'load.mts'))) {
      expect(message).toMatch(/threw while its file was loaded: no table \(load\.mts:2\)/);
    }
    const setup = `export default () => 1;\nexport const setup = () => {\n  throw new Error('no state');\n};`;
    for (const { message } of outcomes(await runEach(setup, 'setup.mts'))) {
      expect(message).toMatch(/threw in setup: no state \(setup\.mts:3\)/);
    }
  });

  it('waits for what never comes', async () => {
    const report = await runEach('export default () => new Promise(() => {});', 'waits.mjs', {
      timeoutSeconds: 0.7,
    });
    for (const { status } of outcomes(report)) expect(status).toBe('timeout');
  });

  it('throws what is no error', async () => {
    const report = await runEach('export default () => { throw null; };', 'null.mjs');
    for (const { message } of outcomes(report)) {
      expect(message).toMatch(/threw in task \d: it threw null( \(.*\))?\..*null\.mjs/);
    }
  });
});

describe.runIf(hasPython)('a function in a Python file', { timeout: 60_000 }, () => {
  const older = oldestAndNewest()
    .slice(0, -1)
    .map((one) => [one.id, one] as const);

  it.each(older)('runs in every Python strategy: %s', expectRuns);

  it.each(older)('has a state of its own on each thread: %s', expectOwnState);

  it('may print', async () => {
    const report = await run(
      { workload: work('loud'), strategies: pythonStrategies(['default']) },
      interpreters,
    );
    expectAllWell(report, cellsOfOne);
  });

  it.each([
    ['another', 'mismatch', /the work is not equal/],
    ['held', 'failed', /returned an object at \['parts'\]\[1\]\['deep'\], which has no checksum/],
    ['hang', 'timeout', /./],
  ])('tells what is wrong: %s', expectTold);
});
