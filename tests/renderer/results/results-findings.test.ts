// @vitest-environment happy-dom
// The findings in Results: clauses that lead to their evidence, warnings, fits, phases, overhead.
import { sayWarnings } from '@present/words/warnings';
import { textCode } from '@shared/report/facts';
import { resetApi } from '../helpers/fake-api';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '@shared/report/report';
import ResultsPlace from '@renderer/results/ResultsPlace.vue';
import { useReportStore } from '@renderer/stores/report';
import { makeReport } from '../../helpers/make/report';
import { clauses, makeFoundReport, warnings } from '../helpers/findings';

// Canvases draw nothing here; their data have tests of their own.
const stubs = { ChartCanvas: true, TimelineTab: true, BreakEvenTab: true };

function show(report: Report): VueWrapper {
  useReportStore().report = report;
  return mount(ResultsPlace, { global: { stubs }, attachTo: document.body });
}

const selected = (place: VueWrapper) => place.get('[role=tab][aria-selected=true]').text();

const breakEven: NonNullable<Report['breakEven']> = {
  parameter: 'iterations',
  cells: { serial: 'serial-1', threads: 'threads-2', processes: 'processes-2' },
  points: [],
  columns: [],
  status: 'done',
  durationNs: 1,
  trials: 1,
  gridTrials: 1,
};

beforeEach(() => {
  document.body.innerHTML = '';
  setActivePinia(createPinia());
  resetApi();
  // Not in happy-dom.
  HTMLElement.prototype.animate = () => ({}) as Animation;
});

describe('clauses of the verdict', () => {
  const withEvidence = clauses.flatMap(({ text, evidence }) =>
    evidence === undefined ? [] : [{ text, ...evidence }],
  );

  it('are links that say their evidence, with their letters below', () => {
    const place = show(makeFoundReport());
    const links = place.findAll('.verdict a');
    expect(links.map((link) => link.text())).toEqual(
      withEvidence.map(
        ({ text, detail }, index) =>
          `${text.replace(/(\d×?) (?=\p{L})/gu, '$1\u00a0')}, evidence ${'abcdefgh'.charAt(index)}: ${detail}`,
      ),
    );
    expect(links.every((link) => link.attributes('href') !== undefined)).toBe(true);
    const letters = place.findAll('.letters li').map((item) => item.text());
    expect(letters[0]).toBe('a interval 1.8× to 2.0×');
    expect(letters).toHaveLength(withEvidence.length);
    expect(place.findAll('.verdict strong').map((strong) => strong.text())).toEqual([
      'Use 2\u00a0threads:',
    ]);
  });

  it.each([
    ['row', 'evidence-row-threads-2'],
    ['memory', 'evidence-memory-threads-2'],
    ['phases', 'evidence-phases-threads-2'],
    ['overhead', 'evidence-overhead-threads-2'],
    ['scaling', 'evidence-scaling'],
    ['warnings', 'evidence-warnings'],
  ])('lead to the %s', async (where, id) => {
    const place = show(makeFoundReport());
    const link = withEvidence.findIndex((clause) => clause.place === where);
    await place.findAll('.verdict a')[link]!.trigger('click');
    await flushPromises();
    expect(document.activeElement?.id).toBe(id);
    const atSide = where === 'scaling' || where === 'warnings';
    expect(place.get('.side').classes('open')).toBe(atSide);
  });

  it("lead to the lane of the cell's median trial", async () => {
    const report = makeFoundReport();
    const place = show(report);
    const link = withEvidence.findIndex((clause) => clause.place === 'lane');
    await place.findAll('.verdict a')[link]!.trigger('click');
    expect(selected(place)).toBe('Timeline');
    const shown = place.findComponent({ name: 'TimelineTab' }).props('trial') as number;
    const cell = report.cells.find(({ id }) => id === 'threads-2')!;
    expect(cell.trials.find(({ trial }) => trial === shown)!.coldNs).toBe(cell.medianColdNs);
  });

  it('lead to the break-even map where there is one', async () => {
    const place = show({ ...makeFoundReport(), breakEven });
    await place.findAll('.verdict a').at(-1)!.trigger('click');
    expect(selected(place)).toBe('Break-even');
    useReportStore().report = makeReport();
    await flushPromises();
    expect(selected(place)).toBe('Verdict');
    expect(place.text()).not.toContain('Break-even');
  });

  it('lead to the whole where the cell is not shown', async () => {
    const report = makeFoundReport();
    const { verdict } = report;
    const evidence = { place: 'phases' as const, cell: 'gone', detail: 'x' };
    const place = show({
      ...report,
      verdict: {
        ...verdict,
        facts: [{ kind: 'text', clauses: [{ text: 'It is so', evidence }] }],
      },
    });
    await place.get('.verdict a').trigger('click');
    await flushPromises();
    expect(document.activeElement?.id).toBe('evidence-phases');
  });
});

describe('many cells', () => {
  const report = makeFoundReport({
    cores: 8,
    experiment: {
      strategies: [{ kind: 'serial' }, { kind: 'threads', workers: [1, 2, 3, 4, 5, 6, 7, 8] }],
    },
  });

  it('are the best count of each, until the user wants all', async () => {
    const place = show(report);
    expect(place.findAll('.cells tbody tr')).toHaveLength(2);
    expect(place.get('.cells thead').text()).toContain('best count of each');
    expect(place.findAll('.track')).toHaveLength(2);
    await place.get('input[value=every]').setValue(true);
    expect(place.findAll('.cells tbody tr')).toHaveLength(9);
    expect(place.get('.cells thead').text()).toContain('9 cells');
  });

  it('are all shown to come to one that is not among them', async () => {
    const place = show({ ...report, warnings: [{ ...warnings[2]!, cells: ['threads-1'] }] });
    expect(place.find('#evidence-row-threads-1').exists()).toBe(false);
    await place.get('.warnings button').trigger('click');
    await flushPromises();
    expect(document.activeElement?.id).toBe('evidence-row-threads-1');
  });
});

