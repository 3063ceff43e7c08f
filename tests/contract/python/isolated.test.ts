// Built-in work runs nothing in Python but Corelane's own code and the standard library, whatever the
// environment says; a user's own code runs as it does without Corelane.
import { whyOf } from '../../helpers/failures';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hasPython, oldestAndNewest } from '../../helpers/interpreters';
import { OwnFolder } from '../../helpers/own-code';
import { beginRun, experiment } from '../../helpers/run-experiment';

const own = new OwnFolder();
afterAll(() => own.remove());

const mark = join(own.path, 'was-run');
const hook = `open(${JSON.stringify(mark)}, 'a').write(__name__ + '\\n')\n`;
for (const name of ['sitecustomize', 'usercustomize', 'startup', 'json', 'corelane']) {
  own.write(`hooks/${name}.py`, hook);
}

beforeEach(() => {
  const hooks = join(own.path, 'hooks');
  vi.stubEnv('PYTHONPATH', hooks);
  vi.stubEnv('PYTHONSTARTUP', join(hooks, 'startup.py'));
  vi.stubEnv('PYTHONHOME', hooks);
  vi.stubEnv('PYTHONINSPECT', '1');
  vi.stubEnv('PYTHONWARNINGS', 'error');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(mark, { force: true });
});

describe.runIf(hasPython)('Python', () => {
  it('runs built-in work isolated, in every strategy', async () => {
    const named = oldestAndNewest().map(({ path }) => path);
    const { run, cells } = await beginRun(
      experiment({
        ...{ workload: { kind: 'wait', params: { ms: 1 } }, tasks: 2, sampling: { hz: 0 } },
        strategies: [
          { kind: 'python-serial', interpreters: named },
          { kind: 'python-threads', workers: 2, interpreters: named },
          {
            kind: 'python-processes',
            workers: 2,
            startMethod: ['fork', 'spawn', 'forkserver'],
            interpreters: named,
          },
          { kind: 'python-pool', workers: 2, startMethod: 'spawn', interpreters: named },
          { kind: 'python-interpreters', workers: 2, interpreters: named },
        ],
      }),
      undefined,
      oldestAndNewest(),
    ).report;
    expect(whyOf(run)).toBeUndefined();
    const trials = cells.flatMap((cell) => cell.trials);
    expect(trials.map(({ status, evidence }) => whyOf(evidence) ?? status)).toEqual(
      trials.map(() => 'ok'),
    );
    expect(trials.length).toBeGreaterThan(6);
    expect(existsSync(mark)).toBe(false);
  });

  it('runs own code with what its environment says', async () => {
    vi.stubEnv('PYTHONHOME', undefined);
    vi.stubEnv('PYTHONINSPECT', undefined);
    vi.stubEnv('PYTHONWARNINGS', undefined);
    for (const name of ['json', 'corelane']) rmSync(join(own.path, `hooks/${name}.py`));
    own.write('hooks/beside.py', 'value = 7\n');
    const workload = own.workload(
      'w/work.py',
      'import beside\ndef work(params, index, context):\n    return beside.value\n',
      { export: 'work' },
    );
    const { run, cells } = await beginRun(
      experiment({ workload, tasks: 1, strategies: [{ kind: 'python-serial' }] }),
      undefined,
      oldestAndNewest().slice(-1),
    ).report;
    expect(whyOf(run)).toBeUndefined();
    expect(cells[0]?.trials.map(({ status }) => status)).toEqual(['ok']);
    expect(existsSync(mark)).toBe(true);
  });
});
