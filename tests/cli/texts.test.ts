import { saidOf } from '../helpers/in-words';
import { problemText } from '@present/words/engine/problems';
import { describe, expect, it } from 'vitest';
import { planRun } from '@engine/run/plan';
import { parseExperimentText } from '@shared/experiment/parse-experiment';
import { presets } from '@shared/experiment/presets';
import { exportFormats } from '@shared/report/export-formats';
import { commandNames } from '../../src/cli/arguments';
import { helpText } from '../../src/cli/help';
import { presetText } from '../../src/cli/init';
import { writeMachine } from '../../src/cli/machine';
import { describePlan } from '../../src/cli/plan-text';
import { makeMachine } from '../helpers/make/report';

const experimentOf = (id: string) => {
  const text = presetText(id);
  if (!text.ok) throw new Error(problemText(text.problem));
  const experiment = parseExperimentText(text.value);
  if (!experiment.ok) throw new Error(problemText(experiment.problem));
  return experiment.value;
};

describe('help', () => {
  it('names every command, and says more about each', () => {
    for (const name of commandNames) {
      expect(helpText(undefined)).toContain(`\n  ${name}`);
      expect(helpText(name)).toContain(`Usage: corelane ${name}`);
    }
    for (const { id } of presets) expect(helpText('init')).toContain(`\n  ${id} `);
  });

  it('names every format where files are written', () => {
    for (const about of ['run', 'recover'] as const) {
      expect(helpText(about)).toContain(exportFormats.join(','));
    }
  });

  it('fits a terminal of 100 columns', () => {
    for (const about of [undefined, ...commandNames]) {
      for (const line of helpText(about).split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    }
  });
});

describe('init', () => {
  it.each(presets.map(({ id }) => id))('prints the experiment %s as a file that runs', (id) => {
    expect(experimentOf(id).version).toBe(1);
    const text = presetText(id);
    expect(text.ok && text.value.endsWith('}\n')).toBe(true);
  });

  it('lists the presets where there is no such one', () => {
    const text = presetText('nope');
    expect(text).toMatchObject({ ok: false, problem: { code: 'unknown-preset' } });
    for (const { id } of presets) expect(saidOf(text)).toContain(id);
  });
});

describe('the plan', () => {
  const experiment = { ...experimentOf('default'), repeats: 2, emptyRepeats: 1, seed: 3 };
  const plan = planRun(experiment, 2);
  const lines = describePlan(experiment, plan, 2).split('\n');
  const row = (start: string): readonly string[] =>
    (lines.find((line) => line.trim().startsWith(start)) ?? '').trim().split(/ {2,}/);

  it('says seed, cores and limits', () => {
    expect(row('seed')).toEqual(['seed', '3']);
    expect(row('cores')).toEqual(['cores', '2']);
    expect(row('limits')).toEqual(['limits per trial', '60 s, 4,096 MB']);
  });

  it("gives every cell's topology", () => {
    expect(row('serial-1')).toEqual(['serial-1', '1', '1', '1', '1', 'host']);
    expect(row('hybrid-2x2')).toEqual(['hybrid-2x2', '4', '2', '2', '1', 'host']);
    for (const { id } of plan.cells) expect(row(id)[0]).toBe(id);
  });

  it('gives the whole order, round by round', () => {
    const order = [1, 2, 3].flatMap((round) => (row(`round ${round}`)[2] ?? '').split(' '));
    expect(order).toEqual(
      plan.order.map(({ cell, empty }) => (empty === true ? `${cell}:empty` : cell)),
    );
    expect(order.filter((name) => name.endsWith(':empty'))).toHaveLength(plan.cells.length);
    expect(row('rounds')).toEqual(['rounds', '1 warm-up, 2 measured, 1 of empty tasks']);
    expect(row('round 1')[1]).toBe('warm-up');
    expect(row('round 2')[1]).toBe('measured');
  });
});

describe('the plan of a run that may grow', () => {
  const lines = (id: string): readonly string[] => {
    const experiment = experimentOf(id);
    return describePlan(experiment, planRun(experiment, 2), 2)
      .split('\n')
      .map((line) => line.trim().replace(/ {2,}/g, ' | '));
  };

  it('says until when it repeats, and how many trials that may make', () => {
    expect(lines('default')).toContain(
      'repeat until | ±2 %, at most 10 measured trials per cell, within 90 s',
    );
    // 5 cells: 1 warm-up, 5 to 10 measured, 3 of empty tasks.
    expect(lines('default')).toContain('order: 45 trials at least, 70 at most');
    expect(lines('wait').join()).not.toContain('repeat until');
    expect(lines('wait')).toContain('order: 35 trials');
  });

  it('says where it searches for the break-even', () => {
    expect(lines('break-even')).toContain(
      'break-even | 2 8 32 128 512 2,048 tasks, a worker per core, within 240 s',
    );
  });
});

describe('the machine', () => {
  const lines = (over: Parameters<typeof makeMachine>[1]): readonly string[] =>
    writeMachine(makeMachine(4, over))
      .split('\n')
      .map((line) => line.trim().replace(/ {2,}/g, ' | '));

  it('says what a run would see', () => {
    const text = lines({ affinity: [0, 1, 2, 5, 7, 8], usableCores: 3, quotaCores: 3.5 });
    expect(text).toContain('usable cores | 3');
    expect(text).toContain('allowed cores | 0–2, 5, 7–8');
    expect(text).toContain('CPU quota, in cores | 3.50');
    expect(text).toContain('frequency | not readable | no such file');
  });

  it('says of what is not known that it is not', () => {
    const { cpuModel: _m, loadAverage: _l, tickNs: _t, ...known } = makeMachine(1);
    const text = writeMachine(known);
    for (const name of [
      'processor',
      'load average, 1 5 15 min',
      'core counter tick',
      'governor',
      'frequency',
    ]) {
      expect(text).toMatch(new RegExp(`\n  ${name} +not known\n`));
    }
    expect(text).toMatch(/\n {2}memory limit +none\n/);
    expect(text).not.toMatch(/undefined|NaN/);
  });
});