describe('warnings', () => {
  it('say what was seen and what to do about it', () => {
    const panel = show(makeFoundReport()).get('.warnings');
    expect(panel.get('h2').text()).toBe(`Warnings ${warnings.length}`);
    const items = panel.findAll('li');
    expect(items).toHaveLength(warnings.length);
    expect(items[0]!.get('b').text()).toBe('Background load.');
    for (const [index, { text, advice }] of sayWarnings(makeFoundReport()).entries()) {
      expect(items[index]!.text()).toContain(text);
      expect(items[index]!.text()).toContain(advice);
    }
  });

  it('lead to the trial they are about', async () => {
    const place = show(makeFoundReport());
    const link = place.findAll('.warnings button').find((one) => one.text() === 'Look at trial 8')!;
    await link.trigger('click');
    expect(selected(place)).toBe('Timeline');
    expect(place.findComponent({ name: 'TimelineTab' }).props('trial')).toBe(7);
  });

  it('lead to the rows of their cells where they name no trial', async () => {
    const place = show(makeFoundReport());
    const items = place.findAll('.warnings li');
    expect(items[1]!.findAll('button').map((one) => one.text())).toEqual(['Look at trial 8']);
    const links = items[2]!.findAll('button');
    expect(links.map((one) => one.text())).toEqual(['Look at async 2', 'Look at hybrid 2×2']);
    await links[1]!.trigger('click');
    await flushPromises();
    expect(document.activeElement?.id).toBe('evidence-row-hybrid-2x2');
  });

  it('never lead to a trial that the report does not hold', () => {
    const report = makeFoundReport();
    const warning = { ...warnings[1]!, trials: [9999] };
    const links = show({ ...report, warnings: [warning] }).findAll('.warnings button');
    expect(links.map((one) => one.text())).toEqual(['Look at threads 2']);
  });

  it('are absent where there are none; notes of the run stand for themselves', () => {
    const report = makeFoundReport();
    const place = show({
      ...report,
      warnings: [],
      run: { ...report.run, notes: [textCode('A note.')] },
    });
    expect(place.find('.warnings').exists()).toBe(false);
    expect(place.get('.notes').text()).toContain('A note.');
  });
});

describe('speed-ups', () => {
  it('say what the fits say, or why there is none', () => {
    const lines = show(makeFoundReport())
      .findAll('.scaling li')
      .map((line) => line.text());
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('Serial part 0.050 (0.040 to 0.060) (Amdahl).');
    expect(lines[0]).toContain('Predicted best count 10 (8 to 12).');
    expect(lines[1]).toContain('No fit: one worker count.');
  });

  it('switch between cold and warm together with the table', async () => {
    const place = show(makeFoundReport());
    expect(place.get('.scaling').text()).toContain('times as fast as serial, cold; band: USL fit');
    await place.get('.scaling input[value=warm]').setValue(true);
    expect(place.get('.scaling').text()).toContain('times as fast as serial, warm');
    expect(place.get('.cells thead').text()).toContain('warm');
  });
});

describe('phases', () => {
  it('have a legend of what occurs, and mark the warm part', () => {
    const phases = show(makeReport()).get('.phases');
    const legend = phases.findAll('.legend li').map((item) => item.text());
    expect(legend).toEqual([
      'spawn',
      'ready',
      'dispatch',
      'compute',
      'idle',
      'collect',
      'join',
      'warm',
    ]);
    expect(phases.findAll('.track .bracket')).toHaveLength(phases.findAll('.track').length);
    expect(phases.get('.figures').text()).toMatch(/warm .* not computing$/);
  });

  it('say run where an old report tells no more', () => {
    const report = makeReport();
    const cells = report.cells.map((cell) => ({
      ...cell,
      trials: cell.trials.map(({ split: _, ...trial }) => trial),
    }));
    const phases = show({ ...report, cells }).get('.phases');
    expect(phases.text()).toContain('run');
    expect(phases.text()).not.toContain('compute');
    expect(phases.text()).toContain('not running tasks');
  });
});

describe('overhead', () => {
  it('is told of every cell with empty trials, with its share, and not subtracted', () => {
    const report = makeReport();
    const block = show(report).get('.overhead');
    expect(block.text()).toContain('6 empty tasks by the same path');
    expect(block.text()).toContain('nothing is subtracted');
    expect(block.findAll('tbody tr')).toHaveLength(report.cells.length);
    const row = block.get('#evidence-overhead-processes-2').findAll('td');
    expect(row[4]!.text()).toBe('3');
    expect(row[5]!.text()).toMatch(/^\d+ %$/);
  });

  it('is absent where none were run', () => {
    const report = makeReport({ experiment: { emptyRepeats: 0 } });
    expect(show(report).find('.overhead').exists()).toBe(false);
  });
});

describe('all trials', () => {
  it('mark outliers, and keep those of empty tasks apart', async () => {
    const place = show(makeFoundReport());
    await place.findAll('[role=tab]')[1]!.trigger('click');
    const [work, empty] = place.findAll('.trials');
    expect(work!.findAll('.outlier')).toHaveLength(1);
    expect(empty!.find('.outlier').exists()).toBe(false);
    expect(place.text()).toContain('Trials of empty tasks');
  });
});
