// Paths of own code and of interpreters are relative to the experiment's file.
import { describe, expect, it } from 'vitest';
import { namesPaths, refuseRelative, resolveOwnCode } from '@engine/own-code/resolve';
import type { Experiment } from '@shared/experiment/experiment';
import { parseExperimentText } from '@shared/experiment/parse-experiment';
import { problemText } from '@present/words/engine/problems';

const folder = process.cwd();

function withInterpreters(interpreters: 'all' | readonly string[] | undefined): Experiment {
  const strategies = [{ kind: 'serial' }, { kind: 'python-threads', workers: 2, interpreters }];
  const workload = { kind: 'empty' };
  const text = JSON.stringify({ version: 1, name: 'a', workload, tasks: 2, strategies });
  const parsed = parseExperimentText(text);
  if (!parsed.ok) throw new Error(problemText(parsed.problem));
  return parsed.value;
}

const interpretersOf = ({ strategies }: Experiment): unknown =>
  strategies.flatMap((one) => ('interpreters' in one ? [one.interpreters] : []));

describe('an interpreter named by a path', () => {
  it('is relative to the file, and names and whole paths stay', () => {
    const named = ['./.venv/bin/python3', 'env/bin/python', '../python3', '/usr/bin/python3'];
    const others = ['3.12', 'default', '3.13t', String.raw`C:\Python\python.exe`];
    const resolved = resolveOwnCode(withInterpreters([...named, ...others]), `${folder}/sub`);
    expect(interpretersOf(resolved)).toEqual([
      [
        `${folder}/sub/.venv/bin/python3`,
        `${folder}/sub/env/bin/python`,
        `${folder}/python3`,
        '/usr/bin/python3',
        ...others,
      ],
    ]);
    for (const all of ['all', undefined] as const) {
      const experiment = withInterpreters(all);
      expect(resolveOwnCode(experiment, folder)).toEqual(experiment);
    }
  });

  it('is refused where its file is not known', () => {
    const relative = withInterpreters(['3.12', './.venv/bin/python3']);
    expect(namesPaths(relative)).toBe(true);
    const refused = refuseRelative(relative);
    expect(refused).toMatchObject({
      ok: false,
      problem: { code: 'relative-path', path: 'strategies[1].interpreters' },
    });
    expect(refused.ok ? '' : problemText(refused.problem)).toContain(
      "./.venv/bin/python3 is relative to the experiment's file. Open the experiment from its file, or give the absolute path.",
    );
    const whole = resolveOwnCode(relative, folder);
    expect(refuseRelative(whole).ok).toBe(true);
    expect(namesPaths(whole)).toBe(false);
  });
});
