// @vitest-environment happy-dom
import { answers, inputsOf, resetApi } from '../helpers/fake-api';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { formatRatio } from '@present/locale/format';
import type { Report } from '@shared/report/report';
import ResultsPlace from '@renderer/results/ResultsPlace.vue';
import { usePlaceStore } from '@renderer/stores/place';
import { useReportStore } from '@renderer/stores/report';
import { makeReport } from '../../helpers/make/report';
import { makeFoundReport } from '../helpers/findings';
import { verdictText } from '@present/words/verdict';

// Canvases draw nothing here; their data have tests of their own.
const stubs = { ChartCanvas: true, TimelineTab: true };

function show(report?: Report): VueWrapper {
  if (report !== undefined) useReportStore().report = report;
  return mount(ResultsPlace, { global: { stubs }, attachTo: document.body });
}

const cells = (row: { findAll: VueWrapper['findAll'] }) =>
  row.findAll('th, td').map((cell) => cell.text().replace(/\s+/g, ' '));

beforeEach(() => {
  document.body.innerHTML = '';
  setActivePinia(createPinia());
  resetApi();
});

describe('without a report', () => {
  it('says what to do, and does it', async () => {
    const place = show();
    expect(place.text()).toContain('No runs yet');
    answers['report:open'] = () => makeReport();
    await place.findAll('button')[1]!.trigger('click');
    await flushPromises();
    expect(place.text()).toContain('Use 2');
    usePlaceStore().go('results');
  });

  it('goes to Lab', async () => {
    usePlaceStore().go('results');
    const place = show();
    await place.get('button').trigger('click');
    expect(usePlaceStore().current).toBe('lab');
  });
});

describe('verdict', () => {
  it('is the largest thing, with every word of it', () => {
    const report = makeReport();
    const verdict = show(report).get('.verdict');
    for (const mark of verdict.findAll('sup, .visually-hidden, .letters')) mark.element.remove();
    expect(verdict.text().replace(/\s/g, '')).toBe(verdictText(report).replace(/\s/g, ''));
  });
});

describe('table', () => {
  it('has a row a cell with figures as the report holds them', () => {
    const report = makeReport();
    const rows = show(report).findAll('.cells tbody tr');
    expect(rows).toHaveLength(report.cells.length);
    const threads = report.cells.find(({ id }) => id === 'threads-2')!;
    const row = rows.map(cells).find(([name]) => name === 'threads 2')!;
    expect(row[4]).toBe(formatRatio(threads.speedupCold!));
    expect(row[7]).toContain(threads.coresBusy!.toFixed(1));
    expect(row[8]).toBe(String(Math.round(threads.medianPeakPssBytes! / 1e6)));
  });

  it('puts the fastest first, and marks the one that the verdict names', () => {
    const report = makeReport();
    const place = show(report);
    const medians = place.findAll('.cells tbody tr').map((row) => Number(cells(row)[2]));
    expect(medians).toEqual([...medians].sort((a, b) => a - b));
    const marked = place.findAll('.cells tr.chosen');
    expect(marked).toHaveLength(1);
    expect(cells(marked[0]!)[0]!.replace(' ', '-')).toBe(report.verdict.cell);
  });

  it('switches between cold and warm, and names which', async () => {
    const report = makeReport({ taskNs: 3000, experiment: { tasks: 2 } });
    const place = show(report);
    expect(cells(place.get('.cells tbody tr'))[0]).toBe('serial 1');
    expect(place.text()).toContain('cold: from the decision');
    await place.get('input[value=warm]').setValue(true);
    expect(cells(place.get('.cells tbody tr'))[0]).not.toBe('serial 1');
    expect(place.text()).toContain('warm: from go');
  });

  it('says not known, and never a figure, where a cell has none', () => {
    const report = makeReport({ experiment: { repeats: 1 }, failing: 'processes-2' });
    const row = show(report)
      .findAll('.cells tbody tr')
      .map(cells)
      .find(([name]) => name === 'processes 2')!;
    expect(row.slice(2)).toEqual(['no data: 1 of 1 trial failed']);
  });

  it('has no units and no empty chart where nothing was measured', () => {
    const report = makeReport();
    const cells = report.cells.map(({ id, strategy, workers, topology, placement }) => ({
      ...{ id, strategy, workers, topology, placement },
      outliers: [],
      trials: [],
      emptyTrials: [],
    }));
    const place = show({ ...report, cells });
    expect(place.findAll('.cells thead th').map((head) => head.text())).toContain('median\ncold');
    expect(
      place.findAll('.cells tbody tr').every((row) => row.text().endsWith('not measured')),
    ).toBe(true);
    expect(place.text()).not.toContain('Median cold time');
  });

  it('calls a trial that was stopped stopped, not failed', () => {
    const report = makeReport({ failing: 'processes-2' });
    const cells = report.cells.map((cell) => ({
      ...cell,
      trials: cell.trials.map((trial) =>
        trial.status === 'ok' ? trial : { ...trial, status: 'stopped' as const },
      ),
    }));
    const side = show({ ...report, cells, warnings: [] })
      .get('.side')
      .text();
    expect(side).toContain('Stopped trials');
    expect(side).not.toContain('Failed trials');
  });

  it('opens a row on its statistics and what limits it', async () => {
    const place = show(makeFoundReport());
    const name = place.get('#evidence-row-threads-2 .name');
    expect(name.attributes('aria-expanded')).toBe('false');
    await name.trigger('click');
    expect(name.attributes('aria-expanded')).toBe('true');
    const details = place.get('.details').text();
    expect(details).toContain('62 % of the cold time goes to starting workers.');
    expect(details).toContain('MAD');
    expect(details).toContain('faster: 0.52× the time (0.50× to 0.55×), p 0.10');
    await name.trigger('click');
    expect(place.find('.details').exists()).toBe(false);
  });

  it('names class and limit beside the figures', () => {
    const row = show(makeFoundReport()).get('#evidence-row-threads-2');
    expect(cells(row)[5]).toContain('limited by start-up, 62 %');
    expect(cells(row)[7]).toMatch(/^[\d.]+ ?ok$/);
  });

  it('rings outliers among the dots by cold time, and says so', async () => {
    const report = makeFoundReport();
    const outlier = report.cells.find(({ id }) => id === 'threads-2')!.outliers[0]!;
    const place = show(report);
    expect(place.findAll('.ring')).toHaveLength(1);
    const dot = place.findAll('.dot').find((one) => one.find('.ring').exists())!;
    expect(dot.get('title').text()).toMatch(new RegExp(`^trial ${outlier + 1}: .*, an outlier$`));
    await place.get('input[value=warm]').setValue(true);
    expect(place.find('.ring').exists()).toBe(false);
  });

  it('shows private and shared memory in words as well', () => {
    const bar = show(makeReport()).get('.memory');
    expect(bar.attributes('aria-label')).toMatch(/^private \d+ MB, shared \d+ MB$/);
  });
});

