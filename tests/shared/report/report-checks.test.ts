// A report whose parts do not belong together is refused with the place, at once.
import { problemText } from '@present/words/engine/problems';
import { describe, expect, it } from 'vitest';
import { parseReport } from '@shared/report/report-file';
import { makeReport } from '../../helpers/make/report';

const sound = JSON.stringify(makeReport());

type Change = readonly [path: string, value: unknown];

/** The report with some of its values replaced, told by their path as complaints write it. */
function changed(...changes: readonly Change[]): ReturnType<typeof parseReport> {
  const report = JSON.parse(sound) as unknown;
  for (const [path, value] of changes) {
    const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
    const last = keys.pop() ?? '';
    let at = report as Record<string, unknown>;
    for (const key of keys) at = at[key] as Record<string, unknown>;
    at[last] = value;
  }
  return parseReport(JSON.stringify(report));
}

const threads = 3; // threads-2, of two workers

describe('a report', () => {
  it.each<[told: string, ...changes: Change[]]>([
    ['cells[1].id', ['cells[1].id', 'serial-1']],
    ['cells[0].workers', ['cells[0].workers', 2]],
    ['cells[0].topology.processes', ['cells[0].topology.processes', 65_536]],
    ['cells[0].topology', ['cells[0].topology', { processes: 300, threads: 300, concurrency: 1 }]],
    ['cells[0].trials[1].trial', ['cells[0].trials[1].trial', 0], ['cells[0].trials[0].trial', 0]],
    ['cells[0].trials[0].endNs', ['cells[0].trials[0].endNs', 1]],
    ['cells[0].trials[0].endNs', ['cells[0].trials[0].endNs', 1e308]],
    ['cells[0].trials[0].phases.runNs', ['cells[0].trials[0].phases.runNs', -1]],
    ['cells[0].trials[0].workers[0].worker', ['cells[0].trials[0].workers[0].worker', 65_536]],
    ['cells[0].trials[0].workers', ['cells[0].trials[0].workers', { length: 1e9 }]],
    ['cells[0].trials', ['cells[0].trials', 'none']],
    ['cells[0].trials', ['cells[0].trials', { length: 2 ** 31 }]],
    ['cells[0].trials[0].spans.worker[0]', ['cells[0].trials[0].spans.worker[0]', -1]],
    ['cells[0].trials[0].spans.worker[0]', ['cells[0].trials[0].spans.worker[0]', 0.5]],
    ['cells[0].trials[0].spans.worker[0]', ['cells[0].trials[0].spans.worker[0]', 2 ** 31 - 1]],
    ['cells[0].trials[0].spans.worker[0]', ['cells[0].trials[0].spans.worker[0]', 1e12]],
    ['cells[0].trials[0].spans.worker[0]', ['cells[0].trials[0].spans.worker[0]', 1]],
    ['cells[0].trials[0].spans.worker[0]', ['cells[0].trials[0].spans.worker[0]', null]],
    ['cells[0].trials[0].spans.task[0]', ['cells[0].trials[0].spans.task[0]', 6]],
    ['cells[0].trials[0].spans.endNs[0]', ['cells[0].trials[0].spans.endNs[0]', 0]],
    ['cells[0].trials[0].spans.startNs[0]', ['cells[0].trials[0].spans.startNs[0]', 1e300]],
    [
      `cells[${threads}].trials[0].spans.worker[1]`,
      [`cells[${threads}].trials[0].workers[1].worker`, 0],
      [`cells[${threads}].trials[0].workers`, [{ worker: 0, host: 0, thread: 0, pid: 1 }]],
    ],
    ['cells[0].cold.low', ['cells[0].cold.low', -1]],
    ['cells[0].cold', ['cells[0].cold.min', 2 ** 52]],
    ['cells[0].outliers[0]', ['cells[0].outliers', [4711]]],
    ['cells[1].againstSerial.cell', ['cells[1].againstSerial.cell', 'gone\u202e']],
    ['verdict.cell', ['verdict.cell', 'gone']],
    ['verdict.ratio.low', ['verdict.ratio.low', 9], ['verdict.ratio.high', 8]],
    ['warnings[0].trials[1]', ['warnings', [warning({ trials: [1, 99_999] })]]],
    ['warnings[0].cells[0]', ['warnings', [warning({ cells: ['gone'] })]]],
    ['samples.workers.worker[0]', ['samples.workers.worker[0]', 256]],
    ['samples.workers.trial', ['samples.workers.trial', 'all']],
    ['samples.workers.trial[0]', ['samples.workers.trial[0]', -2]],
    ['samples.workers.trial[0]', ['samples.workers.trial[0]', 1e15]],
    ['samples.cores.busy[0][0]', ['samples.cores.busy[0][0]', 1.5]],
    ['samples.coreIds', ['samples.coreIds', [0, 0]]],
    ['environment.frequencyMhz', ['environment.frequencyMhz', null]],
    ['environment.usableCores', ['environment.usableCores', -1]],
    ['createdAt', ['createdAt', 'yesterday']],
    ['run.durationNs', ['run.durationNs', 1e308]],
  ])('with a damaged %s is refused there', (told, ...changes) => {
    const parsed = changed(...changes);
    expect(parsed).toMatchObject({ ok: false, problem: { code: 'bad-report', path: told } });
    if (!parsed.ok)
      expect(problemText(parsed.problem)).toMatch(/^The report is damaged: [^\u202e]+\.$/);
  });

  it('is refused in a moment where a list of things is as long as a column', () => {
    const start = performance.now();
    const many = Array.from({ length: 1_000_000 }, () => 0);
    expect(changed(['run.notes', many])).toMatchObject({ problem: { path: 'run.notes' } });
    expect(changed(['samples.loop.atNs', many])).toMatchObject({ problem: { code: 'bad-report' } });
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('is taken as it was', () => {
    expect(changed()).toEqual({ ok: true, value: JSON.parse(sound) as unknown });
  });
});

function warning(over: object): object {
  return { kind: 'load', text: 't', advice: 'a', cells: [], trials: [], ...over };
}