describe('charts', () => {
  it('have the same figures as a table, by key or button', async () => {
    const place = show(makeReport());
    const frame = place.get('.chart-frame');
    expect(frame.find('table').exists()).toBe(false);
    await frame.trigger('keydown', { key: 't' });
    const rows = frame.findAll('tbody tr');
    expect(rows).toHaveLength(6);
    expect(cells(rows[0]!)[3]!.split(' ')).toHaveLength(3);
    await frame.get('[aria-pressed]').trigger('click');
    expect(frame.find('table').exists()).toBe(false);
  });

  it('say what is missing where there is no serial to compare with', () => {
    const report = makeReport({ experiment: { strategies: [{ kind: 'threads', workers: 2 }] } });
    expect(show(report).get('.side').text()).toContain('needs serial');
  });

  it('tell the phases of each cell', () => {
    const track = show(makeReport()).get('.phases .track');
    expect(track.attributes('aria-label')).toMatch(
      /^spawn .*, ready .*, dispatch .*, compute .*, idle .*, collect .*, join .*, cold .*, warm /,
    );
  });
});

describe('trials that failed', () => {
  const report = makeReport({ failing: 'processes-2' });

  it('show their evidence', () => {
    const side = show(report).get('.side .failed');
    expect(side.text()).toContain('processes 2, trial');
    expect(side.text()).toContain('killed');
    expect(side.text()).toContain('Worker 1 was killed by SIGKILL after 3 of 6 tasks.');
    expect(side.text()).toContain('signal SIGKILL');
    expect(side.text()).toContain('last line of the process');
  });

  it('are among all trials, in the order of the run', async () => {
    const place = show(report);
    await place.findAll('[role=tab]')[1]!.trigger('click');
    const [work, empty] = place.findAll('.trials');
    const rows = work!.findAll('tbody tr').map(cells);
    expect(rows).toHaveLength(24);
    expect(empty!.findAll('tbody tr')).toHaveLength(18);
    expect(rows.map(([order]) => Number(order))).toEqual(rows.map((_, index) => index + 1));
    const failed = rows.filter((row) => row[3] === 'killed');
    expect(failed).toHaveLength(1);
    expect(failed[0]![4]).toBe('not known');
    expect(rows.filter((row) => row[3] === 'ok, warm-up')).toHaveLength(6);
  });
});

describe('environment', () => {
  it('says where it was measured and what measuring cost', async () => {
    const place = show(makeReport());
    await place.findAll('[role=tab]')[3]!.trigger('click');
    expect(place.text()).toContain('Example CPU at 2.60 GHz');
    expect(place.text()).toContain('420, 1 missed');
    expect(place.text()).toContain('"name": "Heavy powers"');
  });
});

describe('export', () => {
  it('offers each format, and asks main for it', async () => {
    const place = show(makeReport());
    const trigger = place.get('[aria-haspopup=menu]');
    await trigger.trigger('click');
    expect(trigger.attributes('aria-expanded')).toBe('true');
    const items = place.findAll('[role=menuitem]');
    expect(items.map((item) => item.get('span').text())).toEqual([
      'JSON',
      'CSV',
      'CSV for spreadsheets',
      'HTML',
      'Trace',
    ]);
    await items[3]!.trigger('click');
    expect(inputsOf('report:export')).toEqual(['html']);
    expect(place.find('[role=menu]').exists()).toBe(false);
  });

  it('opens by Ctrl E, moves by arrows, closes by Esc', async () => {
    const place = show(makeReport());
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', ctrlKey: true }));
    await flushPromises();
    const items = place.findAll('[role=menuitem]');
    expect(document.activeElement).toBe(items[0]!.element);
    await place.get('[role=menu]').trigger('keydown', { key: 'ArrowDown' });
    expect(document.activeElement).toBe(items[1]!.element);
    await place.get('[role=menu]').trigger('keydown', { key: 'Escape' });
    expect(place.find('[role=menu]').exists()).toBe(false);
    expect(inputsOf('report:export')).toEqual([]);
  });
});
